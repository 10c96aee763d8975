package io.vrrplab.wire;

import java.util.List;

/**
 * Redirect to a better first hop (RFC 4861 4.5); a virtual router's source address is the one that
 * its host used (RFC 9568 8.2.1).
 *
 * @param target the better first hop
 * @param destination what is reached through it
 * @param options in the order in which they stand
 */
public record Icmpv6Redirect(
    Ipv6Address target, Ipv6Address destination, List<NeighborOption> options)
    implements Icmpv6Packet {

  static final int TYPE = 137;

  public Icmpv6Redirect {
    options = List.copyOf(options);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
