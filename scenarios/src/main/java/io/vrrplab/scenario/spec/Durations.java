package io.vrrplab.scenario.spec;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Durations in the words of reports. */
public final class Durations {

  private static final long MICROSECOND = 1_000;
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final int ROUNDED = 3;
  private static final int EXACT = 9;

  private Durations() {}

  /** Three decimals at most of the unit that fits: {@code 3.609 s}, {@code 50 µs}, {@code 0 s}. */
  public static String text(long nanos) {
    return text(nanos, ROUNDED);
  }

  /** Every digit there is: {@code 3.609375 s}. */
  public static String exact(long nanos) {
    return text(nanos, EXACT);
  }

  private static String text(long nanos, int decimals) {
    long size = Math.abs(nanos);
    if (size >= SECOND || size == 0) {
      return decimal(nanos, SECOND, decimals) + " s";
    }
    if (size >= MILLISECOND) {
      return decimal(nanos, MILLISECOND, decimals) + " ms";
    }
    return decimal(nanos, MICROSECOND, decimals) + " µs";
  }

  private static String decimal(long nanos, long unit, int decimals) {
    BigDecimal value =
        BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(unit), decimals, RoundingMode.HALF_UP);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
