package io.vrrplab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OctetsTest {

  private static final Octets NINE = Octets.ofHex("00 01 02 03 04 05 06 07 ff");

  @Test
  void shouldReadNumbersHighestOctetFirst() {
    assertThat(NINE.at(8)).isEqualTo(255);
    assertThat(NINE.intAt(5)).isEqualTo(0x050607ff);
    assertThat(NINE.longAt(1)).isEqualTo(0x01020304050607ffL);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 9})
  void shouldNotReadOutsideItself(int index) {
    Octets window = NINE.from(0);

    assertThatThrownBy(() -> window.at(index)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> window.intAt(index - 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> window.longAt(index - 7))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void shouldNotReadTheOctetsAroundAWindow() {
    Frame frame =
        Frame.of(
            new EthernetFrame(
                Samples.BOB, Samples.ALICE, Samples.ipv4(IcmpEcho.request(1, 1, NINE))));
    Frame padded = frame.padded();
    Ipv4Packet ip = (Ipv4Packet) ((Decoded.Packet) padded.decoded()).frame().payload();
    Octets data = ((IcmpEcho) ip.payload()).data();

    assertThat(data).isEqualTo(NINE).hasSameHashCodeAs(NINE);
    assertThatThrownBy(() -> data.at(9)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void shouldEqualByContent() {
    assertThat(NINE.from(8)).isEqualTo(Octets.of((byte) -1));
    assertThat(NINE.from(9)).isSameAs(Octets.EMPTY).isEqualTo(Octets.of());
    assertThat(Octets.zeroes(2)).isEqualTo(Octets.ofHex("0000")).isNotEqualTo(Octets.zeroes(3));
    assertThat(NINE).isNotEqualTo(Octets.ofHex("000102030405060700")).isNotEqualTo("00");
    assertThat(NINE).doesNotHaveSameHashCodeAs(NINE.from(1));
  }

  @Test
  void shouldNotChangeWithTheArraysAround() {
    byte[] bytes = {1, 2};
    Octets octets = Octets.of(bytes);

    bytes[0] = 9;
    octets.toByteArray()[1] = 9;

    assertThat(octets).hasToString("0102");
    assertThat(octets.isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0g", "0x01"})
  void shouldNotReadHexThatIsNone(String text) {
    assertThatThrownBy(() -> Octets.ofHex(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
