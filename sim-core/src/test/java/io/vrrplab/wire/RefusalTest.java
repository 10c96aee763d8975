package io.vrrplab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One frame for each way of being refused. */
class RefusalTest {

  private static final String MACS = "02000000000b 02000000000a ";
  private static final String IPV4_ADDRESSES = "c000020a c000020b ";
  private static final String IPV6_ADDRESSES =
      "fe80000000000000 0000000000000001 fe80000000000000 0000000000000002 ";

  /**
   * Octets that make no packet.
   *
   * @param reason why
   * @param detail the numbers that are to be told
   * @param frame the octets
   */
  record Refused(Refusal reason, String detail, Frame frame) {}

  static Stream<Refused> refused() {
    return Stream.of(links(), ipv4(), ipv6(), messages()).flatMap(stream -> stream);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void shouldRefuseWithReasonAndNumbers(Refused example) {
    assertThat(example.frame.decoded())
        .isEqualTo(new Decoded.Refused(example.reason, example.detail));
  }

  @Test
  void shouldHaveAnExampleOfEveryReason() {
    Set<Refusal> shown = refused().map(Refused::reason).collect(Collectors.toSet());

    assertThat(shown).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Refusal.class));
  }

  @ParameterizedTest
  @EnumSource
  void shouldSayEveryReasonInAPhraseOfItsOwn(Refusal reason) {
    assertThat(reason.phrase()).isNotBlank().doesNotEndWith(".");
    assertThat(Stream.of(Refusal.values()).map(Refusal::phrase)).containsOnlyOnce(reason.phrase());
  }

  private static Stream<Refused> links() {
    return Stream.of(
        hex(Refusal.FRAME_TOO_SHORT, "13 octets of at least 14", MACS + "08"),
        hex(Refusal.VLAN_TAG_TRUNCATED, "17 octets of at least 18", MACS + "8100 0001 08"),
        hex(Refusal.ARP_TRUNCATED, "8 octets of at least 28", MACS + "0806 0001080006040001"),
        hex(
            Refusal.ARP_FORMAT,
            "address format 0x000608000604",
            MACS + "0806 0006080006040001" + "00".repeat(20)));
  }

  private static Stream<Refused> ipv4() {
    return Stream.of(
        hex(Refusal.IPV4_TRUNCATED, "1 octets of at least 20", MACS + "0800 45"),
        ipv4(Refusal.IPV4_TRUNCATED, "20 octets of at least 24", "46000014 00000000 ffff0000"),
        ipv4(Refusal.IPV4_VERSION, "version 6", "65000014 00000000 ffff0000"),
        ipv4(Refusal.IPV4_HEADER_LENGTH, "header of 16 octets", "44000014 00000000 ffff0000"),
        ipv4(
            Refusal.IPV4_HEADER_CHECKSUM,
            "checksum 0x0000, expected 0x36d6",
            "45000014 00000000 fffe0000"),
        ipv4(
            Refusal.IPV4_TOTAL_LENGTH,
            "total length 21, header 20, octets there 20",
            "45000015 00000000 ffff36d4"),
        ipv4(
            Refusal.IPV4_TOTAL_LENGTH,
            "total length 19, header 20, octets there 20",
            "45000013 00000000 ffff36d6"),
        ipv4(Refusal.IPV4_RESERVED_FLAG, "flags and offset 0x8000", "45000014 00008000 ffffb6d4"),
        ipv4(Refusal.IPV4_FRAGMENT, "flags and offset 0x2000", "45000014 00002000 ffff16d5"),
        ipv4(Refusal.IPV4_FRAGMENT, "flags and offset 0x0001", "45000014 00000001 ffff36d4"));
  }

  private static Stream<Refused> ipv6() {
    return Stream.of(
        hex(Refusal.IPV6_TRUNCATED, "1 octets of at least 40", MACS + "86dd 60"),
        ipv6(Refusal.IPV6_VERSION, "version 4", "40000000 0000 3bff", ""),
        ipv6(
            Refusal.IPV6_PAYLOAD_LENGTH,
            "payload length 2, octets there 1",
            "60000000 0002 3bff",
            "00"),
        ipv6(
            Refusal.IPV6_HOP_BY_HOP,
            "7 octets of at least 8",
            "60000000 0007 00ff",
            "3b000104000000"),
        ipv6(
            Refusal.IPV6_HOP_BY_HOP,
            "8 octets of at least 16",
            "60000000 0008 00ff",
            "3b01010400000000"));
  }

  private static Stream<Refused> messages() {
    return Stream.of(
        over4(Refusal.ICMP_TRUNCATED, "7 octets of at least 8", 1, "0800f7ff000000"),
        over4(Refusal.ICMP_CHECKSUM, "checksum 0xf7fe, expected 0xf7ff", 1, "0800f7fe00000000"),
        over4(Refusal.IGMP_TRUNCATED, "7 octets of at least 8", 2, "1100eeff000000"),
        over4(Refusal.IGMP_CHECKSUM, "checksum 0x0000, expected 0xeeff", 2, "1100000000000000"),
        over4(Refusal.IGMP_RECORDS, "0 records of 1", 2, "2200ddfe00000001"),
        over4(
            Refusal.IGMP_RECORDS,
            "record 1 ends behind the message",
            2,
            "2200f9ea00000001 04000001e0000012"),
        over4(Refusal.IGMP_SOURCES, "fewer than 1 sources", 2, "1100ec8100000000 027d0001"),
        over4(Refusal.UDP_TRUNCATED, "4 octets of at least 8", 17, "00350035"),
        over4(Refusal.UDP_LENGTH, "UDP length 9, octets there 8", 17, "0035003500090000"),
        over4(Refusal.UDP_LENGTH, "UDP length 7, octets there 8", 17, "0035003500070000"),
        over4(Refusal.UDP_CHECKSUM, "checksum 0x0001, expected 0x7b5e", 17, "0035003500080001"),
        over6(Refusal.UDP_CHECKSUM, "checksum 0x0000, expected 0x0270", 17, "0035003500080000"),
        over6(Refusal.ICMPV6_TRUNCATED, "4 octets of at least 8", 58, "80000000"),
        over6(Refusal.ICMPV6_CHECKSUM, "checksum 0x0000, expected 0x82b8", 58, "8000000000000000"),
        over6(Refusal.ICMPV6_TRUNCATED, "8 octets of at least 24", 58, "87007bb800000000"),
        over6(Refusal.ICMPV6_TRUNCATED, "8 octets of at least 16", 58, "86007cb800000000"),
        over6(Refusal.ICMPV6_TRUNCATED, "8 octets of at least 24", 58, "88007ab800000000"),
        over6(Refusal.ICMPV6_TRUNCATED, "8 octets of at least 40", 58, "890079b800000000"),
        over6(Refusal.MLD_RECORDS, "0 records of 1", 58, "8f0073b700000001"),
        over6(
            Refusal.MLD_SOURCES,
            "fewer than 2 sources",
            58,
            "82007e2500000000 00000000000000000000000000000000 027d0002"),
        over6(
            Refusal.ND_OPTION,
            "option of 0 octets, there are 8",
            58,
            "85007cb000000000 0100000000000000"),
        over6(
            Refusal.ND_OPTION,
            "option of 16 octets, there are 8",
            58,
            "85007cae00000000 0102000000000000"),
        over6(Refusal.ND_OPTION, "option of 0 octets, there are 1", 58, "85007cb700000000 01"));
  }

  private static Refused hex(Refusal reason, String detail, String octets) {
    return new Refused(reason, detail, Frame.ofBytes(Octets.ofHex(octets).toByteArray()));
  }

  private static Refused ipv4(Refusal reason, String detail, String header) {
    return hex(reason, detail, MACS + "0800" + header + IPV4_ADDRESSES);
  }

  private static Refused ipv6(Refusal reason, String detail, String header, String rest) {
    return hex(reason, detail, MACS + "86dd" + header + IPV6_ADDRESSES + rest);
  }

  private static Refused over4(Refusal reason, String detail, int protocol, String message) {
    IpPayload payload = new OpaqueIpPayload(protocol, Octets.ofHex(message));
    EthernetFrame frame = new EthernetFrame(Samples.BOB, Samples.ALICE, Samples.ipv4(payload));
    return new Refused(reason, detail, Frame.of(frame));
  }

  private static Refused over6(Refusal reason, String detail, int protocol, String message) {
    IpPayload payload = new OpaqueIpPayload(protocol, Octets.ofHex(message));
    Ipv6Packet packet =
        Ipv6Packet.of(Ipv6Address.parse("fe80::1"), Ipv6Address.parse("fe80::2"), 255, payload);
    return new Refused(
        reason, detail, Frame.of(new EthernetFrame(Samples.BOB, Samples.ALICE, packet)));
  }
}
