package io.vrrplab.vrrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vrrplab.vrrp.AcceptanceRules.AddressList;
import io.vrrplab.vrrp.AcceptanceRules.Ipv4Checksum;
import io.vrrplab.vrrp.AnnouncementRules.ArpTarget;
import io.vrrplab.vrrp.AnnouncementRules.Burst;
import io.vrrplab.vrrp.AnnouncementRules.RouterFlag;
import io.vrrplab.vrrp.TimerRules.LearnedSkew;
import io.vrrplab.wire.ChecksumForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileTest {

  @Test
  void shouldFindEachProfileByItsName() {
    assertThat(Profile.all())
        .extracting(Profile::name)
        .containsExactly(
            "rfc3768",
            "rfc5798",
            "rfc9568",
            "keepalived",
            "keepalived-1.3",
            "keepalived-2.0",
            "keepalived-2.3.3",
            "keepalived-2.4",
            "frr");
    for (Profile profile : Profile.all()) {
      assertThat(Profile.named(profile.name())).isSameAs(profile);
    }
  }

  @Test
  void shouldNameAllProfilesWhenOneIsUnknown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Profile.named("cisco"))
        .withMessage(
            "no profile cisco; there are rfc3768, rfc5798, rfc9568, keepalived, keepalived-1.3,"
                + " keepalived-2.0, keepalived-2.3.3, keepalived-2.4, frr");
  }

  @ParameterizedTest
  @CsvSource({
    "rfc3768,    VIRTUAL,   VIRTUAL,   BROADCAST,     SET",
    "rfc5798,    VIRTUAL,   VIRTUAL,   BROADCAST,     SET",
    "rfc9568,    VIRTUAL,   VIRTUAL,   ANNOUNCED_MAC, SET",
    "keepalived, INTERFACE, INTERFACE, BROADCAST,     IF_FORWARDING",
    "frr,        VIRTUAL,   VIRTUAL,   BROADCAST,     SET"
  })
  void shouldSayWhichHardwareAddressesAreUsed(
      String name,
      MacChoice advertSource,
      MacChoice announced,
      ArpTarget target,
      RouterFlag routerFlag) {
    Profile profile = Profile.named(name);

    assertThat(profile.sending().advertSource()).isEqualTo(advertSource);
    assertThat(profile.announcements().announcedMac()).isEqualTo(announced);
    assertThat(profile.announcements().arpTarget()).isEqualTo(target);
    assertThat(profile.announcements().routerFlag()).isEqualTo(routerFlag);
  }

  @Test
  void shouldChangeOneGroupOfRulesAtATime() {
    Profile changed =
        Profile.RFC5798
            .withSending(
                Profile.RFC5798.sending().withIpv4Version3Checksum(ChecksumForm.MESSAGE_ONLY))
            .withAcceptance(Profile.RFC9568.acceptance())
            .withElection(Profile.RFC9568.election())
            .withAnnouncements(Profile.RFC9568.announcements())
            .withTimers(Profile.RFC9568.timers());

    assertThat(changed)
        .usingRecursiveComparison()
        .ignoringFields("name")
        .isEqualTo(Profile.RFC9568);
  }

  @Test
  void shouldAddAndTakeAwayChecks() {
    AcceptanceRules bare = AcceptanceRules.of(Ipv4Checksum.EITHER, AddressList.LOGGED);
    AcceptanceRules strict = bare.dropping(RejectReason.OWNER).logging(RejectReason.SURPLUS);

    assertThat(bare.treatment(RejectReason.OWNER)).isEqualTo(Treatment.ACCEPT);
    assertThat(strict.treatment(RejectReason.OWNER)).isEqualTo(Treatment.DROP);
    assertThat(strict.treatment(RejectReason.SURPLUS)).isEqualTo(Treatment.LOG);
    assertThat(strict.accepting(RejectReason.OWNER).treatment(RejectReason.OWNER))
        .isEqualTo(Treatment.ACCEPT);
  }

  @ParameterizedTest
  @EnumSource(names = {"TTL", "VERSION", "TYPE", "INCOMPLETE", "CHECKSUM", "UNKNOWN_VRID"})
  void shouldLeaveMandatoryChecksMandatory(RejectReason reason) {
    AcceptanceRules rules = AcceptanceRules.of(Ipv4Checksum.EITHER, AddressList.LOGGED);

    assertThatIllegalArgumentException().isThrownBy(() -> rules.accepting(reason));
  }

  @Test
  void shouldRefuseNumbersThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimerRules(TimerRounding.NANOSECOND, 0, LearnedSkew.RECOMPUTED));
    assertThatIllegalArgumentException().isThrownBy(() -> new Burst(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Burst(1, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new AnnouncementRules(
                Burst.NONE,
                Burst.NONE,
                0,
                1,
                ArpTarget.BROADCAST,
                MacChoice.VIRTUAL,
                RouterFlag.SET,
                0))
        .withMessageContaining("announcements at a takeover");
  }
}
