package io.vrrplab.lan;

/**
 * A broadcast domain.
 *
 * @param name unique among segments
 * @param links how each of its cables treats frames
 * @param macAgingNanos how long its switch remembers a MAC, nanoseconds
 */
public record SegmentConfig(String name, LinkProperties links, long macAgingNanos) {

  /** What IEEE 802.1Q recommends, 300 s. */
  public static final long DEFAULT_MAC_AGING_NANOS = 300_000_000_000L;
}
