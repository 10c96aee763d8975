package io.vrrplab.conformance.bench;

import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.Icmpv6Echo;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.NeighborSolicitation;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.RouterSolicitation;
import java.util.List;

/** What a host on the segment asks; it lives at the tester's lower address. */
public final class Questions {

  /** The MAC of the host. */
  public static final MacAddress HOST = MacAddress.parse("02:00:5e:00:53:05");

  private static final int HOST_TTL = 64;

  private static final Ipv4Address ASKER = (Ipv4Address) Rivals.lower(AddressFamily.IPV4);
  private static final Ipv6Address ASKER_IPV6 = (Ipv6Address) Rivals.lower(AddressFamily.IPV6);

  private Questions() {}

  /** Asks where an address is. */
  public static Frame whoHas(IpAddress address) {
    return switch (address) {
      case Ipv4Address v4 ->
          Frame.of(
              new EthernetFrame(MacAddress.BROADCAST, HOST, ArpPacket.request(HOST, ASKER, v4)));
      case Ipv6Address v6 -> {
        Ipv6Address group = v6.solicitedNodeGroup();
        yield Frame.of(
            new EthernetFrame(
                MacAddress.ofMulticast(group),
                HOST,
                Ipv6Packet.of(ASKER_IPV6, group, 255, NeighborSolicitation.of(v6, HOST))));
      }
    };
  }

  /** The same as another host on the segment asks; whoever is asked learns where that one is. */
  public static Frame whoHasFrom(Ipv4Address address, Ipv4Address asker) {
    return Frame.of(
        new EthernetFrame(MacAddress.BROADCAST, HOST, ArpPacket.request(HOST, asker, address)));
  }

  /** Asks which routers there are. */
  public static Frame whichRouters() {
    Ipv6Address group = Ipv6Address.ALL_ROUTERS;
    RouterSolicitation solicitation = new RouterSolicitation(List.of());
    return Frame.of(
        new EthernetFrame(
            MacAddress.ofMulticast(group),
            HOST,
            Ipv6Packet.of(ASKER_IPV6, group, 255, solicitation)));
  }

  /** Pings an address at a MAC. */
  public static Frame ping(IpAddress address, MacAddress mac) {
    Octets data = Octets.zeroes(8);
    return switch (address) {
      case Ipv4Address v4 ->
          Frame.of(
              new EthernetFrame(
                  mac, HOST, Ipv4Packet.of(ASKER, v4, HOST_TTL, IcmpEcho.request(1, 1, data))));
      case Ipv6Address v6 ->
          Frame.of(
              new EthernetFrame(
                  mac,
                  HOST,
                  Ipv6Packet.of(ASKER_IPV6, v6, HOST_TTL, Icmpv6Echo.request(1, 1, data))));
    };
  }
}
