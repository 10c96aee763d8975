package io.vrrplab.lan;

import io.vrrplab.vrrp.AnnouncementRules.ArpTarget;
import io.vrrplab.vrrp.OutgoingAdvert;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.EthernetPayload;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.IpPayload;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.NeighborAdvertisement;
import io.vrrplab.wire.NeighborOption;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.RouterAdvertisement;
import io.vrrplab.wire.VrrpChecksum;
import io.vrrplab.wire.VrrpPacket;
import io.vrrplab.wire.VrrpUndecodable;
import io.vrrplab.wire.VrrpV2Packet;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.List;

/** The frames that a virtual router puts on the wire. */
final class VrrpFrames {

  /** AdvDefaultLifetime, three times MaxRtrAdvInterval (RFC 4861 6.2.1). */
  private static final int ROUTER_LIFETIME_SECONDS = 1800;

  private VrrpFrames() {}

  /** An advert to the group, from the virtual MAC or from the interface's (RFC 9568 7.2). */
  static Frame advert(OutgoingAdvert advert, VirtualRouterConfig config, MacAddress interfaceMac) {
    MacAddress source =
        switch (config.profile().sending().advertSource()) {
          case VIRTUAL -> config.virtualMac();
          case INTERFACE -> interfaceMac;
        };
    return Frame.of(
        new EthernetFrame(MacAddress.ofMulticast(advert.destination()), source, packet(advert)));
  }

  /** The IP packet of an advert, complete with its checksum. */
  static EthernetPayload packet(OutgoingAdvert advert) {
    EthernetPayload packet =
        IpPackets.of(advert.source(), advert.destination(), advert.hopLimit(), sealed(advert));
    return switch (packet) {
      case Ipv4Packet v4 -> v4.withTos(advert.typeOfService());
      case Ipv6Packet v6 -> v6.withTrafficClass(advert.typeOfService());
      default -> packet;
    };
  }

  /**
   * Over IPv4 keepalived sums what the message announces, over IPv6 the kernel sums the trailer.
   */
  private static VrrpPacket sealed(OutgoingAdvert advert) {
    return switch (advert.packet()) {
      case VrrpV2Packet v2 ->
          VrrpChecksum.sealed(v2.withSurplus(Octets.EMPTY)).withSurplus(v2.surplus());
      case VrrpV3Packet v3 when advert.source() instanceof Ipv4Address ->
          sealed(v3.withSurplus(Octets.EMPTY), advert).withSurplus(v3.surplus());
      case VrrpV3Packet v3 -> sealed(v3, advert);
      case VrrpUndecodable broken -> broken;
    };
  }

  private static VrrpV3Packet sealed(VrrpV3Packet packet, OutgoingAdvert advert) {
    return VrrpChecksum.sealed(
        packet, advert.checksumForm(), advert.source(), advert.destination());
  }

  /** A gratuitous ARP, or an unsolicited neighbour advertisement (RFC 9568 6.4.2). */
  static Frame announcement(
      VirtualRouterConfig config, IpAddress address, MacAddress mac, boolean router) {
    return switch (address) {
      case Ipv4Address v4 -> {
        boolean own = config.profile().announcements().arpTarget() == ArpTarget.ANNOUNCED_MAC;
        ArpPacket arp = ArpPacket.gratuitous(mac, v4, own ? mac : MacAddress.BROADCAST);
        yield Frame.of(new EthernetFrame(MacAddress.BROADCAST, mac, arp));
      }
      case Ipv6Address v6 ->
          toAllNodes(
              mac,
              v6,
              new NeighborAdvertisement(
                  router, false, true, v6, List.of(new NeighborOption.TargetLinkLayer(mac))));
    };
  }

  /**
   * A router advertisement from the virtual router's first address, or from the node's own where
   * that is not link-local: hosts heed no other (RFC 4861 6.1.2).
   */
  static Frame routerAdvertisement(VirtualRouterConfig config, MacAddress mac) {
    IpAddress source =
        config.addresses().stream()
            .limit(1)
            .filter(IpAddress::isLinkLocal)
            .findFirst()
            .orElse(config.primaryAddress());
    return toAllNodes(mac, source, RouterAdvertisement.of(ROUTER_LIFETIME_SECONDS, mac));
  }

  private static Frame toAllNodes(MacAddress mac, IpAddress source, IpPayload payload) {
    return Frame.of(
        new EthernetFrame(
            MacAddress.ofMulticast(Ipv6Address.ALL_NODES),
            mac,
            IpPackets.of(source, Ipv6Address.ALL_NODES, IpPackets.UNFORWARDED, payload)));
  }
}
