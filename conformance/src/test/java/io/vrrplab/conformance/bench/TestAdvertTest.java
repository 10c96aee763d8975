package io.vrrplab.conformance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Octets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TestAdvertTest {

  private static final Ipv4Address ROUTER = Ipv4Address.parse("192.0.2.1");
  private static final Ipv4Address VIRTUAL = Ipv4Address.parse("192.0.2.254");

  /** Worked out by hand, with the sums of RFC 1071. */
  @ParameterizedTest
  @CsvSource({
    "RFC3768, 21016401 0001b7fd c00002fe 0000000000000000",
    "RFC5798, 31016401 0064050a c00002fe",
    "RFC9568, 31016401 0064a79a c00002fe"
  })
  void shouldWriteTheOctetsOfEachDocument(Rfc rfc, String octets) {
    TestAdvert advert = TestAdvert.of(rfc, ROUTER, 1, 100, 100, List.of(VIRTUAL));

    assertThat(advert.message()).isEqualTo(Octets.ofHex(octets));
  }

  @ParameterizedTest
  @EnumSource
  void shouldReadBackWhatItWrote(Rfc rfc) {
    TestAdvert advert = TestAdvert.of(rfc, ROUTER, 1, 100, 100, List.of(VIRTUAL));
    Anatomy frame = Anatomy.of(advert.frame().padded());

    assertThat(TestAdvert.read(frame)).isEqualTo(advert);
    assertThat(frame.isAdvert()).isTrue();
    assertThat(frame.addresses()).isEqualTo(List.of(VIRTUAL));
    assertThat(frame.value(Field.VRRP_CHECKSUM)).isEqualTo(Checksums.of(frame, rfc));
  }

  @Test
  void shouldTellWhereAFieldStands() {
    Anatomy frame =
        Anatomy.of(TestAdvert.of(Rfc.RFC9568, ROUTER, 1, 100, 100, List.of(VIRTUAL)).frame());

    assertThat(frame.place(Field.ETHERNET_SOURCE)).isEqualTo("6-11");
    assertThat(frame.place(Field.VRRP_VERSION)).isEqualTo("34");
    assertThat(frame.place(Field.VRRP_CENTISECONDS)).isEqualTo("38-39");
    assertThat(frame.value(Field.VRRP_CENTISECONDS)).isEqualTo(100);
    assertThat(Anatomy.text(Field.IPV4_SOURCE, frame.value(Field.IPV4_SOURCE)))
        .isEqualTo("192.0.2.1");
  }
}
