package io.vrrplab.lan;

import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.NeighborAdvertisement;
import io.vrrplab.wire.OpaqueEthernetPayload;
import java.util.List;

/**
 * What a cloud's switch lets a machine say: IP packets, ARP and neighbour advertisements that speak
 * of the machine's own addresses, or of those that it is allowed besides. The unspecified address
 * passes, since who has no address yet asks from it (RFC 5227 2.1, RFC 4862 5.4.2).
 *
 * @param own the card behind the port
 * @param allowed addresses that it may use besides its own, a whole network each
 */
record SourceGuard(NetworkInterface own, List<Subnet> allowed) implements FrameFilter {

  SourceGuard {
    allowed = List.copyOf(allowed);
  }

  @Override
  public boolean drops(Transmission transmission) {
    return transmission.frame().decoded() instanceof Decoded.Packet(EthernetFrame frame)
        && switch (frame.payload()) {
          case ArpPacket arp -> !allows(arp.senderAddress());
          case Ipv4Packet packet -> !allows(packet.source());
          case Ipv6Packet packet -> !allows(packet.source()) || isForeign(packet);
          case OpaqueEthernetPayload _ -> false;
        };
  }

  private boolean isForeign(Ipv6Packet packet) {
    return packet.payload() instanceof NeighborAdvertisement said && !allows(said.target());
  }

  private boolean allows(IpAddress address) {
    return address.equals(Ipv4Address.ANY)
        || address.equals(Ipv6Address.ANY)
        || own.own().areOnce(address)
        || allowed.stream().anyMatch(subnet -> subnet.contains(address));
  }
}
