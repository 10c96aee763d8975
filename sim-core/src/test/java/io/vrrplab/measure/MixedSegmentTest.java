package io.vrrplab.measure;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vrrplab.Requirement;
import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.lan.LinkProperties;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VirtualRouterOptions;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.VrrpPacket;
import io.vrrplab.wire.VrrpV2Packet;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routers of version 2, of version 3 and of both on one segment: m1 of priority 200, m2 of 100. */
class MixedSegmentTest {

  private static final long DOWN_100 = 3_609_375_000L;
  private static final long SKEW_100 = 609_375_000L;
  private static final long LATER = 10 * SECOND + 500 * MILLISECOND;

  /** Cables on which a copy arrives later than its advert. */
  private static final LinkProperties SLOW = new LinkProperties(HOP, 0, 10_000_000, 0);

  private final World world = World.of(1, SLOW);

  private MixedSegmentTest with(String m1, String m2) {
    return with(m1, 100, m2, 100);
  }

  private MixedSegmentTest with(String m1, int intervalCs1, String m2, int intervalCs2) {
    String first = "192.0.2.11";
    String second = "192.0.2.12";
    world.serve(world.host("m1", first), config(m1, first, 200, intervalCs1));
    world.serve(world.host("m2", second), config(m2, second, 100, intervalCs2));
    return this;
  }

  /** A router of {@code v2}, {@code v3} or {@code both}. */
  private static VirtualRouterConfig config(
      String kind, String address, int priority, int intervalCs) {
    Profile profile = kind.equals("v2") ? Profile.RFC3768 : Profile.RFC9568;
    return VirtualRouterConfig.ofDefaults(
            profile,
            profile.lowestVersion(),
            World.VRID,
            IpAddress.parse(address),
            List.of(World.VIP))
        .withPriority(priority)
        .withAdvertisementIntervalCs(intervalCs)
        .withOptions(VirtualRouterOptions.NONE.withMixedVersions(kind.equals("both")));
  }

  private List<FailoverReport> failoversAfter(Fault fault) {
    FailoverMeter failovers = new FailoverMeter(world.lab);
    world.at(LATER, fault).runUntil(20 * SECOND);
    return failovers.report(List.of());
  }

  private List<Tape.Sent> adverts(String machine, Class<? extends VrrpPacket> version) {
    return world.tape.sent(machine, version);
  }

  @ParameterizedTest
  @CsvSource({"v2, both", "both, v2", "v3, both", "both, v3", "both, both"})
  @Requirement({"VRRP-MIX-FLAG", "VRRP-MIX-TIMEOUT"})
  void shouldHaveOneMasterAndOneFailoverInEachPair(String m1, String m2) {
    List<FailoverReport> failovers = with(m1, m2).failoversAfter(new Fault.Crash("m1"));

    assertThat(world.tape.changesOf("m1")).hasSize(3);
    assertThat(world.tape.changesOf("m2")).hasSize(2);
    assertThat(failovers).hasSize(1);
    assertThat(failovers.getFirst().masterDownNanos()).isEqualTo(DOWN_100);
    assertThat(failovers.getFirst().rfcMasterDownNanos()).isEqualTo(DOWN_100);
    assertThat(failovers.getFirst().lastAdvertNanos()).isLessThan(LATER);
    assertThat(failovers.getFirst().withinRfc()).isTrue();
  }

  /** Without mixed versions each takes itself for alone. */
  @Test
  @Requirement("VRRP-MIX-FLAG")
  void shouldHaveTwoMastersWhereNobodyMixes() {
    with("v2", "v3").world.runUntil(LATER);

    assertThat(world.tape.changesOf("m1")).last().asString().startsWith("Master");
    assertThat(world.tape.changesOf("m2")).last().asString().startsWith("Master");
  }

  /** In 3.21875 s to 10.5 s m1 speaks eight times. */
  @Test
  @Requirement("VRRP-MIX-SEND-BOTH")
  void shouldSayEverythingTwiceVersion3First() {
    AdvertMeter meter = new AdvertMeter(world.lab);
    with("both", "v2").world.runUntil(LATER);

    assertThat(world.tape.sent("m1", VrrpPacket.class))
        .hasSize(16)
        .extracting(sent -> sent.advert().version())
        .startsWith(3, 2, 3, 2);
    assertThat(adverts("m1", VrrpV2Packet.class))
        .extracting(Tape.Sent::atNanos, sent -> sent.frame().source())
        .containsExactlyElementsOf(
            adverts("m1", VrrpV3Packet.class).stream()
                .map(sent -> tuple(sent.atNanos(), sent.frame().source()))
                .toList());
    assertThat(meter.report().sent()).isEqualTo(16);
    assertThat(meter.report().received()).isEqualTo(16);
    assertThat(meter.report().rejected()).containsEntry("version", 8L);
  }

  @ParameterizedTest
  @CsvSource({"v2, both", "both, v2", "both, v3", "both, both"})
  @Requirement({"VRRP-MIX-SEND-BOTH", "VRRP-MIX-IGNORE-V2"})
  void shouldWaitForSkewTimeAfterOneReleaseInEitherVersion(String m1, String m2) {
    List<FailoverReport> failovers = with(m1, m2).failoversAfter(new Fault.Stop("m1"));

    assertThat(failovers).hasSize(1);
    assertThat(failovers.getFirst().priorityZero()).isTrue();
    assertThat(failovers.getFirst().masterDownNanos()).isEqualTo(SKEW_100);
    assertThat(world.tape.advertised("m1", LATER, LATER + 1))
        .hasSize(m1.equals("both") ? 2 : 1)
        .containsOnly(0);
  }

  /** A copy says 1 s; had it counted, m2 would have waited for 3.609375 s. */
  @Test
  @Requirement({"VRRP-MIX-IGNORE-V2", "VRRP-MIX-TIMEOUT"})
  void shouldTakeOverAtTheRateOfVersion3BelowASecond() {
    List<FailoverReport> failovers =
        with("both", 10, "both", 10).failoversAfter(new Fault.Crash("m1"));

    assertThat(failovers).hasSize(1);
    assertThat(failovers.getFirst().masterDownNanos()).isEqualTo(DOWN_100 / 10);
    assertThat(adverts("m1", VrrpV2Packet.class))
        .allSatisfy(sent -> assertThat(seconds(sent)).isEqualTo(1))
        .hasSameSizeAs(adverts("m1", VrrpV3Packet.class));
  }

  private static int seconds(Tape.Sent sent) {
    return ((VrrpV2Packet) sent.advert()).intervalSeconds();
  }

  @Test
  @Requirement({"VRRP-MIX-V2-ADVINT-WHOLE", "VRRP-MIX-SEND-BOTH"})
  void shouldHoldARouterOfVersion2BelowASecond() {
    List<FailoverReport> failovers =
        with("both", 10, "v2", 100).failoversAfter(new Fault.Crash("m1"));

    assertThat(failovers).hasSize(1);
    assertThat(failovers.getFirst().masterDownNanos()).isEqualTo(DOWN_100);
    assertThat(world.tape.changesOf("m1")).hasSize(3);
  }

  @Test
  @Requirement({"VRRP-MIX-TRANSLATE", "VRRP-MIX-TIMEOUT"})
  void shouldTakeOverAtTheRateOfAVersion2Master() {
    List<FailoverReport> failovers =
        with("v2", 200, "both", 10).failoversAfter(new Fault.Crash("m1"));

    assertThat(failovers).hasSize(1);
    assertThat(failovers.getFirst().masterDownNanos()).isEqualTo(2 * DOWN_100);
    assertThat(failovers.getFirst().rfcMasterDownNanos()).isEqualTo(2 * DOWN_100);
  }

  @ParameterizedTest
  @CsvSource({"v2, 2, 5218750000", "v3, 3, 5218750000"})
  @Requirement("VRRP-MIX-REPORT")
  void shouldReportAMasterOfOneVersionAtItsThirdAdvert(String m1, int version, long sentNanos) {
    StoryMeter story = new StoryMeter(world.lab);
    with(m1, "both").world.runUntil(LATER);

    List<LogEntry> notes = notes(story);
    assertThat(notes).hasSize(1);
    assertThat(notes.getFirst().subject()).isEqualTo("m2");
    assertThat(notes.getFirst().atNanos()).isBetween(sentNanos, sentNanos + MILLISECOND);
    assertThat(notes.getFirst().text())
        .isEqualTo(
            "hears its Master 192.0.2.11 in version %d only, and would understand both (VRID 41)"
                .formatted(version));
  }

  private static List<LogEntry> notes(StoryMeter story) {
    return story.report().stream().filter(entry -> entry.kind() == LogEntry.Kind.NOTE).toList();
  }

  @Test
  @Requirement("VRRP-MIX-REPORT")
  void shouldReportNothingOfAMasterThatMixes() {
    StoryMeter story = new StoryMeter(world.lab);
    with("both", "both").world.runUntil(LATER);

    assertThat(notes(story)).isEmpty();
  }

  /**
   * Who goes back without a word stays ignored in version 2, and takes the role again as soon as
   * the Backup has tried to take it.
   */
  @Test
  @Requirement({"VRRP-MIX-IGNORE-V2", "VRRP-MIX-FLAG"})
  void shouldFollowAMasterThatFallsBackToVersion2() {
    VirtualRouterConfig back = config("v2", "192.0.2.11", 200, 100);
    with("both", "both")
        .world
        .at(LATER, new Fault.Reload("m1", List.of(back)))
        .runUntil(40 * SECOND);

    assertThat(world.lab.machine("m1").virtualRouters().getFirst().isMaster()).isTrue();
    assertThat(world.tape.changesOf("m2")).last().asString().startsWith("Backup");
    assertThat(world.tape.changesOf("m2")).hasSize(3);
  }
}
