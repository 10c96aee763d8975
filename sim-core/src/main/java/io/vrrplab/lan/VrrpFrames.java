package io.vrrplab.lan;

import io.vrrplab.vrrp.AnnouncementRules.ArpTarget;
import io.vrrplab.vrrp.OutgoingAdvert;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.EthernetPayload;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.VrrpChecksum;
import io.vrrplab.wire.VrrpPacket;
import io.vrrplab.wire.VrrpUndecodable;
import io.vrrplab.wire.VrrpV2Packet;
import io.vrrplab.wire.VrrpV3Packet;

/** The frames that a virtual router puts on the wire. */
final class VrrpFrames {

  private VrrpFrames() {}

  /** An advert, from the virtual MAC or from the interface's (RFC 9568 7.2). */
  static Frame advert(VirtualRouterConfig config, int priority, MacAddress interfaceMac) {
    OutgoingAdvert advert = OutgoingAdvert.of(config, priority);
    MacAddress source =
        switch (config.profile().sending().advertSource()) {
          case VIRTUAL -> config.virtualMac();
          case INTERFACE -> interfaceMac;
        };
    return Frame.of(
        new EthernetFrame(MacAddress.ofMulticast(advert.destination()), source, packet(advert)));
  }

  private static EthernetPayload packet(OutgoingAdvert advert) {
    if (advert.source() instanceof Ipv4Address source
        && advert.destination() instanceof Ipv4Address destination) {
      return Ipv4Packet.of(source, destination, advert.hopLimit(), sealed(advert))
          .withTos(advert.typeOfService());
    }
    throw new IllegalArgumentException("no IPv6 yet: " + advert.source());
  }

  private static VrrpPacket sealed(OutgoingAdvert advert) {
    return switch (advert.packet()) {
      case VrrpV2Packet v2 -> VrrpChecksum.sealed(v2);
      case VrrpV3Packet v3 ->
          VrrpChecksum.sealed(v3, advert.checksumForm(), advert.source(), advert.destination());
      case VrrpUndecodable broken -> broken;
    };
  }

  /** A gratuitous ARP (RFC 9568 6.4.2). */
  static Frame announcement(VirtualRouterConfig config, IpAddress address, MacAddress mac) {
    return switch (address) {
      case Ipv4Address v4 -> {
        boolean own = config.profile().announcements().arpTarget() == ArpTarget.ANNOUNCED_MAC;
        ArpPacket arp = ArpPacket.gratuitous(mac, v4, own ? mac : MacAddress.BROADCAST);
        yield Frame.of(new EthernetFrame(MacAddress.BROADCAST, mac, arp));
      }
      case Ipv6Address _ -> throw new IllegalArgumentException("no IPv6 yet: " + address);
    };
  }
}
