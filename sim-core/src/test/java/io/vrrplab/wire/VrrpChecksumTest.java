package io.vrrplab.wire;

import static io.vrrplab.wire.ChecksumForm.GROUP_PSEUDO_HEADER;
import static io.vrrplab.wire.ChecksumForm.MESSAGE_ONLY;
import static io.vrrplab.wire.ChecksumForm.PSEUDO_HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.Requirement;
import io.vrrplab.wire.Samples.Sample;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VrrpChecksumTest {

  private static final Ipv4Address SOURCE = Ipv4Address.parse("192.0.2.1");
  private static final Ipv4Address GROUP = Ipv4Address.VRRP_GROUP;
  private static final Ipv6Address SOURCE_IPV6 = Ipv6Address.parse("fe80::1");
  private static final Ipv6Address GROUP_IPV6 = Ipv6Address.VRRP_GROUP;
  private static final VrrpV3Packet V3 =
      new VrrpV3Packet(1, 1, 100, 0, 100, 0, List.of(Ipv4Address.parse("192.0.2.254")));
  private static final VrrpV3Packet V3_IPV6 =
      new VrrpV3Packet(1, 1, 100, 0, 100, 0, List.of(Ipv6Address.parse("fe80::100")));
  private static final VrrpV2Packet V2 =
      new VrrpV2Packet(1, 1, 100, 0, 1, 0, List.of(Ipv4Address.parse("192.0.2.254")), 0);

  static Stream<Sample> adverts() {
    return Samples.adverts().stream();
  }

  @ParameterizedTest
  @Requirement({
    "VRRP-PKT-CSUM-V3-IPV4-5798",
    "VRRP-PKT-CSUM-V3-IPV4-9568",
    "VRRP-PKT-CSUM-ALGORITHM"
  })
  @EnumSource(names = {"MESSAGE_ONLY", "PSEUDO_HEADER"})
  void shouldSatisfyTheFormItWasSealedWithAndNoOther(ChecksumForm form) {
    VrrpV3Packet packet = VrrpChecksum.sealed(V3, form, SOURCE, GROUP);

    assertThat(VrrpChecksum.satisfied(packet, SOURCE, GROUP)).containsExactly(form);
  }

  /** keepalived up to 1.3.6; towards the group it is the form of RFC 5798. */
  @Test
  void shouldKnowTheSumOfTheGroupInWhatGoesToOne() {
    Ipv4Address peer = Ipv4Address.parse("192.0.2.12");
    VrrpV3Packet packet = VrrpChecksum.sealed(V3, GROUP_PSEUDO_HEADER, SOURCE, peer);

    assertThat(VrrpChecksum.satisfied(packet, SOURCE, peer)).containsExactly(GROUP_PSEUDO_HEADER);
    assertThat(VrrpChecksum.sealed(V3, GROUP_PSEUDO_HEADER, SOURCE, Ipv4Address.VRRP_GROUP))
        .isEqualTo(VrrpChecksum.sealed(V3, PSEUDO_HEADER, SOURCE, Ipv4Address.VRRP_GROUP));
  }

  @Test
  @Requirement("VRRP-PKT-CSUM-PSEUDO-NEXT-HEADER")
  void shouldSatisfyBothFormsWhereThePseudoHeaderAddsUpToNothing() {
    // 112 + 12 octets + the source's low half make 0xffff, which is zero in ones' complement.
    Ipv4Address source = new Ipv4Address(0xffff - 112 - 12);
    VrrpV3Packet packet = VrrpChecksum.sealed(V3, MESSAGE_ONLY, source, Ipv4Address.ANY);

    assertThat(VrrpChecksum.satisfied(packet, source, Ipv4Address.ANY))
        .containsExactly(MESSAGE_ONLY, PSEUDO_HEADER);
  }

  @ParameterizedTest
  @Requirement("VRRP-PKT-CSUM-V3-IPV6")
  @EnumSource
  void shouldAlwaysCoverThePseudoHeaderOverIpv6(ChecksumForm form) {
    VrrpV3Packet packet = VrrpChecksum.sealed(V3_IPV6, form, SOURCE_IPV6, GROUP_IPV6);

    assertThat(VrrpChecksum.satisfied(packet, SOURCE_IPV6, GROUP_IPV6))
        .containsExactly(PSEUDO_HEADER);
  }

  @ParameterizedTest
  @Requirement("VRRP-PKT-CSUM-V2-COVERAGE")
  @EnumSource
  void shouldNeverCoverThePseudoHeaderInVersion2(ChecksumForm form) {
    VrrpV2Packet packet = V2.withChecksum(VrrpChecksum.compute(V2, form, SOURCE, GROUP));

    assertThat(packet).isEqualTo(VrrpChecksum.sealed(V2));
    assertThat(VrrpChecksum.satisfied(packet, SOURCE, GROUP)).containsExactly(MESSAGE_ONLY);
  }

  @Test
  void shouldSatisfyNothingWithAWrongChecksum() {
    assertThat(VrrpChecksum.satisfied(V2, SOURCE, GROUP)).isEmpty();
    assertThat(VrrpChecksum.satisfied(V3, SOURCE, GROUP)).isEmpty();
    assertThat(VrrpChecksum.satisfied(V3_IPV6, SOURCE_IPV6, GROUP_IPV6)).isEmpty();
  }

  @Test
  @Requirement("VRRP-RX-CSUM-V3-IPV6")
  void shouldNotAcceptTheMessageOnlyFormOverIpv6() {
    // The sum of both addresses, 112 and 24 octets differ from zero, so the forms differ too.
    int messageOnly = VrrpChecksum.compute(V3_IPV6, MESSAGE_ONLY, SOURCE, GROUP);
    VrrpV3Packet packet = V3_IPV6.withChecksum(messageOnly);

    assertThat(VrrpChecksum.satisfied(packet, SOURCE_IPV6, GROUP_IPV6)).isEmpty();
  }

  @Test
  void shouldHaveNoChecksumForAnIncompleteMessage() {
    VrrpUndecodable message = new VrrpUndecodable(Octets.ofHex("2101"));

    assertThat(VrrpChecksum.satisfied(message, SOURCE, GROUP)).isEmpty();
    assertThatThrownBy(() -> VrrpChecksum.compute(message, MESSAGE_ONLY, SOURCE, GROUP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("incomplete");
  }

  @ParameterizedTest
  @Requirement({
    "VRRP-RX-CSUM-V2",
    "VRRP-RX-CSUM-V3-IPV4",
    "VRRP-RX-CSUM-V3-IPV6",
    "VRRP-PKT-CSUM-ALGORITHM"
  })
  @MethodSource("adverts")
  void shouldNoticeEveryFlippedBitOfAnAdvert(Sample sample) {
    Frame frame = Frame.of(sample.frame());
    Set<ChecksumForm> sound = satisfiedIn(frame);
    int message = frame.length() - messageLength(sample.frame());

    assertThat(sound).hasSize(1);
    for (int bit = message * Byte.SIZE; bit < frame.length() * Byte.SIZE; bit++) {
      assertThat(satisfiedIn(frame.withFlippedBit(bit)))
          .as("bit %s", bit)
          .doesNotContainAnyElementsOf(sound);
    }
  }

  private static Set<ChecksumForm> satisfiedIn(Frame frame) {
    EthernetFrame packet = ((Decoded.Packet) frame.decoded()).frame();
    return switch (packet.payload()) {
      case Ipv4Packet ip -> satisfied(ip.payload(), ip.source(), ip.destination());
      case Ipv6Packet ip -> satisfied(ip.payload(), ip.source(), ip.destination());
      case ArpPacket _, OpaqueEthernetPayload _ -> throw new IllegalArgumentException("no IP");
    };
  }

  private static Set<ChecksumForm> satisfied(
      IpPayload payload, IpAddress source, IpAddress destination) {
    return VrrpChecksum.satisfied((VrrpPacket) payload, source, destination);
  }

  private static int messageLength(EthernetFrame frame) {
    int header = frame.payload() instanceof Ipv4Packet ? 20 : 40;
    return Frame.of(frame).length() - 14 - header;
  }
}
