package io.vrrplab.wire;

import static io.vrrplab.wire.Samples.ALICE;
import static io.vrrplab.wire.Samples.ALICE_IPV4;
import static io.vrrplab.wire.Samples.BOB;
import static io.vrrplab.wire.Samples.BOB_IPV4;
import static io.vrrplab.wire.Samples.BOB_IPV6;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What packet records promise beside being written and read. */
class RecordTest {

  private static final Octets FOUR = Octets.zeroes(4);

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void shouldNotHoldWhatItsFieldsCannot(String message, ThrowingCallable construction) {
    assertThatThrownBy(construction)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  static Stream<Arguments> shouldNotHoldWhatItsFieldsCannot() {
    return Stream.of(
        bad("TTL 256", () -> Samples.ipv4(icmp()).withTtl(256)),
        bad("TTL -1", () -> Samples.ipv4(icmp()).withTtl(-1)),
        bad("TOS 256", () -> Samples.ipv4(icmp()).withTos(256)),
        bad("identification 65536", () -> Samples.ipv4(icmp()).withIdentification(65536)),
        bad("options of 3 octets", () -> Samples.ipv4(icmp()).withOptions(Octets.zeroes(3))),
        bad("options of 44 octets", () -> Samples.ipv4(icmp()).withOptions(Octets.zeroes(44))),
        bad("IPv6 only", () -> Samples.ipv4(new Icmpv6Other(2, 0, FOUR))),
        bad("IPv4 only", () -> Samples.ipv6(icmp())),
        bad("IPv4 only", () -> Samples.ipv6(new IgmpOther(0x11, 0, FOUR))),
        bad("IPv4 only", () -> Samples.ipv6(new VrrpV2Packet(1, 1, 1, 0, 1, 0, List.of(), 0))),
        bad("RFC 8200 8.1", () -> Samples.ipv6(new UdpPacket(1, 2, false, FOUR))),
        bad("options of 8", () -> ipv6().withHopByHopOptions(Octets.zeroes(8))),
        bad("options of 2054", () -> ipv6().withHopByHopOptions(Octets.zeroes(2054))),
        bad("hop limit 256", () -> ipv6().withHopLimit(256)),
        bad("flow label", () -> ipv6().withFlowLabel(1 << 20)),
        bad("traffic class", () -> ipv6().withTrafficClass(256)),
        bad("body of 3", () -> new IcmpOther(11, 0, Octets.zeroes(3))),
        bad("body of 3", () -> new Icmpv6Other(2, 0, Octets.zeroes(3))),
        bad("body of 3", () -> new IgmpOther(17, 0, Octets.zeroes(3))),
        bad("option body of 8", () -> new NeighborOption.Other(5, Octets.zeroes(8))),
        bad("option body of 2046", () -> new NeighborOption.Other(5, Octets.zeroes(2046))),
        bad("VLAN id 4096", () -> VlanTag.of(4096)),
        bad("VLAN priority 8", () -> new VlanTag(8, false, 1)),
        bad("source port 65536", () -> new UdpPacket(65536, 1, FOUR)),
        bad("record type 256", () -> new GroupRecord(256, BOB_IPV4, List.of())),
        bad("2001:db8::b", () -> new GroupRecord(1, BOB_IPV4, List.of(BOB_IPV6))),
        bad("wrong family", () -> new IgmpQuery(100, Ipv4Address.ANY, asking(BOB_IPV6))),
        bad("wrong family", () -> new MldQuery(100, Ipv6Address.ANY, asking(BOB_IPV4))),
        bad("robustness 8", () -> new GroupQuery.Details(false, 8, 125, List.of())),
        bad("wrong family", () -> new IgmpReport(List.of(GroupRecord.join(BOB_IPV6)))),
        bad("wrong family", () -> new MldReport(List.of(GroupRecord.join(BOB_IPV4)))),
        bad("lifetime 65536", () -> new RouterAdvertisement(0, 0, 65536, 0, 0, List.of())),
        bad("flags 256", () -> new RouterAdvertisement(0, 256, 0, 0, 0, List.of())),
        bad("hop limit 256", () -> new RouterAdvertisement(256, 0, 0, 0, 0, List.of())),
        bad("reachable time", () -> new RouterAdvertisement(0, 0, 0, 1L << 32, 0, List.of())));
  }

  private static GroupQuery.Details asking(IpAddress source) {
    return new GroupQuery.Details(false, 2, 125, List.of(source));
  }

  /** From 128 or 32768 on the code is a number of mantissa and exponent (RFC 3376 4.1.1). */
  @ParameterizedTest
  @CsvSource({
    "100, 10000, 10000, 10000",
    "127, 12700, 32767, 32767",
    "128, 12800, 32768, 32768",
    "139, 21600, 36875, 65712",
    "255, 3174400, 65535, 8387584",
  })
  void shouldTellHowLongAnAnswerMayTake(int igmp, int igmpMillis, int mld, int mldMillis) {
    assertThat(new IgmpQuery(igmp, Ipv4Address.ANY, asking(BOB_IPV4)).maxResponseMillis())
        .isEqualTo(igmpMillis);
    assertThat(new MldQuery(mld, Ipv6Address.ANY, asking(BOB_IPV6)).maxResponseMillis())
        .isEqualTo(mldMillis);
  }

  /** The fields in the order of the record: one of them is a bit too wide, the rest are 1. */
  @ParameterizedTest
  @CsvSource({
    "type 16,                 type 16",
    "VRID 256,                VRID 256",
    "priority 256,            priority 256",
    "authentication type 256, reserved 16",
    "interval 256,            interval 4096",
    "checksum 65536,          checksum 65536",
    "number of addresses 256, number of addresses 256",
  })
  void shouldNotHoldWhatTheFieldsOfAnAdvertCannot(String version2, String version3) {
    assertThatThrownBy(() -> version2(version2)).hasMessageContaining(version2);
    assertThatThrownBy(() -> version3(version3)).hasMessageContaining(version3);
  }

  /** The value of a field: what stands behind its name in a text, or else 1. */
  private static int value(String text, String field) {
    return text.startsWith(field + " ") ? Integer.parseInt(text.substring(field.length() + 1)) : 1;
  }

  private static VrrpV2Packet version2(String wrong) {
    return new VrrpV2Packet(
        value(wrong, "type"),
        value(wrong, "VRID"),
        value(wrong, "priority"),
        value(wrong, "authentication type"),
        value(wrong, "interval"),
        value(wrong, "checksum"),
        Collections.nCopies(value(wrong, "number of addresses"), BOB_IPV4),
        0);
  }

  private static VrrpV3Packet version3(String wrong) {
    return new VrrpV3Packet(
        value(wrong, "type"),
        value(wrong, "VRID"),
        value(wrong, "priority"),
        value(wrong, "reserved"),
        value(wrong, "interval"),
        value(wrong, "checksum"),
        Collections.nCopies(value(wrong, "number of addresses"), BOB_IPV4));
  }

  @Test
  void shouldNotEncodeMoreThanALengthFieldCanSay() {
    int header = 20;
    Octets most = Octets.zeroes(0xffff - header);
    Octets tooMany = Octets.zeroes(0xffff - header + 1);

    assertThatCode(() -> encode(Samples.ipv4(new OpaqueIpPayload(9, most))))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> encode(Samples.ipv4(new OpaqueIpPayload(9, tooMany))))
        .hasMessageContaining("IPv4 total length 65536");
    assertThatThrownBy(() -> encode(Samples.ipv6(new OpaqueIpPayload(9, Octets.zeroes(65536)))))
        .hasMessageContaining("IPv6 payload length 65536");
  }

  @Test
  void shouldAnswerAPingInKind() {
    assertThat(IcmpEcho.request(7, 8, FOUR).answer()).isEqualTo(new IcmpEcho(true, 7, 8, FOUR));
    assertThat(Icmpv6Echo.request(7, 8, FOUR).answer()).isEqualTo(new Icmpv6Echo(true, 7, 8, FOUR));
  }

  @Test
  void shouldAnswerAnArpRequestToWhoAsked() {
    ArpPacket request = ArpPacket.request(ALICE, ALICE_IPV4, BOB_IPV4);

    assertThat(ArpPacket.replyTo(request, BOB))
        .isEqualTo(new ArpPacket(ArpPacket.REPLY, BOB, BOB_IPV4, ALICE, ALICE_IPV4));
    assertThat(request.isGratuitous()).isFalse();
    assertThat(ArpPacket.gratuitous(BOB, BOB_IPV4, BOB).isGratuitous()).isTrue();
  }

  @Test
  void shouldFindTheLinkLayerAddressAmongOtherOptions() {
    NeighborOption other = new NeighborOption.Other(14, Octets.zeroes(6));
    NeighborOption source = new NeighborOption.SourceLinkLayer(ALICE);
    NeighborOption target = new NeighborOption.TargetLinkLayer(BOB);
    List<NeighborOption> all = List.of(other, source, target);

    assertThat(new NeighborSolicitation(BOB_IPV6, all).sourceMac()).isEqualTo(ALICE);
    assertThat(new NeighborSolicitation(BOB_IPV6, List.of(target)).sourceMac()).isNull();
    assertThat(new NeighborAdvertisement(true, true, true, BOB_IPV6, all).targetMac())
        .isEqualTo(BOB);
    assertThat(new NeighborAdvertisement(true, true, true, BOB_IPV6, List.of()).targetMac())
        .isNull();
  }

  private static Frame encode(EthernetPayload payload) {
    return Frame.of(new EthernetFrame(BOB, ALICE, payload));
  }

  private static IcmpPacket icmp() {
    return IcmpEcho.request(1, 1, FOUR);
  }

  private static Ipv6Packet ipv6() {
    return Samples.ipv6(new OpaqueIpPayload(59, Octets.EMPTY));
  }

  private static Arguments bad(String message, ThrowingCallable construction) {
    return arguments(message, construction);
  }
}
