package io.vrrplab.conformance.bench;

import java.math.BigDecimal;

/**
 * When something may happen, both ends included.
 *
 * @param fromNanos the earliest time
 * @param toNanos the latest
 */
public record Window(long fromNanos, long toNanos) {

  /** No later than the frame that it answers. */
  public static final Window AT_ONCE = new Window(0, 0);

  /** As long as an answer may take for which no document sets a time: half a second. */
  public static final Window SOON = new Window(0, 500_000_000);

  public Window {
    if (toNanos < fromNanos) {
      throw new IllegalArgumentException("a window from " + fromNanos + " to " + toNanos);
    }
  }

  /** The same length of time, later by an offset. */
  public Window after(long nanos) {
    return new Window(Math.addExact(fromNanos, nanos), Math.addExact(toNanos, nanos));
  }

  /** The same end, from an earlier beginning. */
  public Window from(long nanos) {
    return new Window(nanos, toNanos);
  }

  /** The same, wider to both sides. */
  public Window widenedBy(long nanos) {
    return new Window(fromNanos - nanos, toNanos + nanos);
  }

  /** The shortest text that tells the two ends, in seconds. */
  public String text() {
    return fromNanos == toNanos
        ? seconds(fromNanos)
        : seconds(fromNanos) + " to " + seconds(toNanos);
  }

  /** A time in seconds, with as many decimals as it needs. */
  static String seconds(long nanos) {
    return new BigDecimal(nanos).movePointLeft(9).stripTrailingZeros().toPlainString() + " s";
  }
}
