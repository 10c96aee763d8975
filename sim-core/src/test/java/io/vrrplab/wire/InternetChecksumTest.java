package io.vrrplab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checksums in encoded frames, against arithmetic of another kind. */
class InternetChecksumTest {

  private static final long SEED = 0x9568;
  private static final int ETHERNET = 14;
  private static final int IPV4 = ETHERNET + 20;
  private static final int IPV6 = ETHERNET + 40;

  static IntStream lengths() {
    return IntStream.rangeClosed(0, 40);
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void shouldSumIcmpOfEveryLength(int length) {
    String frame = encode(Samples.ipv4(IcmpEcho.request(0x1234, 0xfedc, random(length))));

    assertChecksum(frame, IPV4, IPV4 + 2, "");
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void shouldSumUdpOfEveryLengthWithItsPseudoHeader(int length) {
    String frame = encode(Samples.ipv4(new UdpPacket(0xfffe, 53, random(length))));

    assertChecksum(
        frame,
        IPV4,
        IPV4 + 6,
        octets(frame, ETHERNET + 12, IPV4) + "0011%04x".formatted(8 + length));
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void shouldSumIcmpv6OfEveryLengthWithItsPseudoHeader(int length) {
    String frame = encode(Samples.ipv6(Icmpv6Echo.request(0x1234, 0xfedc, random(length))));

    assertChecksum(
        frame,
        IPV6,
        IPV6 + 2,
        octets(frame, ETHERNET + 8, IPV6) + "%08x0000003a".formatted(8 + length));
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void shouldSumTheIpv4HeaderWithOptionsOfEveryLength(int length) {
    Octets options = random(length / 4 * 4);
    Ipv4Packet packet = Samples.ipv4(new OpaqueIpPayload(9, Octets.EMPTY)).withOptions(options);

    assertChecksum(
        encode(packet.withIdentification(0xffff).withTos(0xff)), ETHERNET, ETHERNET + 10, "");
  }

  @Test
  void shouldSendAUdpChecksumOfZeroAsAllOnes() {
    UdpPacket packet = new UdpPacket(0x35 + 0x7b5e, 0x35, Octets.EMPTY);
    Frame frame = Frame.of(Samples.of("zero", Samples.ipv4(packet)).frame());

    assertThat(octets(frame.toString(), IPV4 + 6, IPV4 + 8)).isEqualTo("ffff");
    assertThat(frame.decoded()).isInstanceOf(Decoded.Packet.class);
  }

  private static void assertChecksum(String frame, int from, int field, String pseudoHeader) {
    String before = octets(frame, from, field);
    String after = frame.substring(2 * (field + 2));
    int expected = NaiveChecksum.of(pseudoHeader + before + "0000" + after);

    assertThat(octets(frame, field, field + 2)).isEqualTo("%04x".formatted(expected));
  }

  private static String octets(String hex, int from, int to) {
    return hex.substring(2 * from, 2 * to);
  }

  private static String encode(EthernetPayload payload) {
    return Frame.of(new EthernetFrame(Samples.BOB, Samples.ALICE, payload)).toString();
  }

  private static Octets random(int length) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + length);
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Octets.of(bytes);
  }
}
