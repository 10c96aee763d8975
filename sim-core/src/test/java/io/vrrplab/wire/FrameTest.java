package io.vrrplab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

  private static final EthernetFrame PING =
      new EthernetFrame(
          Samples.BOB,
          Samples.ALICE,
          Samples.ipv4(IcmpEcho.request(1, 2, Octets.ofHex("0102030405"))));

  @Test
  void shouldTellTheAddressesWithoutDecoding() {
    Frame frame = Frame.of(PING);

    assertThat(frame.destinationBits()).isEqualTo(Samples.BOB.bits());
    assertThat(frame.sourceBits()).isEqualTo(Samples.ALICE.bits());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13})
  void shouldHaveNoAddressesWhereItIsTooShort(int length) {
    Frame frame = Frame.ofBytes(new byte[length]);

    assertThat(frame.length()).isEqualTo(length);
    assertThat(frame.destinationBits()).isZero();
    assertThat(frame.sourceBits()).isZero();
    assertThat(frame.decoded()).isInstanceOf(Decoded.Refused.class);
  }

  @Test
  void shouldDecodeOnce() {
    Frame frame = Frame.of(PING);

    assertThat(frame.decoded()).isSameAs(frame.decoded());
  }

  @Test
  void shouldNotChangeWithTheBytesItWasMadeFrom() {
    byte[] bytes = Octets.copyOf(Frame.of(PING).octets()).toByteArray();
    ByteBuf buffer = Unpooled.wrappedBuffer(bytes.clone());
    Frame fromBytes = Frame.ofBytes(bytes);
    Frame fromBuffer = Frame.ofBytes(buffer);

    bytes[0] ^= 1;
    buffer.setByte(0, 0x55);

    assertThat(fromBytes).isEqualTo(Frame.of(PING)).hasSameHashCodeAs(Frame.of(PING));
    assertThat(fromBuffer).isEqualTo(Frame.of(PING));
    assertThat(buffer.readableBytes()).isEqualTo(fromBuffer.length());
  }

  @Test
  void shouldShowItsOctetsWithoutLettingThemBeWritten() {
    Frame frame = Frame.of(PING);
    ByteBuf view = frame.octets();

    assertThatThrownBy(() -> view.setByte(0, 1)).isInstanceOf(ReadOnlyBufferException.class);
    view.skipBytes(10);
    assertThat(frame.octets().readableBytes()).isEqualTo(frame.length());
  }

  @Test
  void shouldPadToTheShortestFrameOfEthernet() {
    Frame padded = Frame.of(PING).padded();

    assertThat(padded.length()).isEqualTo(60);
    assertThat(padded.toString()).startsWith(Frame.of(PING).toString()).endsWith("00".repeat(13));
    assertThat(padded.padded()).isSameAs(padded);
  }

  @Test
  void shouldSpoilOneBitOfACopy() {
    Frame frame = Frame.ofBytes(new byte[2]);

    assertThat(frame.withFlippedBit(0)).hasToString("8000");
    assertThat(frame.withFlippedBit(9)).hasToString("0040");
    assertThat(frame).hasToString("0000").isNotEqualTo(frame.withFlippedBit(15));
    for (int outside : new int[] {-1, 16}) {
      assertThatThrownBy(() -> frame.withFlippedBit(outside))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }
}
