package io.vrrplab.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes nanoseconds for people ({@code 3.609375 s}) and for machines ({@code 3.609375}). */
final class TimeText {

  private static final int DIGITS_OF_A_SECOND = 9;

  private TimeText() {}

  /** Writes a duration exactly, in the largest of s, ms, µs and ns that leaves a whole part. */
  static String exact(long nanos) {
    long magnitude = Math.abs(nanos);
    if (magnitude >= 1_000_000_000L || nanos == 0) {
      return trimmed(nanos, DIGITS_OF_A_SECOND) + " s";
    }
    if (magnitude >= 1_000_000L) {
      return trimmed(nanos, 6) + " ms";
    }
    if (magnitude >= 1_000L) {
      return trimmed(nanos, 3) + " µs";
    }
    return nanos + " ns";
  }

  /** Writes seconds with so many decimals, rounded half up, for a column. */
  static String seconds(long nanos, int decimals) {
    return decimal(nanos).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /** Writes milliseconds with three decimals, as ping does. */
  static String pingMillis(long nanos) {
    return BigDecimal.valueOf(nanos, 6).setScale(3, RoundingMode.HALF_UP).toPlainString();
  }

  /** Gives the fewest decimals, of 3, 6 and 9, that show these seconds exactly. */
  static int decimalsFor(long nanos) {
    if (nanos % 1_000_000L == 0) {
      return 3;
    }
    return nanos % 1_000L == 0 ? 6 : DIGITS_OF_A_SECOND;
  }

  /** Gives seconds exactly, with one decimal at least: {@code 40.0}, {@code 3.609375}. */
  static BigDecimal decimalSeconds(long nanos) {
    BigDecimal exact = decimal(nanos).stripTrailingZeros();
    return exact.scale() < 1 ? exact.setScale(1) : exact;
  }

  private static BigDecimal decimal(long nanos) {
    return BigDecimal.valueOf(nanos, DIGITS_OF_A_SECOND);
  }

  private static String trimmed(long nanos, int scale) {
    return BigDecimal.valueOf(nanos, scale).stripTrailingZeros().toPlainString();
  }
}
