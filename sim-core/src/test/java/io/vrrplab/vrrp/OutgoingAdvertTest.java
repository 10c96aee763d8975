package io.vrrplab.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.VrrpV2Packet;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingAdvertTest {

  @Test
  @Requirement({
    "VRRP-TX-FIELDS-FROM-STATE",
    "VRRP-TX-V2-AUTH-TYPE-ZERO",
    "VRRP-PKT-V2-AUTH-DATA-ZERO",
    "VRRP-PKT-ADDR-ORDER",
    "VRRP-TMR-QUEUE-PRIORITY",
    "VRRP-TX-TTL-255"
  })
  void shouldFillInVersion2() {
    VirtualRouterConfig config =
        Samples.ipv4(Profile.RFC3768).withAdvertisementIntervalCs(300).withPriority(120);

    assertThat(OutgoingAdvert.of(config, 120))
        .isEqualTo(
            new OutgoingAdvert(
                Samples.OWN_IPV4,
                Ipv4Address.VRRP_GROUP,
                255,
                0xc0,
                new VrrpV2Packet(1, 41, 120, 0, 3, 0, Samples.VIRTUAL_IPV4, 0),
                ChecksumForm.MESSAGE_ONLY));
  }

  @Test
  void shouldCarryThePasswordInVersion2() {
    VirtualRouterConfig config =
        Samples.ipv4(Profile.KEEPALIVED, 2)
            .withAuthentication(Authentication.simplePassword("1111"));

    assertThat(OutgoingAdvert.of(config, 100).packet())
        .isEqualTo(
            new VrrpV2Packet(1, 41, 100, 1, 1, 0, Samples.VIRTUAL_IPV4, 0x3131_3131_0000_0000L));
  }

  @Test
  @Requirement({
    "VRRP-TX-FIELDS-FROM-STATE",
    "VRRP-PKT-V3-RESERVED-ZERO",
    "VRRP-PKT-V3-ADVINT-FIELD",
    "VRRP-PKT-V3-NO-AUTH-FIELDS",
    "VRRP-ADDR-PRIO-ZERO-RESERVED",
    "VRRP-PKT-ADDR-ORDER"
  })
  void shouldFillInVersion3OverIpv4() {
    OutgoingAdvert advert =
        OutgoingAdvert.of(Samples.ipv4(Profile.RFC5798).withAdvertisementIntervalCs(10), 0);

    assertThat(advert.packet())
        .isEqualTo(new VrrpV3Packet(1, 41, 0, 0, 10, 0, List.copyOf(Samples.VIRTUAL_IPV4)));
    assertThat(advert.checksumForm()).isEqualTo(ChecksumForm.PSEUDO_HEADER);
  }

  @Test
  @Requirement({
    "VRRP-TX-DST-IPV6",
    "VRRP-TX-SRC-IPV6-LINKLOCAL",
    "VRRP-TX-HOPLIMIT-255",
    "VRRP-PKT-V6-FIRST-LINKLOCAL",
    "VRRP-TX-FIELDS-FROM-STATE"
  })
  void shouldFillInVersion3OverIpv6() {
    OutgoingAdvert advert = OutgoingAdvert.of(Samples.ipv6(Profile.RFC9568), 100);

    assertThat(advert.source()).isEqualTo(Samples.OWN_IPV6);
    assertThat(advert.destination()).isEqualTo(Ipv6Address.VRRP_GROUP);
    assertThat(advert.packet())
        .isEqualTo(new VrrpV3Packet(1, 41, 100, 0, 100, 0, Samples.VIRTUAL_IPV6));
    assertThat(advert.checksumForm()).isEqualTo(ChecksumForm.PSEUDO_HEADER);
  }

  /** What one router sends, another of the same profile accepts. */
  @ParameterizedTest
  @CsvSource({
    "rfc3768, 2",
    "rfc5798, 3",
    "rfc9568, 3",
    "keepalived, 2",
    "keepalived, 3",
    "frr, 2",
    "frr, 3"
  })
  void shouldBeAcceptedByAPeer(String profile, int version) {
    VirtualRouterConfig config = Samples.ipv4(Profile.named(profile), version);
    OutgoingAdvert sent = OutgoingAdvert.of(config, 100);
    ReceivedAdvert received =
        new ReceivedAdvert(
            Samples.HIGHER_IPV4,
            sent.destination(),
            sent.hopLimit(),
            sent.packet(),
            0,
            EnumSet.of(sent.checksumForm()));

    assertThat(Judging.verdict(config, received)).isEqualTo("accepted");
  }
}
