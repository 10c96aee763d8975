package io.vrrplab.keepalived.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Durations in messages. */
public final class Seconds {

  private static final int DECIMALS = 3;

  private Seconds() {}

  /** Decimal seconds with up to three decimals, rounded half up, without zeros at the end. */
  public static String of(Duration duration) {
    BigDecimal seconds = BigDecimal.valueOf(duration.toNanos(), 9);
    BigDecimal rounded = seconds.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.toPlainString();
  }
}
