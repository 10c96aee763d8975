package io.vrrplab.wire;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A well-formed frame of every kind that the codecs know, with its fields away from zero. */
final class Samples {

  static final MacAddress ALICE = MacAddress.parse("02:00:00:00:00:0a");
  static final MacAddress BOB = MacAddress.parse("02:00:00:00:00:0b");
  static final Ipv4Address ALICE_IPV4 = Ipv4Address.parse("192.0.2.10");
  static final Ipv4Address BOB_IPV4 = Ipv4Address.parse("192.0.2.11");
  static final Ipv6Address ALICE_IPV6 = Ipv6Address.linkLocal(ALICE);
  static final Ipv6Address BOB_IPV6 = Ipv6Address.parse("2001:db8::b");

  private static final Octets DATA = Octets.ofHex("00 11 22 33 44 55 66 77 88 99 aa bb cc");
  private static final Ipv4Address VIP = Ipv4Address.parse("192.0.2.50");
  private static final long PASSWORD = 0x73_65_63_72_65_74_00_00L;

  /** A frame and what to call it. */
  record Sample(String name, EthernetFrame frame) {

    @Override
    public String toString() {
      return name;
    }
  }

  private Samples() {}

  static Stream<Sample> all() {
    return Stream.of(links(), ipv4(), ipv6(), adverts(), oddMessages()).flatMap(List::stream);
  }

  /** Adverts whose checksum fits. */
  static List<Sample> adverts() {
    VrrpV2Packet v2 = new VrrpV2Packet(1, 41, 100, 1, 1, 0, List.of(VIP, BOB_IPV4), PASSWORD);
    VrrpV3Packet v3 = new VrrpV3Packet(1, 41, 200, 0, 4095, 0, List.of(VIP));
    VrrpV3Packet v6 =
        new VrrpV3Packet(1, 7, 254, 0, 10, 0, List.of(Ipv6Address.parse("fe80::7"), BOB_IPV6));
    return List.of(
        of("advert v2", ipv4(VrrpChecksum.sealed(v2))),
        of("advert v2 without addresses", ipv4(VrrpChecksum.sealed(emptyV2()))),
        of("advert v3 message only", ipv4(sealed(v3, ChecksumForm.MESSAGE_ONLY))),
        of("advert v3 pseudo-header", ipv4(sealed(v3, ChecksumForm.PSEUDO_HEADER))),
        of("advert v3 reserved", ipv4(sealed(reserved(), ChecksumForm.MESSAGE_ONLY))),
        of("advert v3 surplus", ipv4(sealed(surplus(), ChecksumForm.PSEUDO_HEADER))),
        of(
            "advert v3 IPv6",
            ipv6(VrrpChecksum.sealed(v6, ChecksumForm.PSEUDO_HEADER, ALICE_IPV6, BOB_IPV6))));
  }

  private static VrrpV2Packet emptyV2() {
    return new VrrpV2Packet(1, 1, 255, 0, 255, 0, List.of(), 0, Octets.of((byte) 1, (byte) 2));
  }

  private static VrrpV3Packet reserved() {
    return new VrrpV3Packet(9, 255, 0, 15, 100, 0, List.of(VIP, ALICE_IPV4, BOB_IPV4));
  }

  private static VrrpV3Packet surplus() {
    return new VrrpV3Packet(1, 3, 100, 0, 100, 0, List.of(VIP), DATA);
  }

  private static VrrpV3Packet sealed(VrrpV3Packet packet, ChecksumForm form) {
    return VrrpChecksum.sealed(packet, form, ALICE_IPV4, BOB_IPV4);
  }

  private static List<Sample> oddMessages() {
    return List.of(
        of("VRRP of version 4", ipv4(new VrrpUndecodable(Octets.ofHex("4101640100640000")))),
        of("VRRP cut short", ipv4(new VrrpUndecodable(Octets.ofHex("21016402")))),
        of("VRRP of no octets", ipv6(new VrrpUndecodable(Octets.EMPTY))),
        of(
            "version 2 over IPv6",
            ipv6(new VrrpUndecodable(Octets.ofHex("2101640000010000 0000000000000000")))),
        of("authentication header", ipv4(new OpaqueIpPayload(51, DATA))),
        of("no next header", ipv6(new OpaqueIpPayload(59, Octets.EMPTY))));
  }

  private static List<Sample> links() {
    ArpPacket request = ArpPacket.request(ALICE, ALICE_IPV4, BOB_IPV4);
    Ipv4Packet ping = ipv4(IcmpEcho.request(1, 2, DATA));
    return List.of(
        of("ARP request", request),
        of("ARP reply", ArpPacket.replyTo(request, BOB)),
        of("ARP of an unknown operation", new ArpPacket(25, ALICE, ALICE_IPV4, BOB, BOB_IPV4)),
        of("unknown ethertype", new OpaqueEthernetPayload(0x88cc, DATA)),
        of("802.3 length", new OpaqueEthernetPayload(38, DATA)),
        new Sample("tagged", new EthernetFrame(BOB, ALICE, new VlanTag(5, true, 4094), ping)),
        new Sample(
            "tagged twice",
            new EthernetFrame(BOB, ALICE, VlanTag.of(7), new OpaqueEthernetPayload(0x8100, DATA))));
  }

  private static List<Sample> ipv4() {
    IgmpReport report =
        new IgmpReport(
            List.of(
                GroupRecord.join(Ipv4Address.VRRP_GROUP),
                new GroupRecord(6, Ipv4Address.parse("232.1.2.3"), List.of(VIP, BOB_IPV4))));
    return List.of(
        of("echo request", ipv4(IcmpEcho.request(0xffff, 1, DATA))),
        of("echo reply without data", ipv4(IcmpEcho.request(1, 0xffff, Octets.EMPTY).answer())),
        of("port unreachable", ipv4(new IcmpUnreachable(3, 0, DATA))),
        of("fragmentation needed", ipv4(new IcmpUnreachable(4, 1400, DATA))),
        of("redirect", ipv4(new IcmpRedirect(IcmpRedirect.CODE_HOST, BOB_IPV4, DATA))),
        of("time exceeded", ipv4(new IcmpOther(11, 0, DATA))),
        of("echo of an unknown code", ipv4(new IcmpOther(8, 1, DATA))),
        of("IGMPv3 report", ipv4(report).withOptions(Ipv4Packet.ROUTER_ALERT).withTtl(1)),
        of("IGMPv2 query", ipv4(new IgmpOther(0x11, 100, Octets.ofHex("00000000")))),
        of("IGMPv3 query", ipv4(IgmpQuery.general()).withOptions(Ipv4Packet.ROUTER_ALERT)),
        of(
            "IGMPv3 query for a group and a source",
            ipv4(
                new IgmpQuery(
                    0x85,
                    Ipv4Address.VRRP_GROUP,
                    new GroupQuery.Details(true, 7, 255, List.of(BOB_IPV4))))),
        of("UDP", ipv4(new UdpPacket(0xffff, 53, DATA))),
        of("UDP without checksum", ipv4(new UdpPacket(5000, 5001, false, DATA))),
        of("UDP without data", ipv4(new UdpPacket(5000, 5001, Octets.EMPTY))),
        of(
            "full IPv4 header",
            new Ipv4Packet(
                ALICE_IPV4,
                BOB_IPV4,
                0xff,
                0xffff,
                true,
                255,
                Octets.zeroes(40),
                IcmpEcho.request(1, 1, DATA))));
  }

  private static List<Sample> ipv6() {
    NeighborOption unknown = new NeighborOption.Other(14, Octets.ofHex("0102030405 06"));
    NeighborOption longMac = new NeighborOption.Other(1, Octets.zeroes(14));
    NeighborOption mac = new NeighborOption.SourceLinkLayer(ALICE);
    MldReport report =
        new MldReport(
            List.of(
                GroupRecord.join(Ipv6Address.VRRP_GROUP),
                GroupRecord.leave(BOB_IPV6.solicitedNodeGroup())));
    return List.of(
        of("IPv6 echo request", ipv6(Icmpv6Echo.request(0xffff, 1, DATA))),
        of("IPv6 echo reply", ipv6(Icmpv6Echo.request(1, 0xffff, Octets.EMPTY).answer())),
        of("solicitation", ipv6(NeighborSolicitation.of(BOB_IPV6, ALICE))),
        of("bare solicitation", ipv6(new NeighborSolicitation(BOB_IPV6, List.of()))),
        of("advertisement", ipv6(NeighborAdvertisement.answer(false, BOB_IPV6, BOB))),
        of(
            "advertisement without flags",
            ipv6(new NeighborAdvertisement(false, false, false, BOB_IPV6, List.of()))),
        of("unsolicited advertisement", ipv6(NeighborAdvertisement.unsolicited(BOB_IPV6, BOB))),
        of("router solicitation", ipv6(new RouterSolicitation(List.of(unknown, longMac, mac)))),
        of("router advertisement", ipv6(RouterAdvertisement.of(1800, ALICE))),
        of(
            "router advertisement of large numbers",
            ipv6(
                new RouterAdvertisement(255, 0xff, 0xffff, 0xffff_ffffL, 0x8000_0000L, List.of()))),
        of("IPv6 redirect", ipv6(new Icmpv6Redirect(ALICE_IPV6, BOB_IPV6, List.of(unknown)))),
        of(
            "MLDv2 report",
            ipv6(report).withHopByHopOptions(Ipv6Packet.MLD_ROUTER_ALERT).withHopLimit(1)),
        of("MLDv1 query", ipv6(new Icmpv6Other(130, 0, Octets.zeroes(20)))),
        of(
            "MLDv2 query",
            ipv6(MldQuery.general()).withHopByHopOptions(Ipv6Packet.MLD_ROUTER_ALERT)),
        of(
            "MLDv2 query for a group and two sources",
            ipv6(
                new MldQuery(
                    0x8001,
                    Ipv6Address.VRRP_GROUP,
                    new GroupQuery.Details(true, 7, 255, List.of(ALICE_IPV6, BOB_IPV6))))),
        of("packet too big", ipv6(new Icmpv6Other(2, 0, DATA))),
        of("solicitation of an unknown code", ipv6(new Icmpv6Other(135, 3, DATA))),
        of("UDP over IPv6", ipv6(new UdpPacket(0xffff, 53, DATA))),
        of(
            "full IPv6 header",
            ipv6(Icmpv6Echo.request(1, 1, DATA))
                .withFlowLabel(0xfffff)
                .withTrafficClass(0xff)
                .withHopByHopOptions(Octets.zeroes(14))));
  }

  static Ipv4Packet ipv4(IpPayload payload) {
    return Ipv4Packet.of(ALICE_IPV4, BOB_IPV4, 255, payload);
  }

  static Ipv6Packet ipv6(IpPayload payload) {
    return Ipv6Packet.of(ALICE_IPV6, BOB_IPV6, 255, payload);
  }

  static Sample of(String name, EthernetPayload payload) {
    return new Sample(name, new EthernetFrame(BOB, ALICE, payload));
  }

  /** What the IP packet in a frame carries, or null where there is none. */
  static @Nullable IpPayload ipPayloadOf(EthernetFrame frame) {
    return switch (frame.payload()) {
      case Ipv4Packet packet -> packet.payload();
      case Ipv6Packet packet -> packet.payload();
      case ArpPacket _, OpaqueEthernetPayload _ -> null;
    };
  }

  /** The octets that the IP packet in a frame carries. */
  static Octets messageIn(EthernetFrame frame) {
    int empty = Frame.of(withMessage(frame, Octets.EMPTY)).length();
    return Octets.copyOf(Frame.of(frame).octets().skipBytes(empty));
  }

  /** The frame with other octets in its IP packet, the protocol number unchanged. */
  static EthernetFrame withMessage(EthernetFrame frame, Octets message) {
    EthernetPayload carrier =
        switch (frame.payload()) {
          case Ipv4Packet ip ->
              ipv4(new OpaqueIpPayload(ip.payload().protocol(), message))
                  .withIdentification(ip.identification())
                  .withOptions(ip.options())
                  .withTos(ip.tos())
                  .withTtl(ip.ttl());
          case Ipv6Packet ip ->
              ipv6(new OpaqueIpPayload(ip.payload().protocol(), message))
                  .withHopByHopOptions(ip.hopByHopOptions())
                  .withTrafficClass(ip.trafficClass())
                  .withFlowLabel(ip.flowLabel())
                  .withHopLimit(ip.hopLimit());
          case ArpPacket _, OpaqueEthernetPayload _ ->
              throw new IllegalArgumentException("no IP packet in " + frame);
        };
    return new EthernetFrame(frame.destination(), frame.source(), frame.vlan(), carrier);
  }
}
