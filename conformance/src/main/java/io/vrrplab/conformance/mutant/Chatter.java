package io.vrrplab.conformance.mutant;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.Rivals;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.Icmpv6Echo;
import io.vrrplab.wire.Icmpv6Packet;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.NeighborAdvertisement;
import io.vrrplab.wire.RouterAdvertisement;
import io.vrrplab.wire.RouterSolicitation;
import java.util.List;

/** What a device says that cannot hold its tongue, whatever its state. */
final class Chatter {

  private static final Ipv4Address DEVICE = Ipv4Address.parse("192.0.2.11");
  private static final Ipv6Address DEVICE_IPV6 = Ipv6Address.parse("fe80::11");
  private static final Ipv4Address ASKER = (Ipv4Address) Rivals.lower(AddressFamily.IPV4);
  private static final Ipv4Address VIRTUAL_ADDRESS =
      (Ipv4Address) Settings.IPV4.addresses().getFirst();
  private static final Ipv4Address HOST_BEYOND = Ipv4Address.parse("198.51.100.77");
  private static final MacAddress VIRTUAL_MAC =
      MacAddress.virtualRouterIpv4(Settings.IPV4.virtualRouterId());

  private static final MacAddress VIRTUAL_MAC_IPV6 = Settings.IPV6.virtualMac();

  private Chatter() {}

  static List<Frame> answerArp(Frame frame) {
    return answerArp(frame, VIRTUAL_ADDRESS);
  }

  static List<Frame> answerArpForHost(Frame frame) {
    return answerArp(frame, HOST_BEYOND);
  }

  private static List<Frame> answerArp(Frame frame, Ipv4Address address) {
    return frame.decoded() instanceof Decoded.Packet(EthernetFrame asked)
            && asked.payload() instanceof ArpPacket arp
            && arp.targetAddress().equals(address)
        ? List.of(
            Frame.of(
                new EthernetFrame(
                    arp.senderMac(), VIRTUAL_MAC, ArpPacket.replyTo(arp, VIRTUAL_MAC))))
        : List.of();
  }

  static List<Frame> answerPingIpv6(Frame frame) {
    return frame.decoded() instanceof Decoded.Packet(EthernetFrame asked)
            && asked.payload() instanceof Ipv6Packet packet
            && packet.payload() instanceof Icmpv6Echo echo
        ? List.of(toAsker(Anatomy.of(frame), packet.destination(), echo.answer()))
        : List.of();
  }

  static List<Frame> answerPing(Frame frame) {
    return frame.decoded() instanceof Decoded.Packet(EthernetFrame asked)
            && asked.payload() instanceof Ipv4Packet packet
            && packet.payload() instanceof IcmpEcho echo
        ? List.of(
            Frame.of(
                new EthernetFrame(
                    asked.source(),
                    VIRTUAL_MAC,
                    Ipv4Packet.of(VIRTUAL_ADDRESS, ASKER, 64, echo.answer()))))
        : List.of();
  }

  static List<Frame> answerRelease(Frame frame) {
    Anatomy heard = Anatomy.of(frame);
    IpAddress device = heard.isIpv6() ? DEVICE_IPV6 : DEVICE;
    return heard.isRelease()
        ? List.of(
            TestAdvert.read(heard).withOctet(2, Settings.IPV4.priority()).from(device).frame())
        : List.of();
  }

  static List<Frame> answerNs(Frame frame) {
    Anatomy heard = Anatomy.of(frame);
    if (!heard.isSolicitation()) {
      return List.of();
    }
    Ipv6Address target = heard.ndTarget();
    return List.of(
        toAsker(heard, target, NeighborAdvertisement.answer(true, target, VIRTUAL_MAC_IPV6)));
  }

  static List<Frame> answerRs(Frame frame) {
    return frame.decoded() instanceof Decoded.Packet(EthernetFrame asked)
            && asked.payload() instanceof Ipv6Packet packet
            && packet.payload() instanceof RouterSolicitation
        ? List.of(
            toAsker(
                Anatomy.of(frame),
                (Ipv6Address) Settings.IPV6.addresses().getFirst(),
                RouterAdvertisement.of(1800, VIRTUAL_MAC_IPV6)))
        : List.of();
  }

  private static Frame toAsker(Anatomy heard, Ipv6Address source, Icmpv6Packet answer) {
    return Frame.of(
        new EthernetFrame(
            new MacAddress(heard.value(Field.ETHERNET_SOURCE)),
            VIRTUAL_MAC_IPV6,
            Ipv6Packet.of(source, (Ipv6Address) heard.source(), 255, answer)));
  }

  /** Sends pings on as they came, which is wrong enough. */
  static List<Frame> forward(Frame frame) {
    return Anatomy.of(frame).isPing() ? List.of(frame) : List.of();
  }

  /** Sends adverts on as they came, to the group that no router forwards to. */
  static List<Frame> forwardAdvert(Frame frame) {
    return Anatomy.of(frame).isAdvert() ? List.of(frame) : List.of();
  }

  static List<Frame> offerAtAdvert(Frame frame) {
    Anatomy heard = Anatomy.of(frame);
    return heard.isAdvert() && heard.isIpv6()
        ? List.of(
            toAsker(
                heard,
                (Ipv6Address) Settings.IPV6.addresses().getFirst(),
                RouterAdvertisement.of(1800, VIRTUAL_MAC_IPV6)))
        : List.of();
  }
}
