package io.vrrplab.conformance.expect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Versions of a device, such as {@code >= 2.2, < 2.3.3}; all bounds have to hold.
 *
 * @param bounds none means every version
 */
public record VersionRange(List<Bound> bounds) {

  /** Every version. */
  public static final VersionRange ALL = new VersionRange(List.of());

  private static final Pattern BOUND = Pattern.compile("(<=|>=|<|>|=)?\\s*(\\d+(?:\\.\\d+)*)");

  public VersionRange {
    bounds = List.copyOf(bounds);
  }

  /** A comparison with a version; its parts are compared as numbers, missing ones count as 0. */
  public record Bound(String operator, List<Integer> version) {

    public Bound {
      version = List.copyOf(version);
    }

    boolean holds(List<Integer> other) {
      int order = compare(other, version);
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case ">=" -> order >= 0;
        case "=" -> order == 0;
        default -> throw new IllegalStateException("no operator: " + operator);
      };
    }
  }

  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static VersionRange parse(String text) {
    return new VersionRange(Stream.of(text.split(",", -1)).map(VersionRange::bound).toList());
  }

  private static Bound bound(String text) {
    Matcher matcher = BOUND.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text.strip() + "\" is no bound; bounds are such as >= 2.2, < 2.3.3");
    }
    return new Bound(matcher.group(1) == null ? "=" : matcher.group(1), parts(matcher.group(2)));
  }

  private static List<Integer> parts(String version) {
    try {
      return Stream.of(version.split("\\.", -1)).map(Integer::valueOf).toList();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no version has numbers as large as " + version, e);
    }
  }

  /** Whether a version lies in the range; one that does not say which it is lies in all only. */
  public boolean contains(String version) {
    if (bounds.isEmpty()) {
      return true;
    }
    Matcher digits = BOUND.matcher(version);
    return digits.matches()
        && bounds.stream().allMatch(bound -> bound.holds(parts(digits.group(2))));
  }

  private static int compare(List<Integer> left, List<Integer> right) {
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      int order = Integer.compare(part(left, i), part(right, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int part(List<Integer> version, int index) {
    return index < version.size() ? version.get(index) : 0;
  }
}
