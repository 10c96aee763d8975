package io.vrrplab.cli;

import io.vrrplab.scenario.Problem;
import io.vrrplab.scenario.SweepPoint;
import io.vrrplab.scenario.SweepPoint.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the point of a sweep that {@code --set} names. */
final class SweepChoice {

  private SweepChoice() {}

  /** The point with exactly these settings, in any order. */
  static Optional<SweepPoint> find(List<SweepPoint> points, List<String> settings) {
    return points.stream()
        .filter(point -> point.settings().size() == settings.size())
        .filter(point -> texts(point).containsAll(settings))
        .findFirst();
  }

  /** Says what could be set instead. */
  static Problem unknown(String file, List<SweepPoint> points, List<String> settings) {
    String all =
        points.getFirst().settings().stream()
            .map(setting -> values(points, setting.name()))
            .collect(Collectors.joining("; "));
    String message =
        "no point of the sweep is "
            + String.join(" ", settings)
            + (all.isEmpty() ? "; the file has no sweep" : "; set every one of " + all);
    return new Problem(file, 0, 0, Problem.Severity.ERROR, message);
  }

  private static String values(List<SweepPoint> points, String name) {
    return points.stream()
        .flatMap(point -> point.settings().stream())
        .filter(setting -> setting.name().equals(name))
        .map(Setting::value)
        .distinct()
        .collect(Collectors.joining(", ", name + "=", ""));
  }

  private static List<String> texts(SweepPoint point) {
    return point.settings().stream().map(Setting::toString).toList();
  }
}
