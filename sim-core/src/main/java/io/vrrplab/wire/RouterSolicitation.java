package io.vrrplab.wire;

import java.util.List;

/**
 * A host's question for routers (RFC 4861 4.1).
 *
 * @param options in the order in which they stand
 */
public record RouterSolicitation(List<NeighborOption> options) implements Icmpv6Packet {

  static final int TYPE = 133;

  public RouterSolicitation {
    options = List.copyOf(options);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
