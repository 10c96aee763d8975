package io.vrrplab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.wire.Samples.Sample;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every codec promises of every packet. */
class CodecTest {

  static Stream<Sample> samples() {
    return Samples.all();
  }

  static Stream<Sample> samplesOverIp() {
    return samples()
        .filter(sample -> !(sample.frame().payload() instanceof ArpPacket))
        .filter(sample -> !(sample.frame().payload() instanceof OpaqueEthernetPayload));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldDecodeWhatWasEncodedAndEncodeItAlike(Sample sample) {
    Frame frame = Frame.of(sample.frame());

    assertThat(frame.decoded()).isEqualTo(new Decoded.Packet(sample.frame()));
    assertThat(Frame.of(packetIn(frame))).isEqualTo(frame);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldRefuseEveryTruncationUnlessThePayloadIsOpaque(Sample sample) {
    byte[] whole = bytesOf(Frame.of(sample.frame()));
    boolean opaque = sample.frame().payload() instanceof OpaqueEthernetPayload;
    int header = sample.frame().vlan() == null ? 14 : 18;

    for (int length = 0; length < whole.length; length++) {
      Decoded decoded = Frame.ofBytes(Arrays.copyOf(whole, length)).decoded();
      if (opaque && length >= header) {
        assertThat(decoded).isNotEqualTo(new Decoded.Packet(sample.frame()));
      } else {
        assertThat(decoded).as("%s octets", length).isInstanceOf(Decoded.Refused.class);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samplesOverIp")
  void shouldNotMistakeATruncatedMessageInAWholeIpPacket(Sample sample) {
    Frame frame = Frame.of(sample.frame());
    Octets message = Samples.messageIn(sample.frame());

    for (int length = 0; length < message.length(); length++) {
      byte[] cut = Arrays.copyOf(message.toByteArray(), length);
      Frame carrier = Frame.of(Samples.withMessage(sample.frame(), Octets.of(cut)));

      assertThat(carrier.decoded())
          .as("%s octets of %s", length, message.length())
          .isNotEqualTo(frame.decoded());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldNotMistakeAFrameWithAnyOneBitFlipped(Sample sample) {
    Frame frame = Frame.of(sample.frame());

    for (int bit = 0; bit < frame.length() * Byte.SIZE; bit++) {
      assertThat(frame.withFlippedBit(bit).decoded())
          .as("bit %s", bit)
          .isNotEqualTo(frame.decoded());
    }
  }

  @ParameterizedTest
  @MethodSource("samplesOverIp")
  void shouldRefuseEveryFlippedBitThatAChecksumCovers(Sample sample) {
    Frame frame = Frame.of(sample.frame());
    int from = sample.frame().vlan() == null ? 14 : 18;
    int ipHeader = frame.length() - from - Samples.messageIn(sample.frame()).length();

    for (int bit = from * Byte.SIZE; bit < frame.length() * Byte.SIZE; bit++) {
      boolean inHeader = bit / Byte.SIZE < from + ipHeader;
      if (inHeader ? isIpv4(sample) : isChecksummed(sample)) {
        assertThat(frame.withFlippedBit(bit).decoded())
            .as("bit %s", bit)
            .isInstanceOf(Decoded.Refused.class);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samplesOverIp")
  void shouldLeaveThePaddingOfTheLinkUnread(Sample sample) {
    Frame frame = Frame.of(sample.frame());

    assertThat(frame.padded().decoded()).isEqualTo(frame.decoded());
    assertThat(Frame.ofBytes(Arrays.copyOf(bytesOf(frame), frame.length() + 9)).decoded())
        .isEqualTo(frame.decoded());
  }

  private static boolean isIpv4(Sample sample) {
    return sample.frame().payload() instanceof Ipv4Packet;
  }

  /** Whether a checksum that decoding verifies covers each bit of the message. */
  private static boolean isChecksummed(Sample sample) {
    return switch (Samples.ipPayloadOf(sample.frame())) {
      case IcmpPacket _, IgmpPacket _, Icmpv6Packet _ -> true;
      case UdpPacket udp -> udp.checksummed();
      case VrrpPacket _, OpaqueIpPayload _ -> false;
      case null -> false;
    };
  }

  private static EthernetFrame packetIn(Frame frame) {
    return ((Decoded.Packet) frame.decoded()).frame();
  }

  private static byte[] bytesOf(Frame frame) {
    return Octets.copyOf(frame.octets()).toByteArray();
  }
}
