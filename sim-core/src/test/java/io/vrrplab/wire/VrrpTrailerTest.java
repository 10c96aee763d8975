package io.vrrplab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trailers as keepalived 2.4.3 was seen to send them, from the first octet of the message on. */
class VrrpTrailerTest {

  private static final Octets WORD = Octets.ofHex("6b".repeat(32));
  private static final Octets NUMBERS =
      Octets.ofHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021");

  private static final String VERSION_2 =
      """
      213d6401 0001b882 c000023d 00000000 00000000
      01070000 6b01c2d1 47190000 35c9441435b61d8f3b981f7291f9ede2\
      """;
  private static final String VERSION_3 =
      """
      313e6402 0032430d c000023e c00002a2
      01090000 6b01c2cf 7cb10000 0ef45b56fd8775af181c9474d69b70bf\
      """;
  private static final String IPV6 =
      """
      313f6402 006405e9 fe800000000000000000000000000063 20010db8000000000000000000000063
      01070000 6b01c2d1 4de00000 88ea4eb533d892afd9c81193b7267dc9\
      """;

  private static VrrpPacket packet(String hex, IpAddress source) {
    ByteBuf octets = Unpooled.wrappedBuffer(Octets.ofHex(hex).toByteArray());
    return VrrpCodec.read(octets, 0, octets.readableBytes(), source.width() / Byte.SIZE);
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "6"})
  void shouldSignAsKeepalivedDoes(int which) {
    IpAddress source = IpAddress.parse(which == 6 ? "fe80::a89e:67ff:fefe:ee5b" : "192.0.2.11");
    Octets key = which == 3 ? NUMBERS : WORD;
    VrrpPacket packet = packet(which == 2 ? VERSION_2 : which == 3 ? VERSION_3 : IPV6, source);
    VrrpTrailer seen = VrrpTrailer.read(packet.surplus());

    assertThat(seen.isOf(packet, source, key)).isTrue();
    assertThat(VrrpTrailer.sign(packet, source, seen.keyId(), key, seen.sequence()))
        .isEqualTo(seen);
    assertThat(seen.octets()).isEqualTo(packet.surplus());
  }

  @Test
  void shouldTellForgeries() {
    IpAddress source = IpAddress.parse("192.0.2.11");
    VrrpV2Packet packet = (VrrpV2Packet) packet(VERSION_2, source);
    VrrpTrailer seen = VrrpTrailer.read(packet.surplus());
    VrrpV2Packet other =
        new VrrpV2Packet(1, 61, 101, 0, 1, packet.checksum(), packet.addresses(), 0);
    VrrpTrailer later =
        new VrrpTrailer(seen.type(), seen.keyId(), 0, seen.sequence() + 1, seen.hmac());

    assertThat(seen.isOf(packet.withChecksum(0), source, WORD)).isTrue();
    assertThat(seen.isOf(packet, source, NUMBERS)).isFalse();
    assertThat(seen.isOf(packet, IpAddress.parse("192.0.2.12"), WORD)).isFalse();
    assertThat(seen.isOf(other, source, WORD)).isFalse();
    assertThat(later.isOf(packet, source, WORD)).isFalse();
  }

  /** Over IPv4 the checksum leaves the trailer out; over IPv6 the kernel counts it in. */
  @Test
  void shouldStandOutsideOfTheChecksumOverIpv4() {
    IpAddress v4 = IpAddress.parse("192.0.2.11");
    IpAddress v6 = IpAddress.parse("fe80::a89e:67ff:fefe:ee5b");
    VrrpV2Packet version2 = (VrrpV2Packet) packet(VERSION_2, v4);
    VrrpV3Packet version3 = (VrrpV3Packet) packet(VERSION_3, v4);

    assertThat(
            VrrpChecksum.satisfied(version2.withSurplus(Octets.EMPTY), v4, Ipv4Address.VRRP_GROUP))
        .isNotEmpty();
    assertThat(
            VrrpChecksum.satisfied(version3.withSurplus(Octets.EMPTY), v4, Ipv4Address.VRRP_GROUP))
        .contains(ChecksumForm.PSEUDO_HEADER);
    assertThat(VrrpChecksum.satisfied(version2, v4, Ipv4Address.VRRP_GROUP)).isEmpty();
    assertThat(VrrpChecksum.satisfied(packet(IPV6, v6), v6, Ipv6Address.VRRP_GROUP))
        .contains(ChecksumForm.PSEUDO_HEADER);
  }

  @Test
  void shouldReadItsFields() {
    VrrpTrailer seen = VrrpTrailer.read(packet(VERSION_2, IpAddress.parse("192.0.2.11")).surplus());

    assertThat(seen.type()).isEqualTo(VrrpTrailer.HMAC_SHA_256);
    assertThat(seen.keyId()).isEqualTo(7);
    assertThat(seen.reserved()).isZero();
    assertThat(seen.sequence()).isEqualTo(0x6b01c2d1_47190000L);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VrrpTrailer.read(Octets.zeroes(27)))
        .withMessageContaining("28 octets");
  }
}
