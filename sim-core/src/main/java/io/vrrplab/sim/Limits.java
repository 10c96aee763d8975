package io.vrrplab.sim;

/**
 * Bounds of a run. A run that reaches one ends with a {@link LimitReachedException}, never
 * silently: two Masters with the same address that answer each other at wire speed would else run
 * for ever.
 *
 * @param maxEvents most events that a run may execute, at least 1
 * @param maxTimeNanos latest time to which a run may go, nanoseconds, at least 1
 */
public record Limits(long maxEvents, long maxTimeNanos) {

  /** A thousand million events, and a hundred simulated days. */
  public static final Limits DEFAULT = new Limits(1_000_000_000L, 8_640_000_000_000_000L);

  public Limits {
    if (maxEvents < 1 || maxTimeNanos < 1) {
      throw new IllegalArgumentException(
          "limits must be positive: " + maxEvents + ", " + maxTimeNanos);
    }
  }
}
