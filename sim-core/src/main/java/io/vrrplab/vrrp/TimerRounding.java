package io.vrrplab.vrrp;

/**
 * The unit in which a router computes Skew_Time; fractions are cut off. No RFC says how to round
 * (RFC 9568 6.1 gives the bare formulas), so implementations differ.
 */
public enum TimerRounding {
  /** The formula itself; nanoseconds are the finest time there is here. */
  NANOSECOND(1),
  /** keepalived computes the product first, then one truncating division. */
  MICROSECOND(1_000),
  /** FRR computes in whole centiseconds, so that short skews vanish. */
  CENTISECOND(10_000_000);

  private final long resolutionNanos;

  TimerRounding(long resolutionNanos) {
    this.resolutionNanos = resolutionNanos;
  }

  /** The unit, in nanoseconds. */
  public long resolutionNanos() {
    return resolutionNanos;
  }
}
