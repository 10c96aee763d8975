package io.vrrplab.conformance.bench;

import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.EthernetPayload;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.Icmpv6Echo;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.NeighborAdvertisement;
import io.vrrplab.wire.NeighborOption;
import io.vrrplab.wire.NeighborSolicitation;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.RouterSolicitation;
import java.util.List;

/** What a host on the segment asks; it lives at the tester's lower address. */
public final class Questions {

  /** The MAC of the host. */
  public static final MacAddress HOST = MacAddress.parse("02:00:5e:00:53:05");

  private static final int HOST_TTL = 64;

  private static final Ipv6Address ASKER_IPV6 = (Ipv6Address) Rivals.lower(AddressFamily.IPV6);

  private Questions() {}

  /** Asks where an address is. */
  public static Frame whoHas(IpAddress address) {
    return whoHasFrom(address, Rivals.lower(AddressFamily.of(address)));
  }

  /** The same as another host on the segment asks; whoever is asked learns where that one is. */
  public static Frame whoHasFrom(IpAddress address, IpAddress asker) {
    MacAddress all =
        switch (address) {
          case Ipv4Address _ -> MacAddress.BROADCAST;
          case Ipv6Address v6 -> MacAddress.ofMulticast(v6.solicitedNodeGroup());
        };
    return whoHasFrom(address, asker, all, groupOf(address));
  }

  /** The same asked of one MAC only, as a host asks whether what it knows still holds. */
  public static Frame whoHasAt(IpAddress address, MacAddress mac) {
    return whoHasFrom(address, Rivals.lower(AddressFamily.of(address)), mac, address);
  }

  private static IpAddress groupOf(IpAddress address) {
    return switch (address) {
      case Ipv4Address v4 -> v4;
      case Ipv6Address v6 -> v6.solicitedNodeGroup();
    };
  }

  private static Frame whoHasFrom(
      IpAddress address, IpAddress asker, MacAddress mac, IpAddress to) {
    return switch (address) {
      case Ipv4Address v4 ->
          Frame.of(new EthernetFrame(mac, HOST, ArpPacket.request(HOST, (Ipv4Address) asker, v4)));
      case Ipv6Address v6 ->
          Frame.of(
              new EthernetFrame(
                  mac,
                  HOST,
                  Ipv6Packet.of(
                      (Ipv6Address) asker,
                      (Ipv6Address) to,
                      255,
                      NeighborSolicitation.of(v6, HOST))));
    };
  }

  /** A host, no router, says to all that an address is at a MAC now. */
  public static Frame movedTo(Ipv6Address address, MacAddress mac) {
    NeighborAdvertisement advertisement =
        new NeighborAdvertisement(
            false, false, true, address, List.of(new NeighborOption.TargetLinkLayer(mac)));
    return Frame.of(
        new EthernetFrame(
            MacAddress.ofMulticast(Ipv6Address.ALL_NODES),
            mac,
            Ipv6Packet.of(address, Ipv6Address.ALL_NODES, 255, advertisement)));
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
    return pingFrom(Rivals.lower(AddressFamily.of(address)), address, mac);
  }

  /** The same as another host pings. */
  public static Frame pingFrom(IpAddress host, IpAddress address, MacAddress mac) {
    Octets data = Octets.zeroes(8);
    EthernetPayload packet =
        switch (address) {
          case Ipv4Address v4 ->
              Ipv4Packet.of((Ipv4Address) host, v4, HOST_TTL, IcmpEcho.request(1, 1, data));
          case Ipv6Address v6 ->
              Ipv6Packet.of((Ipv6Address) host, v6, HOST_TTL, Icmpv6Echo.request(1, 1, data));
        };
    return Frame.of(new EthernetFrame(mac, HOST, packet));
  }
}
