package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.device.Rfc;

/**
 * The formulas of RFC 3768 6.1, RFC 5798 6.1 and RFC 9568 6.1, worked out apart from the engine. A
 * fraction of a nanosecond leaves two values, since no document says how to round. All are lengths
 * of time.
 */
public final class RfcTimers {

  private static final long NANOS_PER_CS = 10_000_000;
  private static final int STEPS = 256;
  private static final int VERSION_2_BASE_CS = 100;

  private RfcTimers() {}

  /** Advertisement_Interval. */
  public static Window interval(int intervalCs) {
    return new Window(intervalCs * NANOS_PER_CS, intervalCs * NANOS_PER_CS);
  }

  /**
   * Skew_Time: counted against one second in version 2, against the interval in version 3.
   *
   * @param priority of the router that waits
   * @param intervalCs the Master's interval as it was last heard
   */
  public static Window skew(Rfc rfc, int priority, int intervalCs) {
    int baseCs = rfc.version() == 2 ? VERSION_2_BASE_CS : intervalCs;
    long numerator = (long) (STEPS - priority) * baseCs * NANOS_PER_CS;
    return new Window(numerator / STEPS, Math.ceilDiv(numerator, STEPS));
  }

  /** Master_Down_Interval, from the same two numbers. */
  public static Window masterDown(Rfc rfc, int priority, int intervalCs) {
    return skew(rfc, priority, intervalCs).after(3L * intervalCs * NANOS_PER_CS);
  }
}
