package io.vrrplab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import io.vrrplab.Requirement;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VrrpPacketTest {

  private static final Ipv4Address VIP = Ipv4Address.parse("192.0.2.254");

  @Test
  @Requirement("VRRP-RX-TTL-255")
  void shouldKeepTheTtlOfAnIncompleteAdvertInSight() {
    Ipv4Packet packet = overIpv4("2129640200010000 c0000201", 254);

    assertThat(packet.ttl()).isEqualTo(254);
    assertThat(packet.payload()).isInstanceOf(VrrpUndecodable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2129640200010203 c0000201, 2, 1, 41, 100, 515",
    "4f, 4, 15, 0, 0, 0",
    "31ff00, 3, 1, 255, 0, 0",
    "'', 0, 0, 0, 0, 0"
  })
  void shouldReadWhatThereIsOfAnIncompleteMessage(
      String octets, int version, int type, int vrid, int priority, int checksum) {
    VrrpPacket packet = vrrp(octets);

    assertThat(packet).isInstanceOf(VrrpUndecodable.class);
    assertThat(packet.version()).isEqualTo(version);
    assertThat(packet.type()).isEqualTo(type);
    assertThat(packet.virtualRouterId()).isEqualTo(vrid);
    assertThat(packet.priority()).isEqualTo(priority);
    assertThat(packet.checksum()).isEqualTo(checksum);
    assertThat(packet.addresses()).isEmpty();
    assertThat(packet.surplus()).isEqualTo(Octets.EMPTY);
  }

  @ParameterizedTest
  @Requirement({"VRRP-RX-COMPLETE-V2", "VRRP-RX-COMPLETE-V3", "VRRP-PKT-LENGTH"})
  @ValueSource(
      strings = {
        "2101640100010000 c00002fe 00000000000000",
        "2101640200010000 c00002fe 0000000000000000",
        "3101640100640000 c00002",
        "3101640200640000 c00002fe",
        "31016400006400"
      })
  void shouldCallAMessageShorterThanAnnouncedUndecodable(String octets) {
    assertThat(vrrp(octets)).isEqualTo(new VrrpUndecodable(Octets.ofHex(octets)));
  }

  @Test
  void shouldTellOctetsBeyondTheAnnouncedOnes() {
    assertThat(vrrp("3101640100640000 c00002fe 0102").surplus()).isEqualTo(Octets.ofHex("0102"));
    assertThat(vrrp("2101640000010000 0000000000000000 ff").surplus().length()).isEqualTo(1);
  }

  @Test
  void shouldKeepCodePointsThatNobodyDefined() {
    assertThat(vrrp("3f01640100640000 c00002fe"))
        .isEqualTo(new VrrpV3Packet(15, 1, 100, 0, 100, 0, List.of(VIP)));
    assertThat(vrrp("220164012a010000 c00002fe 0000000000000007"))
        .isEqualTo(new VrrpV2Packet(2, 1, 100, 42, 1, 0, List.of(VIP), 7));
  }

  @ParameterizedTest
  @Requirement({"VRRP-RX-V3-RESERVED-IGNORED", "VRRP-PKT-V3-ADVINT-FIELD"})
  @ValueSource(ints = {0, 1, 7, 8, 15})
  void shouldKeepTheReservedBitsApartFromTheInterval(int reserved) {
    String octets = "31016401 %01xfff 0000 c00002fe".formatted(reserved);

    assertThat(vrrp(octets))
        .isEqualTo(new VrrpV3Packet(1, 1, 100, reserved, 4095, 0, List.of(VIP)));
  }

  @Test
  @Requirement("VRRP-PKT-COUNT-FIELD")
  void shouldCarryAsManyAddressesAsTheCountCanSay() {
    VrrpV3Packet packet = new VrrpV3Packet(1, 1, 1, 0, 1, 0, Collections.nCopies(255, VIP));
    EthernetFrame frame = new EthernetFrame(Samples.BOB, Samples.ALICE, Samples.ipv4(packet));

    assertThat(Frame.of(frame).decoded()).isEqualTo(new Decoded.Packet(frame));
    assertThatThrownBy(() -> new VrrpV3Packet(1, 1, 1, 0, 1, 0, Collections.nCopies(256, VIP)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("number of addresses 256");
  }

  @Test
  @Requirement({"VRRP-PKT-SINGLE-FAMILY", "VRRP-PKT-FAMILY-MATCHES-HEADER"})
  void shouldNotEncodeAddressesOfTheOtherFamily() {
    VrrpV3Packet packet = new VrrpV3Packet(1, 1, 1, 0, 1, 0, List.of(VIP));
    EthernetFrame frame = new EthernetFrame(Samples.BOB, Samples.ALICE, Samples.ipv6(packet));

    assertThatThrownBy(() -> Frame.of(frame))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("192.0.2.254");
  }

  @Test
  void shouldTakeUndecodableOctetsFromABufferWithoutMovingIt() {
    var buffer = Unpooled.wrappedBuffer(new byte[] {9, 0x21, 5}).skipBytes(1);

    assertThat(new VrrpUndecodable(buffer).virtualRouterId()).isEqualTo(5);
    assertThat(buffer.readableBytes()).isEqualTo(2);
  }

  @Test
  @Requirement({"VRRP-TX-IP-PROTO-112", "VRRP-PKT-CSUM-PSEUDO-NEXT-HEADER"})
  void shouldBelongToProtocol112InEveryForm() {
    assertThat(vrrp("").protocol()).isEqualTo(112);
    assertThat(vrrp("3101640100640000 c00002fe").protocol()).isEqualTo(112);
  }

  private static VrrpPacket vrrp(String message) {
    return (VrrpPacket) overIpv4(message, 255).payload();
  }

  private static Ipv4Packet overIpv4(String message, int ttl) {
    IpPayload raw = new OpaqueIpPayload(VrrpPacket.PROTOCOL, Octets.ofHex(message));
    Ipv4Packet packet = Samples.ipv4(raw).withTtl(ttl);
    Frame frame = Frame.of(new EthernetFrame(Samples.BOB, Samples.ALICE, packet));
    return (Ipv4Packet) ((Decoded.Packet) frame.decoded()).frame().payload();
  }
}
