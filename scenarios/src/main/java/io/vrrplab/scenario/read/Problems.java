package io.vrrplab.scenario.read;

import io.vrrplab.scenario.Problem;
import io.vrrplab.scenario.Problem.Severity;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Collects what is wrong with one file and those that it names; the same complaint at the same
 * place counts once.
 */
final class Problems {

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cc}+");

  private final String file;
  private final SequencedSet<Problem> found = new LinkedHashSet<>();

  Problems(String file) {
    this.file = file;
  }

  void error(Place place, String message) {
    add(place, Severity.ERROR, message);
  }

  void warning(Place place, String message) {
    add(place, Severity.WARNING, message);
  }

  /** A problem is one line, and no text quoted from a file may drive the terminal. */
  private void add(Place place, Severity severity, String message) {
    String line = CONTROL_CHARACTERS.matcher(message).replaceAll(" ");
    found.add(new Problem(file, place.line(), place.column(), severity, line));
  }

  /** Takes what is wrong with a file that this one names. */
  void addOf(Problem other) {
    found.add(other);
  }

  /** The path of a file that stands beside this one, or is named by its whole path. */
  String beside(String path) {
    return path.startsWith("/") ? path : file.substring(0, file.lastIndexOf('/') + 1) + path;
  }

  boolean hasErrors() {
    return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  Set<Place> placesOfErrors() {
    return found.stream()
        .filter(problem -> problem.severity() == Severity.ERROR && problem.file().equals(file))
        .map(problem -> new Place(problem.line(), problem.column()))
        .collect(Collectors.toUnmodifiableSet());
  }

  List<Problem> sorted() {
    Comparator<Problem> others =
        Comparator.comparing(problem -> problem.file().equals(file) ? "" : problem.file());
    return found.stream().sorted(others.thenComparing(BY_PLACE)).toList();
  }
}
