package io.vrrplab.measure;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.measure.LogEntry.Kind;
import io.vrrplab.measure.MastershipReport.Term;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The meters of mastership and adverts, and the story, each over a run of two nodes. */
class MetersTest {

  private static final long MASTER_DOWN_200 = 3_218_750_000L;
  private static final long MASTER_DOWN_100 = 3_609_375_000L;

  /** When m2 takes over if m1 dies after 9.22 s and before 10.21 s. */
  private static final long TAKEOVER = MASTER_DOWN_200 + 6 * SECOND + 2 * HOP + MASTER_DOWN_100;

  private final World world = World.of();

  private void twoNodes() {
    world.node("m1", "192.0.2.11", 200);
    world.node("m2", "192.0.2.12", 100);
  }

  @Test
  void shouldKeepTheTermsOfOfficeAndTheGapsBetween() {
    twoNodes();
    MastershipMeter meter = new MastershipMeter(world.lab);
    world
        .at(10 * SECOND, new Fault.Crash("m1"))
        .at(20 * SECOND, new Fault.Crash("m2"))
        .runUntil(30 * SECOND);

    MastershipReport report = meter.report().getFirst();

    assertThat(meter.report()).hasSize(1);
    assertThat(report.id()).hasToString("lan/41/ipv4");
    assertThat(report.version()).isEqualTo(2);
    assertThat(report.addresses()).containsExactly("192.0.2.50");
    assertThat(report.masters())
        .containsExactly(
            new Term("m1", MASTER_DOWN_200, 10 * SECOND), new Term("m2", TAKEOVER, 20 * SECOND));
    assertThat(report.dualMasterNanos()).isZero();
    assertThat(report.noMasterNanos()).isEqualTo(TAKEOVER - 10 * SECOND + 10 * SECOND);
    assertThat(meter.report()).isEqualTo(List.of(report)); // asking twice changes nothing
  }

  @Test
  void shouldCountTheTimeOfTwoMasters() {
    twoNodes();
    MastershipMeter meter = new MastershipMeter(world.lab);
    world
        .at(10 * SECOND, new Fault.Partition(List.of(List.of("m1"), List.of("m2")), null))
        .runUntil(20 * SECOND);

    MastershipReport report = meter.report().getFirst();

    assertThat(report.dualMasterNanos()).isEqualTo(20 * SECOND - TAKEOVER);
    assertThat(report.noMasterNanos()).isZero();
    Term second = report.masters().getLast();
    assertThat(second.covers(TAKEOVER)).isTrue();
    assertThat(second.covers(TAKEOVER - 1)).isFalse();
    assertThat(second.toNanos()).isNull();
  }

  @Test
  void shouldCountNothingBeforeTheFirstMaster() {
    twoNodes();
    MastershipMeter meter = new MastershipMeter(world.lab);
    world.runUntil(3 * SECOND);

    assertThat(meter.report().getFirst().masters()).isEmpty();
    assertThat(meter.report().getFirst().noMasterNanos()).isZero();
  }

  @Test
  void shouldCountAdvertsByWhatBecameOfThem() {
    twoNodes();
    VirtualRouterConfig stranger =
        VirtualRouterConfig.ofDefaults(
            Profile.RFC9568,
            3,
            77,
            IpAddress.parse("192.0.2.13"),
            List.of(IpAddress.parse("192.0.2.77")));
    world.serve(world.host("m3", "192.0.2.13"), stranger.withPriority(255 - 1));
    AdvertMeter meter = new AdvertMeter(world.lab);
    world.runUntil(8 * SECOND);

    AdvertCounts counts = meter.report();

    // m1 from 3.21875 s on: five; m3 from 3.0078125 s on: five; each heard by two
    assertThat(counts.sent()).isEqualTo(10);
    assertThat(counts.received()).isEqualTo(20);
    // m1 and m2 know neither version 3 nor VRID 77, and m3 not version 2
    assertThat(counts.rejected()).containsEntry("version", 5L + 10L).containsEntry("checksum", 0L);
    assertThat(counts.rejected().values().stream().mapToLong(each -> each).sum()).isEqualTo(15);
    assertThat(counts.rejected().firstEntry().getKey()).isEqualTo("own-address");
  }

  @Test
  void shouldTellTheStoryInTheOrderOfTime() {
    twoNodes();
    StoryMeter story = new StoryMeter(world.lab);
    world
        .at(10 * SECOND, new Fault.DropAdverts("m1", "m2", 1, null))
        .at(12 * SECOND, new Fault.Stop("m1"))
        .at(13 * SECOND, new Fault.LinkDown("m2", null))
        .at(14 * SECOND, new Fault.Heal())
        .runUntil(15 * SECOND);

    long skewed = 12 * SECOND + 2 * HOP + 609_375_000L;
    assertThat(story.report())
        .containsExactly(
            state(0, "m1", "Initialize → Backup (VRID 41): started, listens for a Master"),
            state(0, "m2", "Initialize → Backup (VRID 41): started, listens for a Master"),
            state(MASTER_DOWN_200, "m1", "Backup → Master (VRID 41): nothing heard for 3.21875 s"),
            new LogEntry(10 * SECOND, Kind.FAULT, "network", "loses the next advert from m1 to m2"),
            new LogEntry(
                MASTER_DOWN_200 + 7 * SECOND + HOP,
                Kind.NOTE,
                "m2",
                "an advert of m1 is lost on the way"),
            new LogEntry(12 * SECOND, Kind.FAULT, "m1", "stops gracefully"),
            state(12 * SECOND, "m1", "Master → Initialize (VRID 41): stopped in good order"),
            state(skewed, "m2", "Backup → Master (VRID 41): nothing heard for 0.609375 s"),
            new LogEntry(13 * SECOND, Kind.FAULT, "m2", "loses its link"),
            state(
                13 * SECOND,
                "m2",
                "Master → Initialize (VRID 41): its interface, or something that it tracks,"
                    + " failed"),
            new LogEntry(
                14 * SECOND,
                Kind.FAULT,
                "network",
                "heals: all links are up and lose nothing more than they did at first"),
            state(
                14 * SECOND, "m2", "Initialize → Backup (VRID 41): started, listens for a Master"));
  }

  private static LogEntry state(long atNanos, String node, String text) {
    return new LogEntry(atNanos, Kind.STATE, node, text);
  }

  @Test
  void shouldSayWhoseAdvertMadeANodeStandBack() {
    twoNodes();
    world.node("m3", "192.0.2.13", 200);
    StoryMeter story = new StoryMeter(world.lab);
    world
        .at(10 * SECOND, new Fault.Partition(List.of(List.of("m2")), 10 * SECOND))
        .runUntil(30 * SECOND);

    assertThat(story.report())
        .filteredOn(each -> each.text().startsWith("Master → Backup"))
        .extracting(LogEntry::subject, LogEntry::text)
        .containsExactly(
            tuple(
                "m1",
                "Master → Backup (VRID 41): 192.0.2.13 has our priority 200 and the higher"
                    + " address"),
            tuple("m2", "Master → Backup (VRID 41): 192.0.2.13 has priority 200, ours is 100"));
  }
}
