package io.vrrplab.vrrp;

/**
 * The time in the sequence numbers of trailers: seconds since 1970, 65536ths of a second, and
 * sixteen bits to count with. Positive until 2038, so that plain comparison does.
 */
final class TrailerClock {

  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final int COUNTER_BITS = 16;

  private TrailerClock() {}

  /** The number of a moment, nanoseconds since 1970. */
  static long sequence(long clockNanos) {
    long fraction = ((clockNanos % SECOND_NANOS) << COUNTER_BITS) / SECOND_NANOS;
    return (clockNanos / SECOND_NANOS) << Integer.SIZE | fraction << COUNTER_BITS;
  }

  /** The whole seconds of a number. */
  static long seconds(long sequence) {
    return sequence >>> Integer.SIZE;
  }
}
