package io.vrrplab.vrrp;

import static io.vrrplab.vrrp.Judging.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.vrrplab.Requirement;
import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.VrrpV2Packet;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A virtual router of version 3 that speaks and understands version 2 as well. */
class MixedVersionsTest {

  private static final VirtualRouterOptions MIXED =
      VirtualRouterOptions.NONE.withMixedVersions(true);
  private static final VirtualRouterConfig CONFIG =
      Samples.ipv4(Profile.RFC9568).withOptions(MIXED);

  @ParameterizedTest
  @ValueSource(strings = {"rfc5798", "rfc9568"})
  @Requirement({"VRRP-MIX-TRANSITION-ONLY", "VRRP-MIX-FLAG", "VRRP-MIX-OPTIONAL"})
  void shouldUnderstandVersion2OnlyIfAsked(String profile) {
    VirtualRouterConfig plain = Samples.ipv4(Profile.named(profile));

    assertThat(plain.options().mixedVersions()).isFalse();
    assertThat(verdict(plain, Samples.version2())).isEqualTo("version");
    assertThat(verdict(plain.withOptions(MIXED), Samples.version2())).isEqualTo("accepted");
    assertThat(verdict(plain.withOptions(MIXED), Samples.version3())).isEqualTo("accepted");
  }

  @Test
  @Requirement({"VRRP-MIX-OPTIONAL", "VRRP-MIX-FLAG"})
  void shouldBeForVersion3OverIpv4WhereItIsOffered() {
    for (VirtualRouterConfig other :
        List.of(
            Samples.ipv6(Profile.RFC9568),
            Samples.ipv4(Profile.RFC3768),
            Samples.ipv4(Profile.KEEPALIVED),
            Samples.ipv4(Profile.FRR))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> other.withOptions(MIXED))
          .withMessageContaining("mixed versions");
    }
  }

  /** 0 would be no interval, and a fraction cannot be said. */
  @ParameterizedTest
  @CsvSource({"1, 1", "10, 1", "100, 1", "101, 2", "150, 2", "200, 2", "4095, 41"})
  @Requirement({"VRRP-MIX-SEND-BOTH", "VRRP-MIX-V2-ADVINT-WHOLE"})
  void shouldFollowEachAdvertWithACopyInWholeSeconds(int intervalCs, int seconds) {
    VirtualRouterConfig config = CONFIG.withAdvertisementIntervalCs(intervalCs);

    List<OutgoingAdvert> adverts = OutgoingAdvert.allOf(config, 100);

    assertThat(adverts)
        .extracting(OutgoingAdvert::packet)
        .containsExactly(
            new VrrpV3Packet(1, 41, 100, 0, intervalCs, 0, List.copyOf(Samples.VIRTUAL_IPV4)),
            new VrrpV2Packet(1, 41, 100, 0, seconds, 0, Samples.VIRTUAL_IPV4, 0));
    assertThat(adverts.getLast())
        .isEqualTo(OutgoingAdvert.version2CopyOf(config, 100))
        .extracting(OutgoingAdvert::source, OutgoingAdvert::destination, OutgoingAdvert::hopLimit)
        .containsExactly(Samples.OWN_IPV4, config.group(), 255);
  }

  @Test
  @Requirement("VRRP-MIX-SEND-BOTH")
  void shouldSumTheCopyAsVersion2AndGiveUpTheRoleInBothVersions() {
    VirtualRouterConfig config = Samples.ipv4(Profile.RFC5798).withOptions(MIXED);

    assertThat(OutgoingAdvert.allOf(config, 0))
        .extracting(advert -> advert.packet().priority(), OutgoingAdvert::checksumForm)
        .containsExactly(tuple(0, ChecksumForm.PSEUDO_HEADER), tuple(0, ChecksumForm.MESSAGE_ONLY));
  }

  @Test
  @Requirement("VRRP-MIX-SEND-BOTH")
  void shouldSendBothVersionsToEachPeer() {
    Delivery peers =
        new Delivery.Unicast(
            List.of(Delivery.Peer.of(Samples.LOWER_IPV4), Delivery.Peer.of(Samples.HIGHER_IPV4)),
            false,
            255);

    assertThat(OutgoingAdvert.allOf(CONFIG.withOptions(MIXED.withDelivery(peers)), 100))
        .extracting(advert -> advert.destination() + " " + advert.packet().version())
        .containsExactly("192.0.2.5 3", "192.0.2.5 2", "192.0.2.66 3", "192.0.2.66 2");
  }

  private static ReceivedAdvert version2(int authenticationType, int seconds) {
    return Samples.version2(
        new VrrpV2Packet(1, 41, 150, authenticationType, seconds, 0, Samples.VIRTUAL_IPV4, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rfc5798", "rfc9568"})
  @Requirement("VRRP-MIX-FLAG")
  void shouldMakeTheOtherChecksOfVersion2(String profile) {
    VirtualRouterConfig config = Samples.ipv4(Profile.named(profile)).withOptions(MIXED);

    assertThat(verdict(config, version2(1, 1))).isEqualTo("authentication");
    assertThat(verdict(config, version2(0, 0))).isEqualTo("interval-zero");
    assertThat(verdict(config, Judging.withChecksum(Samples.version2(), Samples.PSEUDO_HEADER)))
        .isEqualTo("checksum");
    assertThat(verdict(config, Judging.withHopLimit(Samples.version2(), 254))).isEqualTo("ttl");
    assertThat(verdict(config, Judging.with(Samples.version2(), Judging.undecodable("2129"))))
        .isEqualTo("incomplete");
    assertThat(verdict(config, Judging.with(Samples.version2(), Judging.undecodable("4129"))))
        .isEqualTo("version");
  }

  /** An interval is strange if no copy of an own advert would carry it. */
  @Test
  @Requirement({"VRRP-MIX-TIMEOUT", "VRRP-MIX-V2-ADVINT-WHOLE"})
  void shouldTakeAnyRateOfVersion2() {
    assertThat(verdict(CONFIG, version2(0, 7))).isEqualTo("accepted [interval]");
    assertThat(verdict(CONFIG.withAdvertisementIntervalCs(10), version2(0, 1)))
        .isEqualTo("accepted");
    assertThat(verdict(CONFIG.withAdvertisementIntervalCs(200), version2(0, 1)))
        .isEqualTo("accepted [interval]");
  }

  private static Advert heard(int version, int priority, int intervalCs, IpAddress source) {
    return new Advert(
        Samples.VRID, version, priority, intervalCs, source, List.copyOf(Samples.VIRTUAL_IPV4));
  }

  private static Transition after(VirtualRouterConfig config, VrrpState before, Advert... adverts) {
    VrrpStateMachine machine = new VrrpStateMachine(config);
    Transition transition = new Transition(before, List.of(), Decision.STARTUP_BACKUP);
    for (Advert advert : adverts) {
      transition = machine.step(transition.next(), new VrrpEvent.AdvertReceived(advert));
    }
    return transition;
  }

  @Test
  @Requirement({"VRRP-MIX-TRANSLATE", "VRRP-MIX-TIMEOUT"})
  void shouldTurnTheSecondsOfAVersion2MasterIntoCentiseconds() {
    Validated judged = new AdvertValidation(CONFIG).check(version2(0, 2));

    Transition transition =
        new VrrpStateMachine(CONFIG).step(Shorthand.state("Backup 100"), judged.toEvent());

    assertThat(Shorthand.of(transition.next())).isEqualTo("Backup 200");
    assertThat(Shorthand.of(transition.actions())).isEqualTo("MDT := 7.21875");
  }

  @Test
  @Requirement({"VRRP-MIX-IGNORE-V2", "VRRP-MIX-TIMEOUT"})
  void shouldIgnoreTheCopiesOfAMasterThatSpeaksVersion3() {
    VrrpState backup = Shorthand.state("Backup 100");
    Advert fast = heard(3, 150, 10, Samples.HIGHER_IPV4);
    Advert copy = heard(2, 150, 100, Samples.HIGHER_IPV4);
    Advert release = heard(2, 0, 100, Samples.HIGHER_IPV4);

    for (Advert ignored : List.of(copy, release)) {
      Transition transition = after(CONFIG, backup, fast, ignored);

      assertThat(transition.decision()).isEqualTo(Decision.VERSION_2_COPY_IGNORED);
      assertThat(transition.actions()).isEmpty();
      assertThat(Shorthand.of(transition.next())).isEqualTo("Backup 10");
    }
    assertThat(after(CONFIG, backup, copy).decision()).isEqualTo(Decision.HIGHER_PRIORITY_HEARD);
    assertThat(after(CONFIG, backup, release).decision()).isEqualTo(Decision.PRIORITY_ZERO_HEARD);
  }

  @Test
  @Requirement("VRRP-MIX-IGNORE-V2")
  void shouldHeedVersion2OfAnybodyElse() {
    VrrpState backup = Shorthand.state("Backup 100");
    Advert fast = heard(3, 150, 10, Samples.HIGHER_IPV4);

    Transition other = after(CONFIG, backup, fast, heard(2, 160, 100, Samples.LOWER_IPV4));

    assertThat(other.decision()).isEqualTo(Decision.HIGHER_PRIORITY_HEARD);
    assertThat(Shorthand.of(other.actions())).isEqualTo("MDT := 3.609375");
  }

  /** What a Backup discards does not make its sender the Master. */
  @Test
  @Requirement("VRRP-MIX-IGNORE-V2")
  void shouldKnowItsMasterAfterALowerAdvertOfAnother() {
    Advert fast = heard(3, 150, 10, Samples.HIGHER_IPV4);
    Advert lower = heard(3, 50, 100, Samples.LOWER_IPV4);
    Advert copy = heard(2, 150, 100, Samples.HIGHER_IPV4);

    assertThat(after(CONFIG, Shorthand.state("Backup 100"), fast, lower, copy).decision())
        .isEqualTo(Decision.VERSION_2_COPY_IGNORED);
  }

  @Test
  @Requirement({"VRRP-MIX-IGNORE-V2", "VRRP-MIX-FLAG"})
  void shouldYieldAsMasterToEitherVersionAndThenIgnoreTheCopies() {
    VrrpState master = new VrrpState.Master();
    Advert fast = heard(3, 150, 10, Samples.HIGHER_IPV4);
    Advert copy = heard(2, 150, 100, Samples.HIGHER_IPV4);

    assertThat(Shorthand.of(after(CONFIG, master, copy).next())).isEqualTo("Backup 100");
    assertThat(Shorthand.of(after(CONFIG, master, fast).next())).isEqualTo("Backup 10");
    assertThat(after(CONFIG, master, fast, copy).decision())
        .isEqualTo(Decision.VERSION_2_COPY_IGNORED);
  }

  /** A Backup that understands one version has no copies to tell from adverts. */
  @Test
  @Requirement("VRRP-MIX-IGNORE-V2")
  void shouldRememberItsMasterAcrossAReloadUnlessItMixesNoMore() {
    Advert fast = heard(3, 150, 10, Samples.HIGHER_IPV4);
    VrrpState known = after(CONFIG, Shorthand.state("Backup 100"), fast).next();
    VrrpEvent reloaded = new VrrpEvent.Reconfigured(CONFIG, true);

    VrrpState mixed = new VrrpStateMachine(CONFIG.withPriority(90)).step(known, reloaded).next();
    VirtualRouterConfig plain = CONFIG.withOptions(VirtualRouterOptions.NONE);
    VrrpState alone = new VrrpStateMachine(plain).step(known, reloaded).next();

    assertThat(mixed).isEqualTo(known);
    assertThat(alone).isEqualTo(Shorthand.state("Backup 10"));
  }
}
