package io.vrrplab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithLength;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the octets: a decoder throws nothing, and a packet that it gives is encoded to octets
 * that mean the same packet. A plain test run tries the seeds only. To let coverage guide a search
 * for others, one method at a time:
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn test -pl sim-core -Djazzer.hooks=true \
 *     -Dtest='DecoderFuzzTest#shouldReadAnyIcmp'
 * }</pre>
 */
class DecoderFuzzTest {

  @MethodSource("frames")
  @FuzzTest(maxDuration = "1m")
  void shouldReadAnyFrame(byte @NotNull @WithLength(max = 1518) [] octets) {
    assertStable(Frame.ofBytes(octets));
  }

  @MethodSource("arp")
  @FuzzTest(maxDuration = "1m")
  void shouldReadAnyArp(byte @NotNull @WithLength(max = 64) [] message) {
    carry(new OpaqueEthernetPayload(ArpPacket.ETHER_TYPE, Octets.of(message)));
  }

  @MethodSource("ipv4")
  @FuzzTest(maxDuration = "1m")
  void shouldReadAnyIpv4(byte @NotNull @WithLength(max = 256) [] packet) {
    byte[] repaired = packet.clone();
    int header = packet.length == 0 ? 0 : Math.min(packet.length, (packet[0] & 0xf) * 4);
    if (header >= 20) {
      store(repaired, 10, NaiveChecksum.of(hexWithout(packet, 10, header)));
    }
    carry(new OpaqueEthernetPayload(Ipv4Packet.ETHER_TYPE, Octets.of(repaired)));
  }

  @MethodSource("ipv6")
  @FuzzTest(maxDuration = "1m")
  void shouldReadAnyIpv6(byte @NotNull @WithLength(max = 256) [] packet) {
    carry(new OpaqueEthernetPayload(Ipv6Packet.ETHER_TYPE, Octets.of(packet)));
  }

  @MethodSource("icmp")
  @FuzzTest(maxDuration = "1m")
  void shouldReadAnyIcmp(byte @NotNull @WithLength(max = 128) [] message) {
    carryRepaired(IcmpPacket.PROTOCOL, message);
  }

  @MethodSource("igmp")
  @FuzzTest(maxDuration = "1m")
  void shouldReadAnyIgmp(byte @NotNull @WithLength(max = 256) [] message) {
    carryRepaired(IgmpPacket.PROTOCOL, message);
  }

  @MethodSource("icmpv6")
  @FuzzTest(maxDuration = "1m")
  void shouldReadAnyIcmpv6(byte @NotNull @WithLength(max = 256) [] message) {
    byte[] repaired = message.clone();
    if (message.length >= 4) {
      Ipv6Address source = Samples.ALICE_IPV6;
      Ipv6Address destination = Samples.BOB_IPV6;
      String pseudoHeader =
          "%016x%016x%016x%016x%08x0000003a"
              .formatted(
                  source.high(),
                  source.low(),
                  destination.high(),
                  destination.low(),
                  message.length);
      store(repaired, 2, NaiveChecksum.of(pseudoHeader + hexWithout(message, 2, message.length)));
    }
    carry(Samples.ipv6(new OpaqueIpPayload(Icmpv6Packet.PROTOCOL, Octets.of(repaired))));
  }

  @MethodSource("udp")
  @FuzzTest(maxDuration = "1m")
  void shouldReadAnyUdp(byte @NotNull @WithLength(max = 128) [] message) {
    OpaqueIpPayload payload = new OpaqueIpPayload(UdpPacket.PROTOCOL, Octets.of(message));
    carry(Samples.ipv4(payload));
    carry(Samples.ipv6(payload));
  }

  @MethodSource("vrrp")
  @FuzzTest(maxDuration = "1m")
  void shouldReadAnyVrrp(byte @NotNull @WithLength(max = 256) [] message) {
    OpaqueIpPayload payload = new OpaqueIpPayload(VrrpPacket.PROTOCOL, Octets.of(message));
    carry(Samples.ipv4(payload));
    carry(Samples.ipv6(payload));
  }

  static Stream<byte[]> frames() {
    return Samples.all().map(sample -> Frame.of(sample.frame())).map(DecoderFuzzTest::bytesOf);
  }

  static Stream<byte[]> arp() {
    return behind(14, ArpPacket.class);
  }

  static Stream<byte[]> ipv4() {
    return behind(14, Ipv4Packet.class);
  }

  static Stream<byte[]> ipv6() {
    return behind(14, Ipv6Packet.class);
  }

  static Stream<byte[]> icmp() {
    return messages(IcmpPacket.class);
  }

  static Stream<byte[]> igmp() {
    return messages(IgmpPacket.class);
  }

  static Stream<byte[]> icmpv6() {
    return messages(Icmpv6Packet.class);
  }

  static Stream<byte[]> udp() {
    return messages(UdpPacket.class);
  }

  static Stream<byte[]> vrrp() {
    return messages(VrrpPacket.class);
  }

  private static Stream<byte[]> behind(int header, Class<?> payload) {
    return Samples.all()
        .map(Samples.Sample::frame)
        .filter(frame -> frame.vlan() == null && payload.isInstance(frame.payload()))
        .map(frame -> bytesOf(Frame.of(frame)))
        .map(bytes -> Arrays.copyOfRange(bytes, header, bytes.length));
  }

  private static Stream<byte[]> messages(Class<?> kind) {
    return Samples.all()
        .map(Samples.Sample::frame)
        .filter(frame -> kind.isInstance(Samples.ipPayloadOf(frame)))
        .map(frame -> Samples.messageIn(frame).toByteArray());
  }

  private static void carryRepaired(int protocol, byte[] message) {
    byte[] repaired = message.clone();
    if (message.length >= 4) {
      store(repaired, 2, NaiveChecksum.of(hexWithout(message, 2, message.length)));
    }
    carry(Samples.ipv4(new OpaqueIpPayload(protocol, Octets.of(repaired))));
  }

  private static void carry(EthernetPayload payload) {
    assertStable(Frame.of(new EthernetFrame(Samples.BOB, Samples.ALICE, payload)));
  }

  private static void assertStable(Frame frame) {
    if (frame.decoded() instanceof Decoded.Packet packet) {
      assertThat(Frame.of(packet.frame()).decoded()).isEqualTo(packet);
    }
  }

  /** The first octets in hex, two of them as zero. */
  private static String hexWithout(byte[] octets, int field, int length) {
    byte[] without = Arrays.copyOf(octets, length);
    store(without, field, 0);
    return Octets.of(without).toString();
  }

  private static void store(byte[] octets, int field, int checksum) {
    octets[field] = (byte) (checksum >>> 8);
    octets[field + 1] = (byte) checksum;
  }

  private static byte[] bytesOf(Frame frame) {
    return Octets.copyOf(frame.octets()).toByteArray();
  }
}
