package io.vrrplab.wire;

import java.util.List;

/**
 * A router's offer (RFC 4861 4.2).
 *
 * @param currentHopLimit what hosts are to send with, 0 if unspecified
 * @param flags the octet of flags: {@link #MANAGED}, {@link #OTHER_CONFIGURATION}, preference
 * @param lifetimeSeconds how long it is a default router, 0 for not at all, at most 65535
 * @param reachableMillis how long a neighbour counts as reachable, 0 if unspecified, 32 bits
 * @param retransmitMillis time between solicitations, 0 if unspecified, 32 bits
 * @param options in the order in which they stand
 */
public record RouterAdvertisement(
    int currentHopLimit,
    int flags,
    int lifetimeSeconds,
    long reachableMillis,
    long retransmitMillis,
    List<NeighborOption> options)
    implements Icmpv6Packet {

  public static final int MANAGED = 0x80;
  public static final int OTHER_CONFIGURATION = 0x40;

  static final int TYPE = 134;

  public RouterAdvertisement {
    FieldWidth.check("hop limit", currentHopLimit, 8);
    FieldWidth.check("flags", flags, 8);
    FieldWidth.check("lifetime", lifetimeSeconds, 16);
    FieldWidth.check("reachable time", reachableMillis, 32);
    FieldWidth.check("retransmit timer", retransmitMillis, 32);
    options = List.copyOf(options);
  }

  /** An offer to be default router, of unspecified timers, with the router's MAC. */
  public static RouterAdvertisement of(int lifetimeSeconds, MacAddress mac) {
    return new RouterAdvertisement(
        64, 0, lifetimeSeconds, 0, 0, List.of(new NeighborOption.SourceLinkLayer(mac)));
  }

  @Override
  public int type() {
    return TYPE;
  }
}
