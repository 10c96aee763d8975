package io.vrrplab.lan;

import org.jspecify.annotations.Nullable;

/**
 * A broadcast domain.
 *
 * @param name unique among segments
 * @param links how each of its cables treats frames
 * @param macAgingNanos how long its switch remembers a MAC, nanoseconds
 * @param forwardDelayNanos how long a port that came up forwards nothing, either way, nanoseconds
 * @param snooping what its switch makes of multicast; null if that goes everywhere
 */
public record SegmentConfig(
    String name,
    LinkProperties links,
    long macAgingNanos,
    long forwardDelayNanos,
    @Nullable Snooping snooping) {

  /** What IEEE 802.1Q recommends, 300 s. */
  public static final long DEFAULT_MAC_AGING_NANOS = 300_000_000_000L;

  /** One whose ports forward at once, multicast too. */
  public SegmentConfig(String name, LinkProperties links, long macAgingNanos) {
    this(name, links, macAgingNanos, 0, null);
  }
}
