package io.vrrplab.keepalived.finding;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Collects findings; the same finding at the same place counts once. */
public final class Findings {

  private final SequencedSet<Finding> found = new LinkedHashSet<>();

  /** Adds one, its message made of a format and arguments. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
  public void add(Rule rule, Position at, String format, Object... arguments) {
    found.add(new Finding(rule, at, arguments.length == 0 ? format : format.formatted(arguments)));
  }

  /** Adds those of others. */
  public void addAll(List<Finding> others) {
    found.addAll(others);
  }

  /** All of them, by file, line and column. */
  public List<Finding> sorted() {
    return found.stream().sorted(Comparator.comparing(Finding::at)).toList();
  }
}
