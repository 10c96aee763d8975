package io.vrrplab.lan;

/**
 * How a switch that listens to reports of multicast groups forwards IP multicast: to the ports
 * where somebody listens, and to those behind which a querier is heard (RFC 4541). 224.0.0.1 and
 * ff02::1, which nobody reports, go everywhere.
 *
 * @param asks whether the switch is the querier of its segment
 * @param floodsUnknown whether a group to which nobody listens goes everywhere, and not only to
 *     queriers; RFC 4541 2.1.2 allows both
 * @param prunesLocal whether groups in 224.0.0.0/24 are treated like any other, against RFC 4541
 *     2.1.2, which has them go everywhere. Those of IPv6 always are (RFC 4541 3)
 * @param timeoutNanos how long a report counts, or a query, nanoseconds
 */
public record Snooping(
    boolean asks, boolean floodsUnknown, boolean prunesLocal, long timeoutNanos) {

  /** Twice the time between queries and what an answer may take, 260 s (RFC 3376 8.4). */
  public static final long DEFAULT_TIMEOUT_NANOS = 260_000_000_000L;
}
