package io.vrrplab.keepalived.finding;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * Collects findings; the same finding at the same place counts once. A line that a sequence repeats
 * can have thousands of one rule: the first of them are kept, and the number of the others.
 */
public final class Findings {

  /** So many of one rule at one place say what there is to say. */
  private static final int KEPT = 5;

  private final Map<Spot, Tally> found = new LinkedHashMap<>();

  /** Adds one, its message made of a format and arguments. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
  public void add(Rule rule, Position at, String format, Object... arguments) {
    Tally tally = found.computeIfAbsent(new Spot(rule, at), _ -> new Tally());
    if (tally.kept.size() == KEPT) {
      tally.more++;
    } else {
      String message = arguments.length == 0 ? format : format.formatted(arguments);
      tally.kept.add(new Finding(rule, at, message));
    }
  }

  /** All of them, by file, line and column. */
  public List<Finding> sorted() {
    return found.entrySet().stream()
        .flatMap(entry -> entry.getValue().findings(entry.getKey()))
        .sorted(Comparator.comparing(Finding::at))
        .toList();
  }

  private record Spot(Rule rule, Position at) {}

  private static final class Tally {

    private final SequencedSet<Finding> kept = new LinkedHashSet<>();
    private int more;

    Stream<Finding> findings(Spot spot) {
      return more == 0
          ? kept.stream()
          : Stream.concat(kept.stream(), Stream.of(Finding.more(spot.rule, spot.at, more)));
    }
  }
}
