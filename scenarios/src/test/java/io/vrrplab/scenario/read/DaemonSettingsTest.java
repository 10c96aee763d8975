package io.vrrplab.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.spec.NodeSpec;
import io.vrrplab.scenario.spec.SyncGroupSpec;
import io.vrrplab.scenario.spec.TrackSpec;
import io.vrrplab.scenario.spec.VrrpSettings;
import io.vrrplab.scenario.spec.VrrpSpec;
import io.vrrplab.track.Track;
import io.vrrplab.track.Tracked;
import io.vrrplab.vrrp.AcceptanceRules.AddressList;
import io.vrrplab.vrrp.AnnouncementRules.Burst;
import io.vrrplab.vrrp.Authentication;
import io.vrrplab.vrrp.Delivery;
import io.vrrplab.vrrp.ElectionRules.AdvertTimer;
import io.vrrplab.vrrp.ElectionRules.LosingAdvert;
import io.vrrplab.vrrp.ElectionRules.PartingAdvert;
import io.vrrplab.vrrp.KeepalivedVersion;
import io.vrrplab.vrrp.MacChoice;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.RejectReason;
import io.vrrplab.vrrp.Treatment;
import io.vrrplab.vrrp.VirtualRouterOptions;
import io.vrrplab.wire.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says of daemons arrives as the values that the engine knows. */
class DaemonSettingsTest {

  private static final long SECOND = 1_000_000_000L;

  private static NodeSpec node(String keys, String vrrp) {
    String text =
        """
        scenario: One node
        duration: 9s
        segments:
          lan: { subnet: 192.0.2.0/24 }
        nodes:
          m1:
            segment: lan
            address: 192.0.2.11
            %s
            vrrp:
              - { vrid: 41, version: 2, virtual-addresses: [192.0.2.50], %s }
              - { vrid: 42, version: 2, virtual-addresses: [192.0.2.60] }
        """
            .formatted(keys.replace("\n", "\n    "), vrrp);
    return switch (new ScenarioReader().read("a.yaml", text.getBytes(StandardCharsets.UTF_8))) {
      case ReadResult.Read(Scenario scenario, _) -> scenario.nodes().getFirst();
      case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private static VrrpSettings keepalived(String vrrp) {
    return node("profile: keepalived", vrrp).vrrp().getFirst().settings();
  }

  @ParameterizedTest
  @CsvSource({
    "1.3, V1_3",
    "2.0, V2_0",
    "2.2, V2_2",
    "'\"2.2\"', V2_2",
    "2.3.3, V2_3_3",
    "2.4, V2_4"
  })
  void shouldKnowEachVersionOfKeepalived(String text, KeepalivedVersion version) {
    NodeSpec node = node("profile: keepalived\nkeepalived-version: " + text, "priority: 7");

    assertThat(node.vrrp())
        .extracting(VrrpSpec::profile)
        .containsOnly(Profile.keepalived(version).name());
  }

  @Test
  void shouldLeaveADaemonAsItIsWithoutAWord() {
    VrrpSettings settings = keepalived("priority: 7");

    assertThat(settings.profile()).isEqualTo(Profile.KEEPALIVED);
    assertThat(settings.options())
        .isEqualTo(VirtualRouterOptions.NONE.withDelivery(new Delivery.Multicast(null)));
  }

  @Test
  void shouldSetTheScheduleOfAnnouncements() {
    Profile profile =
        keepalived(
                """
                garp-master-delay: 2s, garp-master-repeat: 3, garp-master-refresh: 10s,
                garp-master-refresh-repeat: 2, garp-lower-prio-repeat: 0, down-timer-adverts: 5\
                """)
            .profile();

    assertThat(profile.announcements().takeover()).isEqualTo(new Burst(3, 2 * SECOND));
    assertThat(profile.announcements().reassertion()).isEqualTo(new Burst(0, 2 * SECOND));
    assertThat(profile.announcements().refreshNanos()).isEqualTo(10 * SECOND);
    assertThat(profile.announcements().refreshRepeats()).isEqualTo(2);
    assertThat(profile.timers().downTimerAdverts()).isEqualTo(5);
  }

  @Test
  void shouldSetTheElection() {
    Profile quiet = keepalived("lower-prio-no-advert: true").profile();
    Profile polite = keepalived("higher-prio-send-advert: true").profile();
    Profile deaf = keepalived("owner-ignore-adverts: true, skip-check-adv-addr: true").profile();

    assertThat(quiet.election().losingAdvert()).isEqualTo(LosingAdvert.ANNOUNCE);
    assertThat(quiet.election().timerAfterRejected()).isEqualTo(AdvertTimer.KEPT);
    assertThat(polite.election().partingAdvert()).isEqualTo(PartingAdvert.SENT);
    assertThat(deaf.acceptance().treatment(RejectReason.OWNER)).isEqualTo(Treatment.DROP);
    assertThat(deaf.acceptance().addressList()).isEqualTo(AddressList.DROPPED_FROM_ANOTHER_SENDER);
  }

  @Test
  void shouldMeanByStrictAllThatItChanges() {
    VrrpSpec strict =
        node("profile: keepalived", "strict: true, preempt-delay: 3s").vrrp().getFirst();
    Profile profile = strict.settings().profile();

    assertThat(profile.election().losingAdvert()).isEqualTo(LosingAdvert.SILENT);
    assertThat(profile.election().timerAfterRejected()).isEqualTo(AdvertTimer.KEPT);
    assertThat(profile.announcements().reassertion()).isEqualTo(Burst.NONE);
    assertThat(strict.settings().options().preemptDelayNanos()).isZero();
    assertThat(strict.accept()).isFalse();
  }

  @Test
  void shouldChooseTheMac() {
    Profile virtual = keepalived("use-vmac: true").profile();
    Profile base = keepalived("use-vmac: true, vmac-xmit-base: true").profile();

    assertThat(virtual.sending().advertSource()).isEqualTo(MacChoice.VIRTUAL);
    assertThat(virtual.announcements().announcedMac()).isEqualTo(MacChoice.VIRTUAL);
    assertThat(base.sending().advertSource()).isEqualTo(MacChoice.INTERFACE);
    assertThat(base.announcements().announcedMac()).isEqualTo(MacChoice.VIRTUAL);
  }

  @Test
  void shouldTakeAddressesPeersAndPasswords() {
    VrrpSettings settings =
        keepalived(
            """
            virtual-addresses-excluded: [192.0.2.51/24, "2001:db8::1"], auth-pass: secret,
            preempt-delay: 3s, garp-interval: 1ms, unicast-ttl: 64, check-unicast-src: true,
            unicast-peers: [192.0.2.12, { address: 198.51.100.1, min-ttl: 250 }]\
            """);
    IpAddress far = IpAddress.parse("198.51.100.1");

    assertThat(settings.authentication()).isEqualTo(Authentication.simplePassword("secret"));
    assertThat(settings.options().preemptDelayNanos()).isEqualTo(3 * SECOND);
    assertThat(settings.options().announcementSpacingNanos()).isEqualTo(1_000_000);
    assertThat(settings.options().unadvertisedAddresses())
        .containsExactly(IpAddress.parse("192.0.2.51"), IpAddress.parse("2001:db8::1"));
    assertThat(settings.options().delivery())
        .isEqualTo(
            new Delivery.Unicast(
                List.of(
                    Delivery.Peer.of(IpAddress.parse("192.0.2.12")),
                    new Delivery.Peer(far, 250, 255)),
                true,
                64));
    assertThat(keepalived("mcast-dst-ip: 224.0.0.118").options().delivery())
        .isEqualTo(new Delivery.Multicast(IpAddress.parse("224.0.0.118")));
  }

  @Test
  void shouldTrackUnderAnyProfile() {
    NodeSpec node =
        node(
            """
            startup-delay: 2s
            scripts: { chk: { interval: 2s, rise: 3, fall: 4 } }
            files: { load: { value: -5 } }
            processes: { web: { quorum: 2, quorum-max: 4, terminate-delay: 1s } }
            bfd-sessions: { gw: { idle-tx: 2s } }
            sync-groups: { both: { members: [41, 42], sync-group-tracking-weight: true } }\
            """,
            """
            track: [{ script: chk, weight: -30, reverse: true }, { file: load },
            { process: web }, { interface: lan, weight: 10 }, { bfd: gw, weight: -9 }]\
            """);

    assertThat(node.startupDelayNanos()).isEqualTo(2 * SECOND);
    assertThat(node.groups()).containsExactly(new SyncGroupSpec("both", List.of(41, 42), true));
    assertThat(node.vrrp().getFirst().profile()).isEqualTo("rfc3768");
    assertThat(node.vrrp().getFirst().settings().tracks())
        .extracting(TrackSpec::settled)
        .containsExactly(
            new Track(new Tracked.Script("chk", 2 * SECOND, 2 * SECOND, 3, 4), -30, true),
            new Track(new Tracked.File("load", -5), 1, false),
            new Track(new Tracked.Processes("web", 2, 4, SECOND, 0), 0, false),
            new Track(new Tracked.Link("lan"), 10, false),
            new Track(new Tracked.BfdSession("gw", 2 * SECOND), -9, false));
  }

  @Test
  void shouldLetAKeepalivedNodeHavePriority255() {
    assertThat(node("profile: keepalived", "priority: 255").vrrp().getFirst().priorityValue())
        .isEqualTo(255);
  }
}
