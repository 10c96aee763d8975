package io.vrrplab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames worked out by hand, byte for byte: VRID 1, priority 100, one second, 192.0.2.254. */
class WorkedExamplesTest {

  private static final Ipv4Address ROUTER = Ipv4Address.parse("192.0.2.1");
  private static final Ipv4Address VIP = Ipv4Address.parse("192.0.2.254");
  private static final MacAddress VMAC = MacAddress.virtualRouterIpv4(1);

  private static final Ipv6Address VIP_IPV6 = Ipv6Address.parse("2001:db8::fe");
  private static final MacAddress VMAC_IPV6 = MacAddress.virtualRouterIpv6(1);

  private static final String ADVERT_V2 =
      """
      01 00 5e 00 00 12 00 00 5e 00 01 01 08 00 45 c0
      00 28 00 01 00 00 ff 70 18 91 c0 00 02 01 e0 00
      00 12 21 01 64 01 00 01 b7 fd c0 00 02 fe 00 00
      00 00 00 00 00 00
      """;

  private static final String ADVERT_V3_MESSAGE_ONLY =
      """
      01 00 5e 00 00 12 00 00 5e 00 01 01 08 00 45 c0
      00 20 00 01 00 00 ff 70 18 99 c0 00 02 01 e0 00
      00 12 31 01 64 01 00 64 a7 9a c0 00 02 fe
      """;

  private static final String ADVERT_V3_PSEUDO_HEADER =
      """
      01 00 5e 00 00 12 00 00 5e 00 01 01 08 00 45 c0
      00 20 00 01 00 00 ff 70 18 99 c0 00 02 01 e0 00
      00 12 31 01 64 01 00 64 05 0a c0 00 02 fe
      """;

  private static final String GRATUITOUS_ARP =
      """
      ff ff ff ff ff ff 00 00 5e 00 01 01 08 06 00 01
      08 00 06 04 00 01 00 00 5e 00 01 01 c0 00 02 fe
      ff ff ff ff ff ff c0 00 02 fe
      """;

  private static final String GRATUITOUS_ARP_OF_ERRATA =
      """
      ff ff ff ff ff ff 00 00 5e 00 01 01 08 06 00 01
      08 00 06 04 00 01 00 00 5e 00 01 01 c0 00 02 fe
      00 00 5e 00 01 01 c0 00 02 fe
      """;

  private static final String ADVERT_V3_IPV6 =
      """
      33 33 00 00 00 12 00 00 5e 00 02 01 86 dd 6c 00
      00 00 00 28 70 ff fe 80 00 00 00 00 00 00 00 00
      00 00 00 00 00 01 ff 02 00 00 00 00 00 00 00 00
      00 00 00 00 00 12 31 01 64 02 00 64 3e 31 fe 80
      00 00 00 00 00 00 00 00 00 00 00 00 01 00 20 01
      0d b8 00 00 00 00 00 00 00 00 00 00 00 fe
      """;

  private static final String UNSOLICITED_ADVERTISEMENT =
      """
      33 33 00 00 00 01 00 00 5e 00 02 01 86 dd 60 00
      00 00 00 20 3a ff 20 01 0d b8 00 00 00 00 00 00
      00 00 00 00 00 fe ff 02 00 00 00 00 00 00 00 00
      00 00 00 00 00 01 88 00 19 30 a0 00 00 00 20 01
      0d b8 00 00 00 00 00 00 00 00 00 00 00 fe 02 01
      00 00 5e 00 02 01
      """;

  static Stream<Arguments> examples() {
    return Stream.of(
        Arguments.of("version 2", ADVERT_V2, advert(VrrpChecksum.sealed(v2(100)))),
        Arguments.of(
            "version 3, message only",
            ADVERT_V3_MESSAGE_ONLY,
            advert(sealedV3(100, ChecksumForm.MESSAGE_ONLY))),
        Arguments.of(
            "version 3, pseudo-header",
            ADVERT_V3_PSEUDO_HEADER,
            advert(sealedV3(100, ChecksumForm.PSEUDO_HEADER))),
        Arguments.of("gratuitous ARP", GRATUITOUS_ARP, gratuitousArp(MacAddress.BROADCAST)),
        Arguments.of("gratuitous ARP of errata", GRATUITOUS_ARP_OF_ERRATA, gratuitousArp(VMAC)),
        Arguments.of("version 3, IPv6", ADVERT_V3_IPV6, advertIpv6()),
        Arguments.of(
            "unsolicited advertisement", UNSOLICITED_ADVERTISEMENT, unsolicitedAdvertisement()));
  }

  @ParameterizedTest(name = "{0}")
  @Requirement({
    "VRRP-PKT-VERSION-2",
    "VRRP-PKT-VERSION-3",
    "VRRP-PKT-CSUM-V2-COVERAGE",
    "VRRP-PKT-CSUM-V3-IPV6",
    "VRRP-PKT-CSUM-V3-IPV4-5798",
    "VRRP-PKT-CSUM-V3-IPV4-9568",
    "VRRP-PKT-V2-AUTH-DATA-PRESENT",
    "VRRP-PKT-V2-AUTH-DATA-ZERO",
    "VRRP-PKT-V2-AUTH-TYPE-FIELD",
    "VRRP-PKT-V2-ADVINT-FIELD",
    "VRRP-PKT-LENGTH",
    "VRRP-PKT-COUNT-FIELD",
    "VRRP-PKT-ADDR-LIST",
    "VRRP-PKT-VRID-FIELD",
    "VRRP-PKT-PRIORITY-FIELD"
  })
  @MethodSource("examples")
  void shouldEncodeTheWorkedExample(String name, String hex, EthernetFrame frame) {
    assertThat(Frame.of(frame)).isEqualTo(frameOf(hex));
  }

  @ParameterizedTest(name = "{0}")
  @Requirement({"VRRP-SEC-NO-CONFIDENTIALITY", "VRRP-PKT-TYPE-ADVERT"})
  @MethodSource("examples")
  void shouldDecodeTheWorkedExample(String name, String hex, EthernetFrame frame) {
    assertThat(frameOf(hex).decoded()).isEqualTo(new Decoded.Packet(frame));
  }

  @ParameterizedTest
  @Requirement({"VRRP-TX-CSUM-COMPUTED", "VRRP-PKT-CSUM-ALGORITHM"})
  @MethodSource("releases")
  void shouldSealTheReleaseWithItsWorkedChecksum(VrrpPacket release, int checksum) {
    assertThat(release.checksum()).isEqualTo(checksum);
  }

  static Stream<Arguments> releases() {
    return Stream.of(
        Arguments.of(VrrpChecksum.sealed(v2(0)), 0x1bfe),
        Arguments.of(sealedV3(0, ChecksumForm.MESSAGE_ONLY), 0x0b9b),
        Arguments.of(sealedV3(0, ChecksumForm.PSEUDO_HEADER), 0x690a));
  }

  private static VrrpV2Packet v2(int priority) {
    return new VrrpV2Packet(VrrpPacket.ADVERTISEMENT, 1, priority, 0, 1, 0, List.of(VIP), 0);
  }

  private static VrrpV3Packet sealedV3(int priority, ChecksumForm form) {
    VrrpV3Packet packet =
        new VrrpV3Packet(VrrpPacket.ADVERTISEMENT, 1, priority, 0, 100, 0, List.of(VIP));
    return VrrpChecksum.sealed(packet, form, ROUTER, Ipv4Address.VRRP_GROUP);
  }

  private static EthernetFrame advert(VrrpPacket packet) {
    Ipv4Packet ip =
        Ipv4Packet.of(ROUTER, Ipv4Address.VRRP_GROUP, 255, packet)
            .withTos(0xc0)
            .withIdentification(1);
    return new EthernetFrame(MacAddress.ofMulticast(Ipv4Address.VRRP_GROUP), VMAC, ip);
  }

  private static EthernetFrame advertIpv6() {
    Ipv6Address router = Ipv6Address.parse("fe80::1");
    List<IpAddress> addresses = List.of(Ipv6Address.parse("fe80::100"), VIP_IPV6);
    VrrpV3Packet packet = new VrrpV3Packet(VrrpPacket.ADVERTISEMENT, 1, 100, 0, 100, 0, addresses);
    VrrpV3Packet sealed =
        VrrpChecksum.sealed(packet, ChecksumForm.PSEUDO_HEADER, router, Ipv6Address.VRRP_GROUP);
    Ipv6Packet ip =
        Ipv6Packet.of(router, Ipv6Address.VRRP_GROUP, 255, sealed).withTrafficClass(0xc0);
    return toGroup(Ipv6Address.VRRP_GROUP, ip);
  }

  private static EthernetFrame unsolicitedAdvertisement() {
    NeighborAdvertisement announcement = NeighborAdvertisement.unsolicited(VIP_IPV6, VMAC_IPV6);
    return toGroup(
        Ipv6Address.ALL_NODES, Ipv6Packet.of(VIP_IPV6, Ipv6Address.ALL_NODES, 255, announcement));
  }

  private static EthernetFrame toGroup(Ipv6Address group, Ipv6Packet ip) {
    return new EthernetFrame(MacAddress.ofMulticast(group), VMAC_IPV6, ip);
  }

  private static EthernetFrame gratuitousArp(MacAddress target) {
    return new EthernetFrame(MacAddress.BROADCAST, VMAC, ArpPacket.gratuitous(VMAC, VIP, target));
  }

  private static Frame frameOf(String hex) {
    return Frame.ofBytes(Octets.ofHex(hex).toByteArray());
  }
}
