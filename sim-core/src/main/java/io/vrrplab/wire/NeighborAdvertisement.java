package io.vrrplab.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says where an address is (RFC 4861 4.4).
 *
 * @param router the R flag: the sender is a router
 * @param solicited the S flag: this answers a solicitation
 * @param override the O flag: it is to replace what a cache holds
 * @param target the address
 * @param options in the order in which they stand
 */
public record NeighborAdvertisement(
    boolean router,
    boolean solicited,
    boolean override,
    Ipv6Address target,
    List<NeighborOption> options)
    implements Icmpv6Packet {

  static final int TYPE = 136;

  public NeighborAdvertisement {
    options = List.copyOf(options);
  }

  /** A router's announcement of an address unasked: R and O set, S clear (RFC 9568 6.4.1). */
  public static NeighborAdvertisement unsolicited(Ipv6Address target, MacAddress mac) {
    return new NeighborAdvertisement(true, false, true, target, at(mac));
  }

  /** An answer to a solicitation: S and O set. */
  public static NeighborAdvertisement answer(boolean router, Ipv6Address target, MacAddress mac) {
    return new NeighborAdvertisement(router, true, true, target, at(mac));
  }

  private static List<NeighborOption> at(MacAddress mac) {
    return List.of(new NeighborOption.TargetLinkLayer(mac));
  }

  /** Where the target is, if it says so. */
  public @Nullable MacAddress targetMac() {
    return NeighborOption.targetMac(options);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
