package io.vrrplab.lan;

import io.netty.buffer.ByteBuf;
import io.vrrplab.wire.IcmpRedirect;
import io.vrrplab.wire.Icmpv6Redirect;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Octets;
import java.util.List;

/**
 * Tells a host of a shorter way. The redirect comes from the virtual router that the host used,
 * which the destination MAC of its packet tells (RFC 3768 8.1, RFC 9568 8.1.1 and 8.2.1).
 */
final class Redirects {

  private static final int ETHERNET_HEADER = 14;

  /** An IPv4 header without options and eight octets (RFC 792). */
  private static final int QUOTED_OCTETS = 28;

  private Redirects() {}

  /** Sends a redirect to the sender of a packet that will leave by the interface it came by. */
  static void send(IpStack.Arrival packet, IpAddress betterHop) {
    NetworkInterface on = packet.in();
    IpAddress used = on.addressOf(packet.frame().destination(), packet.source().width());
    IpAddress source = used == null ? on.sourceFor(packet.source()) : used;
    if (source == null) {
      return;
    }
    switch (betterHop) {
      case Ipv4Address gateway ->
          on.sendVia(
              packet.source(),
              IpPackets.of(
                  source,
                  packet.source(),
                  IpPackets.UNFORWARDED,
                  new IcmpRedirect(IcmpRedirect.CODE_HOST, gateway, quoted(packet))),
              source);
      case Ipv6Address gateway when packet.destination() instanceof Ipv6Address destination ->
          on.sendVia(
              packet.source(),
              IpPackets.of(
                  source,
                  packet.source(),
                  IpPackets.UNFORWARDED,
                  new Icmpv6Redirect(gateway, destination, List.of())),
              source);
      case Ipv6Address _ -> throw new IllegalArgumentException("families differ: " + betterHop);
    }
  }

  private static Octets quoted(IpStack.Arrival packet) {
    ByteBuf octets = packet.octets().octets();
    int length = Math.min(QUOTED_OCTETS, octets.readableBytes() - ETHERNET_HEADER);
    return Octets.copyOf(octets.slice(ETHERNET_HEADER, length));
  }
}
