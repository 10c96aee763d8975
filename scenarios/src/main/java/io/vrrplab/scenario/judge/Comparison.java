package io.vrrplab.scenario.judge;

import io.vrrplab.scenario.spec.Durations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value beside the limit it should keep.
 *
 * @param held whether it does
 * @param text both, as {@code 3.609 s ≤ 3.609 s}
 */
record Comparison(boolean held, String text) {

  static Comparison durationAtMost(long nanos, long limit) {
    return durations(nanos <= limit, nanos, nanos <= limit ? " ≤ " : " > ", limit);
  }

  static Comparison durationAtLeast(long nanos, long limit) {
    return durations(nanos >= limit, nanos, nanos >= limit ? " ≥ " : " < ", limit);
  }

  /** Rounds, except where two values that differ would look the same. */
  private static Comparison durations(boolean held, long nanos, String sign, long limit) {
    String left = Durations.text(nanos);
    String right = Durations.text(limit);
    boolean misleading = !held && left.equals(right);
    return misleading
        ? new Comparison(false, Durations.exact(nanos) + sign + Durations.exact(limit))
        : new Comparison(held, left + sign + right);
  }

  static Comparison atMost(double value, String shown, double limit, String shownLimit) {
    return new Comparison(value <= limit, shown + (value <= limit ? " ≤ " : " > ") + shownLimit);
  }

  static Comparison atLeast(double value, String shown, double limit, String shownLimit) {
    return new Comparison(value >= limit, shown + (value >= limit ? " ≥ " : " < ") + shownLimit);
  }

  static Comparison countAtMost(long value, long limit) {
    return atMost((double) value, Long.toString(value), (double) limit, Long.toString(limit));
  }

  static Comparison countAtLeast(long value, long limit) {
    return atLeast((double) value, Long.toString(value), (double) limit, Long.toString(limit));
  }

  static Comparison exactly(long value, long wanted) {
    return new Comparison(value == wanted, value + (value == wanted ? " = " : " ≠ ") + wanted);
  }

  /** Holds where every part does; says them all. */
  static Comparison all(List<Comparison> parts) {
    return new Comparison(
        parts.stream().allMatch(Comparison::held),
        String.join(", ", parts.stream().map(Comparison::text).toList()));
  }

  /** Both limits of a duration, either of which may be absent. */
  static Comparison between(@Nullable Long atLeast, @Nullable Long atMost, long least, long most) {
    List<Comparison> parts = new ArrayList<>();
    if (atLeast != null) {
      parts.add(durationAtLeast(least, atLeast));
    }
    if (atMost != null) {
      parts.add(durationAtMost(most, atMost));
    }
    return all(parts);
  }
}
