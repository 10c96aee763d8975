package io.vrrplab.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.spec.LinkSenseSpec;
import io.vrrplab.scenario.spec.NodeSpec;
import io.vrrplab.scenario.spec.TrackSpec;
import io.vrrplab.scenario.spec.VrrpSettings;
import io.vrrplab.track.Track;
import io.vrrplab.track.Tracked;
import io.vrrplab.vrrp.AcceptanceRules.Ipv4Checksum;
import io.vrrplab.vrrp.AddressWatch;
import io.vrrplab.vrrp.DaemonRules.LinkLoss;
import io.vrrplab.vrrp.DaemonRules.PeerChecksum;
import io.vrrplab.vrrp.Placement;
import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keywords of a keepalived.conf arrive where they have their effect, or it is said. */
class KeywordEffectTest {

  private static final long SECOND = 1_000_000_000L;

  private static ReadResult read(String version, String globals, String instance) {
    String conf =
        """
        global_defs {
        %s
        }
        interface_up_down_delays {
            eth0 5 2
        }
        bfd_instance gw {
            neighbor_ip 192.0.2.1
            idle_tx 2000
            weight -20 reverse
        }
        track_file num {
            file /tmp/num
        }
        track_file twice {
            file /tmp/twice
            weight 2
        }
        bfd_instance other {
            neighbor_ip 192.0.2.2
        }
        bfd_instance balanced {
            neighbor_ip 192.0.2.3
            checker
        }
        garp_group {
            garp_interval 0.002
            interfaces { eth0 }
        }
        vrrp_instance VI_1 {
            interface eth0
            virtual_router_id 41
            virtual_ipaddress { 192.0.2.50/24 }
        %s
        }
        """
            .formatted(globals, instance);
    String scenario =
        """
        scenario: One node
        duration: 9s
        segments:
          lan: { subnet: 192.0.2.0/24 }
        nodes:
          m1: { segment: lan, address: 192.0.2.11, keepalived: m1.conf, keepalived-version: %s }
        """
            .formatted(version);
    return new ScenarioReader()
        .read(
            "a.yaml",
            scenario.getBytes(StandardCharsets.UTF_8),
            _ -> conf.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Track> tracks(String instance) {
    return settings(instance).tracks().stream().map(TrackSpec::settled).toList();
  }

  private static NodeSpec node(String version, String globals, String instance) {
    return switch (read(version, globals, instance)) {
      case ReadResult.Read(Scenario scenario, _) -> scenario.nodes().getFirst();
      case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private static VrrpSettings settings(String instance) {
    return node("2.4", "", instance).vrrp().getFirst().settings();
  }

  @Test
  void shouldPaceByTheGroupOfTheInterface() {
    assertThat(settings("").options().announcementSpacingNanos()).isEqualTo(2_000_000);
  }

  @Test
  void shouldWaitAfterTheBoot() {
    NodeSpec node = node("2.4", "vrrp_startup_delay 2\nvrrp_delay_after_boot 30", "");

    assertThat(node.startupDelayNanos()).isEqualTo(2 * SECOND);
    assertThat(node.bootDelayNanos()).isEqualTo(30 * SECOND);
  }

  /** Known since 2.2.0; up to then keepalived complains and goes on. */
  @Test
  void shouldNotReportLocalGroups() {
    assertThat(node("2.2", "disable_local_igmp", "").localIgmp()).isFalse();
    assertThat(node("2.2", "", "").localIgmp()).isTrue();
    assertThat(node("2.0", "disable_local_igmp", "").localIgmp()).isTrue();
  }

  /** Two intervals of the three that the others wait, less 1/256 of one. */
  @Test
  void shouldWaitOutLinksForAsLongAsTheOthersSurelyWait() {
    assertThat(node("2.4", "", "").linkSenses())
        .containsExactly(new LinkSenseSpec.WaitedOut("lan", 1_996_093_750, 2 * SECOND));
    assertThat(node("2.4", "", "down_timer_adverts 9").linkSenses())
        .containsExactly(new LinkSenseSpec.WaitedOut("lan", 5 * SECOND, 2 * SECOND));
  }

  @Test
  void shouldPollLinks() {
    LinkSenseSpec polled = new LinkSenseSpec.Polled("lan");
    String top = "}\n%s\nglobal_defs {";

    assertThat(node("2.4", top.formatted("linkbeat_use_polling"), "").linkSenses())
        .contains(polled);
    assertThat(node("2.4", top.formatted("linkbeat_interfaces {\neth0 MII\n}"), "").linkSenses())
        .contains(polled);
    assertThat(node("2.4", top.formatted("linkbeat_interfaces {\neth1\n}"), "").linkSenses())
        .doesNotContain(polled);
    assertThat(node("2.4", "", "linkbeat_use_polling").linkSenses()).contains(polled);
    assertThat(node("2.4", "", "").linkSenses()).doesNotContain(polled);
  }

  @Test
  void shouldYieldWhenLate() {
    assertThat(settings("nopreempt\ntimer_expired_backup 120").options().latePriority())
        .isEqualTo(120);
    assertThat(settings("nopreempt\ntimer_expired_backup").options().latePriority()).isEqualTo(254);
    assertThat(settings("").options().latePriority()).isZero();
  }

  @Test
  void shouldRemindSwitches() {
    NodeSpec all = node("2.4", "vrrp_garp_extra_if all 40", "");
    Placement own = settings("garp_extra_if 30").options().placement();
    Placement inherited = all.vrrp().getFirst().settings().options().placement();

    assertThat(own.reminderNanos()).isEqualTo(30 * SECOND);
    assertThat(own.remindsEverywhere()).isFalse();
    assertThat(inherited.reminderNanos()).isEqualTo(40 * SECOND);
    assertThat(inherited.remindsEverywhere()).isTrue();
  }

  @Test
  void shouldNotNoticeALinkThatIsNotTracked() {
    assertThat(settings("dont_track_primary").profile().daemon().linkLoss())
        .isEqualTo(LinkLoss.UNNOTICED);
    assertThat(settings("").profile().daemon().linkLoss()).isEqualTo(LinkLoss.ENDS);
  }

  /** Measured with 2.2.7: an option that it does not know costs the whole tracker. */
  @Test
  void shouldTrackBfdSessions() {
    Tracked gw = new Tracked.BfdSession("gw", 2 * SECOND);
    Tracked other = new Tracked.BfdSession("other", SECOND);

    assertThat(tracks("track_bfd {\ngw\nother\nbalanced\nabsent\n}"))
        .containsExactly(new Track(gw, -20, true), new Track(other, 0, false));
    assertThat(tracks("track_bfd {\ngw weight 0 noreverse\nother weight 5 reverse\n}"))
        .containsExactly(new Track(gw, 0, false), new Track(other, 5, true));
    assertThat(tracks("track_bfd {\ngw wait\nother weight\n}")).isEmpty();
    assertThat(tracks("track_bfd {\ngw weight 5 foo\n}")).isEmpty();
  }

  /** Told which address to send from, keepalived 2.2.7 was seen to use it whether it is there. */
  @Test
  void shouldUseTheSourceThatItWasGivenAndMissWhatIsTracked() {
    String given = "mcast_src_ip 192.0.2.11\n";
    String excluded = "virtual_ipaddress_excluded {\n192.0.2.60 no_track\n192.0.2.61\n}";

    assertThat(watch("")).isEqualTo(AddressWatch.DEFAULT);
    assertThat(watch(given).sourceGiven()).isTrue();
    assertThat(watch(given + "track_src_ip")).isEqualTo(watch(given));
    assertThat(watch(excluded).untracked()).containsExactly(IpAddress.parse("192.0.2.60"));
  }

  private static AddressWatch watch(String instance) {
    return settings(instance).options().watch();
  }

  /** Measured with 2.2.7: members lose what has a weight, and the group's own weights count. */
  @Test
  void shouldCountTheWeightsOfASyncGroup() {
    String own = "track_bfd {\ngw weight 5\nother weight 0\n}\ntrack_file {\nnum\ntwice\n}";
    String group = "}\nvrrp_sync_group G {\n%s\ngroup {\nVI_1\n}\ntrack_bfd {\ngw weight 9\n}";
    Tracked gw = new Tracked.BfdSession("gw", 2 * SECOND);
    Track other = new Track(new Tracked.BfdSession("other", SECOND), 0, false);
    Track ofGroup = new Track(gw, 9, true);
    Tracked num = new Tracked.File("num", 0);
    Tracked twice = new Tracked.File("twice", 0);

    assertThat(tracks(own + "\n" + group.formatted("")))
        .containsExactly(new Track(num, 0, false), other, ofGroup);
    assertThat(tracks(own + "\n" + group.formatted("sync_group_tracking_weight")))
        .containsExactly(
            new Track(num, 1, false),
            new Track(twice, 2, false),
            new Track(gw, 5, true),
            other,
            ofGroup);
    assertThat(tracks("priority 255\n" + group.formatted("")))
        .containsExactly(new Track(gw, 0, true));
  }

  @Test
  void shouldSumAsItIsTold() {
    String peer = "unicast_peer { 192.0.2.12 }\nversion 3\n";

    assertThat(checksum(settings(peer))).isEqualTo(PeerChecksum.LEARNED);
    assertThat(checksum(settings(peer + "old_unicast_checksum"))).isEqualTo(PeerChecksum.OF_GROUP);
    assertThat(checksum(settings(peer + "old_unicast_checksum never")))
        .isEqualTo(PeerChecksum.OF_DESTINATION);
    assertThat(checksum(node("1.3", "", peer).vrrp().getFirst().settings()))
        .isEqualTo(PeerChecksum.OF_GROUP_ALONE);
  }

  private static PeerChecksum checksum(VrrpSettings settings) {
    return settings.profile().daemon().peerChecksum();
  }

  @Test
  void shouldTakeEitherSumWhereVersion3IsSummedAsVersion2() {
    VrrpSettings settings = settings("version 3\nv3_checksum_as_v2");

    assertThat(settings.profile().sending().ipv4Version3Checksum())
        .isEqualTo(ChecksumForm.MESSAGE_ONLY);
    assertThat(settings.profile().acceptance().ipv4Version3Checksum())
        .isEqualTo(Ipv4Checksum.EITHER);
  }

  @Test
  void shouldBearMoreAnnouncementsThanAnyHostNeeds() {
    assertThat(settings("garp_master_repeat 1000").profile().announcements().takeover().repeats())
        .isEqualTo(255);
  }

  @Test
  void shouldSayWhatIsNotSimulated() {
    List<String> said =
        read("2.4", "", "authentication {\nauth_type AH\nauth_pass a\n}").problems().stream()
            .map(problem -> problem.message())
            .filter(message -> message.contains("KA-NOT-SIMULATED"))
            .toList();

    assertThat(said).anySatisfy(line -> assertThat(line).contains("AH is not simulated"));
  }
}
