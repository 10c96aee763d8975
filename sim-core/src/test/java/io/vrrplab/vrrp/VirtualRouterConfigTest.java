package io.vrrplab.vrrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vrrplab.Requirement;
import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.MacAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualRouterConfigTest {

  @Test
  @Requirement({
    "VRRP-ADDR-PRIO-DEFAULT-100",
    "VRRP-TMR-ADVINT-DEFAULT-V2",
    "VRRP-TMR-ADVINT-DEFAULT-V3",
    "VRRP-ADDR-PREEMPT-DEFAULT",
    "VRRP-ADDR-ACCEPT-DEFAULT"
  })
  void shouldHaveTheDefaultsOfTheRfcs() {
    VirtualRouterConfig config = Samples.ipv4(Profile.RFC3768);

    assertThat(config.priority()).isEqualTo(100);
    assertThat(config.advertisementIntervalCs()).isEqualTo(100);
    assertThat(config.preempt()).isTrue();
    assertThat(config.accept()).isFalse();
    assertThat(config.authentication()).isEqualTo(Authentication.NONE);
  }

  @Test
  @Requirement({"VRRP-MAC-IPV4", "VRRP-MAC-IPV6"})
  void shouldDeriveFamilyAndVirtualMac() {
    assertThat(Samples.ipv4(Profile.RFC9568).family()).isEqualTo(AddressFamily.IPV4);
    assertThat(Samples.ipv4(Profile.RFC9568).virtualMac())
        .isEqualTo(MacAddress.parse("00:00:5e:00:01:29"));
    assertThat(Samples.ipv6(Profile.RFC9568).family()).isEqualTo(AddressFamily.IPV6);
    assertThat(Samples.ipv6(Profile.RFC9568).virtualMac())
        .isEqualTo(MacAddress.parse("00:00:5e:00:02:29"));
  }

  @Test
  @Requirement({"VRRP-ADDR-OWNER-DEF", "VRRP-ADDR-PRIO-OWNER-255", "VRRP-SM-OWNER-PREEMPTS"})
  void shouldLetAnOwnerAcceptAndPreemptWhateverIsConfigured() {
    VirtualRouterConfig modest = Samples.ipv4(Profile.RFC9568).withPreempt(false);
    VirtualRouterConfig owner = modest.withPriority(255);

    assertThat(modest.isOwner()).isFalse();
    assertThat(modest.preempts()).isFalse();
    assertThat(modest.acceptsVirtualAddresses()).isFalse();
    assertThat(modest.withAccept(true).acceptsVirtualAddresses()).isTrue();
    assertThat(owner.isOwner()).isTrue();
    assertThat(owner.preempts()).isTrue();
    assertThat(owner.acceptsVirtualAddresses()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "rfc3768,    2, ipv4, MESSAGE_ONLY",
    "rfc5798,    3, ipv4, PSEUDO_HEADER",
    "rfc5798,    3, ipv6, PSEUDO_HEADER",
    "rfc9568,    3, ipv4, MESSAGE_ONLY",
    "rfc9568,    3, ipv6, PSEUDO_HEADER",
    "keepalived, 2, ipv4, MESSAGE_ONLY",
    "keepalived, 3, ipv4, PSEUDO_HEADER"
  })
  void shouldKnowTheFormOfItsChecksum(
      String profile, int version, String family, ChecksumForm form) {
    VirtualRouterConfig config =
        family.equals("ipv4")
            ? Samples.ipv4(Profile.named(profile), version)
            : Samples.ipv6(Profile.named(profile));

    assertThat(config.checksumForm()).isEqualTo(form);
  }

  @ParameterizedTest
  @Requirement({"VRRP-ADDR-VRID-RANGE", "VRRP-ADDR-VRID-NO-DEFAULT"})
  @ValueSource(ints = {0, 256, -1})
  void shouldRefuseAVridOutsideItsRange(int virtualRouterId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofDefaults(Profile.RFC9568, 3, virtualRouterId, "fe80::1", "fe80::2"))
        .withMessage("virtual router id must be from 1 to 255, not " + virtualRouterId);
  }

  @ParameterizedTest
  @CsvSource({"rfc3768, 3", "rfc5798, 2", "rfc9568, 2", "frr, 4", "keepalived, 1"})
  void shouldRefuseAVersionThatTheProfileDoesNotSpeak(String profile, int version) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.ipv4(Profile.named(profile), version))
        .withMessageStartingWith("version must be from ");
  }

  @ParameterizedTest
  @Requirement({"VRRP-ADDR-PRIO-BACKUP-RANGE", "VRRP-ADDR-PRIO-ZERO-RESERVED"})
  @CsvSource({"rfc9568, 0", "rfc9568, 256", "frr, 255"})
  void shouldRefuseAPriorityThatTheProfileDoesNotKnow(String profile, int priority) {
    VirtualRouterConfig config = Samples.ipv4(Profile.named(profile));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.withPriority(priority))
        .withMessageStartingWith("priority must be from 1 to ");
  }

  @ParameterizedTest
  @Requirement({"VRRP-TMR-ADVINT-RANGE-V2", "VRRP-TMR-ADVINT-RANGE-V3"})
  @CsvSource({
    "2, 100, true",
    "2, 25500, true",
    "2, 0, false",
    "2, 25600, false",
    "2, 150, false",
    "3, 1, true",
    "3, 4095, true",
    "3, 0, false",
    "3, 4096, false"
  })
  void shouldKeepIntervalsToWhatTheFieldCanSay(int version, int intervalCs, boolean allowed) {
    VirtualRouterConfig config = Samples.ipv4(Profile.KEEPALIVED, version);

    if (allowed) {
      assertThatCode(() -> config.withAdvertisementIntervalCs(intervalCs))
          .doesNotThrowAnyException();
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> config.withAdvertisementIntervalCs(intervalCs));
    }
  }

  @Test
  @Requirement({
    "VRRP-ADDR-LIST-CONFIG",
    "VRRP-PKT-COUNT-MIN-1",
    "VRRP-ADDR-V6-LIST-FIRST-LL",
    "VRRP-PKT-V6-FIRST-LINKLOCAL",
    "VRRP-PKT-SINGLE-FAMILY",
    "VRRP-TX-SRC-IPV6-LINKLOCAL"
  })
  void shouldRefuseAddressesThatMakeNoVirtualRouter() {
    assertRefused("number of virtual addresses", Profile.RFC9568, "192.0.2.1");
    assertRefused("not of the family", Profile.RFC9568, "192.0.2.1", "fe80::50");
    assertRefused("not of the family", Profile.RFC9568, "fe80::1", "fe80::50", "192.0.2.1");
    assertRefused("multicast", Profile.RFC9568, "192.0.2.1", "224.0.0.18");
    assertRefused("listed twice", Profile.RFC9568, "192.0.2.1", "192.0.2.50", "192.0.2.50");
    assertRefused("leave from a link-local", Profile.RFC9568, "2001:db8::1", "fe80::50");
    assertRefused("must be link-local", Profile.RFC9568, "fe80::1", "2001:db8::50", "fe80::50");
    assertRefused("must be link-local", Profile.RFC5798, "fe80::1", "2001:db8::50");
  }

  private static void assertRefused(
      String message, Profile profile, String primary, String... addresses) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofDefaults(profile, 3, 41, primary, addresses))
        .withMessageContaining(message);
  }

  @Test
  void shouldLetDaemonsListGlobalAddressesFirst() {
    assertThatCode(() -> ofDefaults(Profile.FRR, 3, 41, "fe80::1", "2001:db8::50"))
        .doesNotThrowAnyException();
    assertThatCode(() -> ofDefaults(Profile.KEEPALIVED, 3, 41, "fe80::1", "2001:db8::50"))
        .doesNotThrowAnyException();
  }

  @Test
  @Requirement("VRRP-PKT-V2-IPV4-ONLY")
  void shouldRefuseVersion2OverIpv6() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofDefaults(Profile.KEEPALIVED, 2, 41, "fe80::1", "fe80::50"))
        .withMessage("version 2 is IPv4 only");
  }

  @Test
  void shouldRefuseMoreAddressesThanTheCountFieldCanSay() {
    List<IpAddress> addresses = new ArrayList<>();
    for (int i = 0; i < 256; i++) {
      addresses.add(IpAddress.parse("10.0.0." + i));
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            VirtualRouterConfig.ofDefaults(Profile.RFC9568, 3, 41, Samples.OWN_IPV4, addresses));
    assertThatCode(() ->
            VirtualRouterConfig.ofDefaults(
                Profile.RFC9568, 3, 41, Samples.OWN_IPV4, addresses.subList(0, 255)))
        .doesNotThrowAnyException();
  }

  @Test
  @Requirement({"VRRP-SEC-V2-AUTH-REMOVED", "VRRP-PKT-V3-NO-AUTH-FIELDS"})
  void shouldKnowPasswordsInVersion2OfKeepalivedOnly() {
    Authentication password = Authentication.simplePassword("secret");
    VirtualRouterConfig keepalived = Samples.ipv4(Profile.KEEPALIVED, 2);

    assertThat(keepalived.withAuthentication(password).authentication()).isEqualTo(password);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.ipv4(Profile.KEEPALIVED, 3).withAuthentication(password));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.ipv4(Profile.RFC3768).withAuthentication(password));
    assertThatIllegalArgumentException().isThrownBy(() -> new Authentication(2, 0));
  }

  @Test
  void shouldChangeOneThingAtATime() {
    VirtualRouterConfig config = Samples.ipv4(Profile.RFC5798);

    assertThat(config.withProfile(Profile.RFC9568)).isEqualTo(Samples.ipv4(Profile.RFC9568));
    assertThat(config.withPriority(7).withPriority(100)).isEqualTo(config);
    assertThat(config.withAccept(true).withAccept(false)).isEqualTo(config);
  }

  private static VirtualRouterConfig ofDefaults(
      Profile profile, int version, int virtualRouterId, String primary, String... addresses) {
    return VirtualRouterConfig.ofDefaults(
        profile,
        version,
        virtualRouterId,
        IpAddress.parse(primary),
        Arrays.stream(addresses).map(IpAddress::parse).toList());
  }
}
