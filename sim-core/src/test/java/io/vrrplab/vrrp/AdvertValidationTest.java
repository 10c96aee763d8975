package io.vrrplab.vrrp;

import static io.vrrplab.vrrp.Judging.undecodable;
import static io.vrrplab.vrrp.Judging.verdict;
import static io.vrrplab.vrrp.Judging.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.vrrp.AcceptanceRules.AddressList;
import io.vrrplab.vrrp.AcceptanceRules.Ipv4Checksum;
import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.VrrpV2Packet;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvertValidationTest {

  private static final Ipv4Address STRANGE = Ipv4Address.parse("192.0.2.77");

  @Test
  void shouldPassOnWhatTheAdvertSays() {
    Validated verdict =
        new AdvertValidation(Samples.ipv4(Profile.RFC3768)).check(Samples.version2());

    assertThat(verdict)
        .isEqualTo(
            new Validated.Accepted(
                new Advert(41, 2, 150, 100, Samples.HIGHER_IPV4, Samples.VIRTUAL_IPV4), List.of()));
    assertThat(verdict.toEvent()).isInstanceOf(VrrpEvent.AdvertReceived.class);
  }

  @ParameterizedTest
  @CsvSource({
    "rfc3768,        accepted",
    "rfc5798,        accepted",
    "rfc9568,        accepted",
    "keepalived,     own-address",
    "keepalived-2.4, own-address",
    "frr,            own-address"
  })
  void shouldHearItsOwnAddressOnlyWhereNobodyFilters(String profile, String expected) {
    VirtualRouterConfig config = Samples.ipv4(Profile.named(profile));

    assertThat(verdict(config, Judging.withSource(goodFor(config), Samples.OWN_IPV4)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "rfc3768,    accepted,    accepted",
    "rfc5798,    accepted,    accepted",
    "rfc9568,    accepted,    accepted",
    "keepalived, destination, surplus",
    "frr,        destination, surplus"
  })
  void shouldTakeTheGroupOnlyAndTheExactLengthOnlyAsDaemonsDo(
      String profile, String toOneself, String fourOctetsMore) {
    VirtualRouterConfig config = Samples.ipv4(Profile.named(profile));
    ReceivedAdvert good = goodFor(config);

    assertThat(verdict(config, Judging.withDestination(good, Samples.OWN_IPV4)))
        .isEqualTo(toOneself);
    assertThat(verdict(config, Judging.withSurplus(good, 4))).isEqualTo(fourOctetsMore);
  }

  @ParameterizedTest
  @Requirement("VRRP-RX-CSUM-V3-IPV4")
  @CsvSource({
    "rfc3768,    MESSAGE_ONLY, PSEUDO_HEADER",
    "rfc5798,    PSEUDO_HEADER, MESSAGE_ONLY",
    "rfc9568,    MESSAGE_ONLY, PSEUDO_HEADER",
    "keepalived, PSEUDO_HEADER, MESSAGE_ONLY",
    "frr,        PSEUDO_HEADER, MESSAGE_ONLY"
  })
  void shouldAcceptItsOwnFormOfTheChecksumOverIpv4(
      String profile, ChecksumForm right, ChecksumForm wrong) {
    VirtualRouterConfig config = Samples.ipv4(Profile.named(profile));
    ReceivedAdvert good = goodFor(config);

    assertThat(verdict(config, Judging.withChecksum(good, EnumSet.of(right))))
        .isEqualTo("accepted");
    assertThat(verdict(config, Judging.withChecksum(good, EnumSet.of(wrong))))
        .isEqualTo("checksum");
  }

  @Test
  void shouldAcceptEitherFormWhereTheProfileIsLenient() {
    AcceptanceRules lenient = AcceptanceRules.of(Ipv4Checksum.EITHER, AddressList.NOT_COMPARED);
    VirtualRouterConfig config = Samples.ipv4(Profile.RFC9568.withAcceptance(lenient));
    ReceivedAdvert good = Samples.version3();

    assertThat(verdict(config, Judging.withChecksum(good, Samples.MESSAGE_ONLY)))
        .isEqualTo("accepted");
    assertThat(verdict(config, Judging.withChecksum(good, Samples.PSEUDO_HEADER)))
        .isEqualTo("accepted");
    assertThat(verdict(config, Judging.withChecksum(good, Samples.NO_FORM))).isEqualTo("checksum");
  }

  @Test
  @Requirement({"VRRP-RX-CSUM-V2", "VRRP-RX-CSUM-V3-IPV6"})
  void shouldSumVersion2WithoutPseudoHeaderAndIpv6WithItWhateverTheProfile() {
    VirtualRouterConfig keepalived2 = Samples.ipv4(Profile.KEEPALIVED, 2);
    VirtualRouterConfig rfc9568 = Samples.ipv6(Profile.RFC9568);
    ReceivedAdvert overIpv6 =
        Samples.version3OverIpv6(
            Samples.ipv6Message(Samples.VIRTUAL_IPV6.toArray(IpAddress[]::new)));

    assertThat(verdict(keepalived2, Samples.version2())).isEqualTo("accepted");
    assertThat(verdict(rfc9568, overIpv6)).isEqualTo("accepted");
    assertThat(verdict(rfc9568, Judging.withChecksum(overIpv6, Samples.MESSAGE_ONLY)))
        .isEqualTo("checksum");
  }

  @ParameterizedTest
  @Requirement({"VRRP-RX-OWNER-DISCARD", "VRRP-RX-OWNER-PROCESS", "VRRP-RX-OWNER-LOG"})
  @CsvSource({
    "rfc3768,    owner",
    "rfc5798,    owner",
    "rfc9568,    accepted [owner]",
    "keepalived, accepted"
  })
  void shouldTreatAdvertsThatReachTheOwnerByProfile(String profile, String expected) {
    VirtualRouterConfig owner = Samples.ipv4(Profile.named(profile)).withPriority(255);

    assertThat(verdict(owner, goodFor(owner))).isEqualTo(expected);
  }

  @ParameterizedTest
  @Requirement({
    "VRRP-RX-ADDRLIST-VERIFY",
    "VRRP-RX-V2-ADDRLIST-DROP",
    "VRRP-RX-V2-ADDRLIST-OWNER-CONTINUE",
    "VRRP-RX-V3-ADDRLIST-KEEP",
    "VRRP-RX-ADDRLIST-LOG"
  })
  @CsvSource({
    // profile, version, another address, one more address, another address from an owner
    "rfc3768,        2, address-list, address-list, accepted [address-list]",
    "rfc5798,        3, accepted [address-list], accepted [address-list], accepted [address-list]",
    "rfc9568,        3, accepted [address-list], accepted [address-list], accepted [address-list]",
    "keepalived,     2, address-list, address-list, address-list",
    "keepalived,     3, address-list, address-list, address-list",
    "keepalived-2.0, 2, address-list, address-list, address-list",
    "keepalived-2.3.3, 2, accepted [address-list], accepted [address-list], accepted"
        + " [address-list]",
    "keepalived-2.4, 3, accepted [address-list], accepted [address-list], accepted [address-list]",
    "frr,            3, accepted, accepted [address-list], accepted"
  })
  void shouldTreatOtherAddressesByProfile(
      String profile, int version, String another, String oneMore, String fromOwner) {
    VirtualRouterConfig config = Samples.ipv4(Profile.named(profile), version);
    Ipv4Address first = Samples.VIRTUAL_IPV4.getFirst();
    Ipv4Address second = Samples.VIRTUAL_IPV4.getLast();

    assertThat(verdict(config, listing(version, 150, first, STRANGE))).isEqualTo(another);
    assertThat(verdict(config, listing(version, 150, first, second, STRANGE))).isEqualTo(oneMore);
    assertThat(verdict(config, listing(version, 255, first, STRANGE))).isEqualTo(fromOwner);
    assertThat(verdict(config, listing(version, 150, second, first))).isEqualTo("accepted");
  }

  private static ReceivedAdvert listing(int version, int priority, Ipv4Address... listed) {
    return version == 2
        ? Samples.version2(new VrrpV2Packet(1, 41, priority, 0, 1, 0, List.of(listed), 0))
        : Samples.version3(new VrrpV3Packet(1, 41, priority, 0, 100, 0, List.of(listed)));
  }

  @ParameterizedTest
  @Requirement({
    "VRRP-RX-V2-ADVINT-MISMATCH",
    "VRRP-RX-V2-ADVINT-LOG",
    "VRRP-RX-V3-ADVINT-VERIFY",
    "VRRP-RX-V3-ADVINT-KEEP",
    "VRRP-RX-V3-ADVINT-LOG",
    "VRRP-RX-V3-ADVINT-ZERO",
    "VRRP-RX-V3-RESERVED-IGNORED"
  })
  @CsvSource({
    // profile, version, interval in cs, verdict
    "rfc3768,    2, 200, interval",
    "rfc3768,    2,   0, interval",
    "keepalived, 2, 200, interval",
    "frr,        2, 200, interval",
    "rfc5798,    3, 200, accepted",
    "rfc5798,    3,   0, accepted",
    "rfc9568,    3, 200, accepted [interval]",
    "rfc9568,    3,   0, interval-zero",
    "keepalived, 3, 200, accepted [interval]",
    "keepalived, 3,   0, accepted [interval]",
    "frr,        3, 200, accepted",
    "frr,        3,   0, accepted"
  })
  void shouldTreatOtherIntervalsByProfile(
      String profile, int version, int intervalCs, String expected) {
    VirtualRouterConfig config = Samples.ipv4(Profile.named(profile), version);
    ReceivedAdvert received =
        version == 2
            ? Samples.version2(
                new VrrpV2Packet(1, 41, 150, 0, intervalCs / 100, 0, Samples.VIRTUAL_IPV4, 0))
            : Samples.version3(
                new VrrpV3Packet(
                    1, 41, 150, 0xf, intervalCs, 0, List.copyOf(Samples.VIRTUAL_IPV4)));

    assertThat(verdict(config, received)).isEqualTo(expected);
  }

  @ParameterizedTest
  @Requirement("VRRP-RX-V3-COUNT-ZERO")
  @CsvSource({
    "rfc3768,    2, address-list",
    "rfc5798,    3, accepted [address-list]",
    "rfc9568,    3, count",
    "keepalived, 3, address-list",
    "frr,        3, count",
    "frr,        2, accepted [address-list]"
  })
  void shouldTreatAnEmptyListByProfile(String profile, int version, String expected) {
    assertThat(verdict(Samples.ipv4(Profile.named(profile), version), listing(version, 150)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @Requirement("VRRP-RX-V6-FIRST-LINKLOCAL")
  @CsvSource({
    "rfc5798,    accepted [address-list], accepted [address-list]",
    "rfc9568,    link-local, count",
    "keepalived, address-list, address-list",
    "frr,        accepted [address-list], count"
  })
  void shouldTreatIpv6ListsWithoutLinkLocalAddressByProfile(
      String profile, String globalOnly, String empty) {
    VirtualRouterConfig config = Samples.ipv6(Profile.named(profile));
    IpAddress global = Samples.VIRTUAL_IPV6.getLast();

    assertThat(verdict(config, Samples.version3OverIpv6(Samples.ipv6Message(global))))
        .isEqualTo(globalOnly);
    assertThat(verdict(config, Samples.version3OverIpv6(Samples.ipv6Message()))).isEqualTo(empty);
  }

  @Test
  void shouldCountAnEmptyIpv6ListAsOneWithoutLinkLocalAddressWhereOnlyThatIsChecked() {
    AcceptanceRules rules =
        AcceptanceRules.of(Ipv4Checksum.EITHER, AddressList.NOT_COMPARED)
            .dropping(RejectReason.LINK_LOCAL);
    VirtualRouterConfig config = Samples.ipv6(Profile.RFC9568.withAcceptance(rules));

    assertThat(verdict(config, Samples.version3OverIpv6(Samples.ipv6Message())))
        .isEqualTo("link-local");
  }

  @ParameterizedTest
  @Requirement("VRRP-RX-COMPLETE-V3")
  @CsvSource({
    "'',               incomplete",
    "31,               incomplete",
    "21,               version",
    "32,               type",
    "31299601,         incomplete",
    "312996010064a79a, incomplete"
  })
  void shouldJudgeAsMuchOfATruncatedMessageAsThereIs(String hex, String expected) {
    VirtualRouterConfig config = Samples.ipv4(Profile.RFC9568);

    assertThat(verdict(config, with(Samples.version3(), undecodable(hex)))).isEqualTo(expected);
  }

  private static ReceivedAdvert goodFor(VirtualRouterConfig config) {
    return config.version() == 2 ? Samples.version2() : Samples.version3();
  }
}
