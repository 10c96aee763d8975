package io.vrrplab.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks who has an address (RFC 4861 4.3). Whether the hop limit is 255 and the destination fits is
 * for the receiver to check.
 *
 * @param target the address asked for
 * @param options in the order in which they stand
 */
public record NeighborSolicitation(Ipv6Address target, List<NeighborOption> options)
    implements Icmpv6Packet {

  static final int TYPE = 135;

  public NeighborSolicitation {
    options = List.copyOf(options);
  }

  /** A question that says where its sender is. */
  public static NeighborSolicitation of(Ipv6Address target, MacAddress sender) {
    return new NeighborSolicitation(target, List.of(new NeighborOption.SourceLinkLayer(sender)));
  }

  /** Where the sender is, if it says so. */
  public @Nullable MacAddress sourceMac() {
    return NeighborOption.sourceMac(options);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
