package io.vrrplab.fault;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.lan.LossCause;
import io.vrrplab.wire.VrrpPacket;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each fault does to three nodes and a client, and when it ends. */
class FaultInjectorTest {

  /** When m1 sends an advert: 3.21875 s after the start, and each second from then on. */
  private static final long FIRST_ADVERT = 3_218_750_000L;

  private final World world = World.of();

  FaultInjectorTest() {
    world.node("m1", "192.0.2.11", 200);
    world.node("m2", "192.0.2.12", 100);
    world.node("m3", "192.0.2.13", 50);
    world.host("client", "192.0.2.100");
    world.segment("wan");
    world.connect(world.lab.machine("m1"), "wan", "198.51.100.11");
    world.host("far", "wan", "198.51.100.100");
  }

  private List<Tape.Lost> lostAdverts() {
    return world.tape.lost().stream().filter(l -> l.cause() == LossCause.DROPPED_ADVERT).toList();
  }

  /** The times of lost adverts, each counted in whole seconds from the first advert of m1 on. */
  private List<LostAdvert> lostAdvertsOfM1() {
    return lostAdverts().stream()
        .map(l -> new LostAdvert(l.from(), l.towards(), (l.atNanos() - FIRST_ADVERT) / SECOND))
        .toList();
  }

  private record LostAdvert(String from, String towards, long second) {}

  private List<Tape.Change> changes(String node, long sinceNanos) {
    return world.tape.changes().stream()
        .filter(each -> each.node().equals(node) && each.atNanos() >= sinceNanos)
        .toList();
  }

  private static Fault.DropAdverts drop(@Nullable String from, @Nullable String to, int count) {
    return new Fault.DropAdverts(from, to, count, null);
  }

  private static Fault.DropAdverts dropFor(
      @Nullable String from, @Nullable String to, long forNanos) {
    return new Fault.DropAdverts(from, to, null, forNanos);
  }

  @Test
  void shouldStopKillStartAndRestart() {
    world
        .at(10 * SECOND, new Fault.Stop("m1"))
        .at(11 * SECOND, new Fault.Start("m1"))
        .at(20 * SECOND, new Fault.Restart("m1"))
        .at(30 * SECOND, new Fault.Kill("m1"))
        .runUntil(31 * SECOND);

    assertThat(changes("m1", 10 * SECOND))
        .extracting(Tape.Change::atNanos, Tape.Change::to)
        .containsExactly(
            tuple(10 * SECOND, "Initialize"),
            tuple(11 * SECOND, "Backup"),
            tuple(11 * SECOND + FIRST_ADVERT, "Master"),
            tuple(20 * SECOND, "Initialize"),
            tuple(20 * SECOND, "Backup"),
            tuple(20 * SECOND + FIRST_ADVERT, "Master"),
            tuple(30 * SECOND, "Initialize"));
    assertThat(world.tape.sent("m1", VrrpPacket.class))
        .filteredOn(each -> each.advert().priority() == 0)
        .extracting(Tape.Sent::atNanos)
        .containsExactly(10 * SECOND, 20 * SECOND);
  }

  @Test
  void shouldCrashAndStartAMachineWithoutADaemonToo() {
    world.ping(world.lab.machine("client"), "192.0.2.12", SECOND);
    world
        .at(2 * SECOND + 1, new Fault.Crash("client"))
        .at(5 * SECOND + 1, new Fault.Start("client"))
        .runUntil(8 * SECOND + SECOND / 2);

    assertThat(world.tape.arrivals())
        .extracting(Tape.Arrival::sequence)
        .containsExactly(0, 1, 6, 7, 8);
  }

  @Test
  void shouldPullOneCableOrAll() {
    world.ping(world.lab.machine("client"), "192.0.2.11", SECOND);
    world.ping(world.lab.machine("far"), "198.51.100.11", SECOND);
    world
        .at(1_500 * MILLISECOND, new Fault.LinkDown("m1", "wan"))
        .at(3_500 * MILLISECOND, new Fault.LinkUp("m1", "wan"))
        .at(5_500 * MILLISECOND, new Fault.LinkDown("m1", null))
        .at(7_500 * MILLISECOND, new Fault.LinkUp("m1", null))
        .runUntil(9_500 * MILLISECOND);

    assertThat(arrived(0)).containsExactly(0, 1, 2, 3, 4, 5, 8, 9);
    assertThat(arrived(1)).containsExactly(0, 1, 4, 5, 8, 9);
  }

  private List<Integer> arrived(int flow) {
    return world.tape.arrivals().stream()
        .filter(each -> each.flow() == flow)
        .map(Tape.Arrival::sequence)
        .toList();
  }

  @Test
  void shouldDropTheNextAdvertsOfASenderToAReceiver() {
    world.at(10 * SECOND, drop("m1", "m2", 2)).runUntil(20 * SECOND);

    assertThat(lostAdvertsOfM1())
        .containsExactly(new LostAdvert("m1", "m2", 7), new LostAdvert("m1", "m2", 8));
    assertThat(changes("m2", SECOND)).isEmpty();
  }

  @Test
  void shouldDropTheNextAdvertsOfASenderToEverybody() {
    world.at(10 * SECOND, drop("m1", null, 4)).runUntil(16 * SECOND);

    assertThat(lostAdvertsOfM1())
        .containsExactly(
            new LostAdvert("m1", "the switch", 7),
            new LostAdvert("m1", "the switch", 8),
            new LostAdvert("m1", "the switch", 9),
            new LostAdvert("m1", "the switch", 10));
    assertThat(changes("m2", SECOND))
        .extracting(Tape.Change::to)
        .containsExactly("Master", "Backup");
  }

  @Test
  void shouldDropEverybodysAdvertsToAReceiver() {
    world.at(10 * SECOND, dropFor(null, "m3", 5 * SECOND)).runUntil(20 * SECOND);

    assertThat(lostAdvertsOfM1()).hasSize(5).allMatch(each -> each.towards().equals("m3"));
    assertThat(changes("m3", SECOND))
        .extracting(Tape.Change::to)
        .containsExactly("Master", "Backup");
    assertThat(changes("m2", SECOND)).isEmpty();
    assertThat(world.tape.lost())
        .extracting(Tape.Lost::cause)
        .containsOnly(LossCause.DROPPED_ADVERT);
  }

  @Test
  void shouldDropAdvertsForAWhileAndTellWhenItEnds() {
    world.at(10 * SECOND, dropFor("m1", "m2", 2 * SECOND)).runUntil(20 * SECOND);

    assertThat(lostAdverts())
        .extracting(Tape.Lost::atNanos)
        .containsExactly(FIRST_ADVERT + 7 * SECOND + HOP, FIRST_ADVERT + 8 * SECOND + HOP);
    assertThat(world.tape.faults())
        .extracting(Tape.Struck::atNanos, each -> each.notice().verb())
        .containsExactly(tuple(10 * SECOND, "drop-adverts"), tuple(12 * SECOND, "end"));
  }

  @Test
  void shouldDropNothingButAdverts() {
    world.ping(world.lab.machine("client"), "192.0.2.11", SECOND);
    world.at(0, dropFor("m1", null, 20 * SECOND)).runUntil(10 * SECOND + SECOND / 2);

    assertThat(arrived(0)).hasSize(11);
    assertThat(lostAdverts()).isNotEmpty();
  }

  @Test
  void shouldImpairEachDirection() {
    for (Fault.Direction direction : Fault.Direction.values()) {
      FaultInjectorTest fresh = new FaultInjectorTest();
      fresh
          .world
          .at(10 * SECOND, new Fault.Impair("m1", "lan", direction, 1, 5 * SECOND))
          .runUntil(10 * SECOND);
      fresh.world.udp(fresh.world.lab.machine("m1"), "192.0.2.100", SECOND, 8, 1);
      fresh.world.runUntil(20 * SECOND);
      boolean out =
          fresh.world.tape.lost().stream().anyMatch(l -> l.towards().equals("the switch"));
      boolean in = fresh.world.tape.lost().stream().anyMatch(l -> l.towards().equals("m1"));

      assertThat(out).as("%s", direction).isEqualTo(direction != Fault.Direction.IN);
      // unheard, m1 is taken for dead, and hears m2 say so unless that is lost too
      assertThat(in).as("%s", direction).isEqualTo(direction == Fault.Direction.BOTH);
      assertThat(fresh.world.tape.lost())
          .allMatch(l -> l.cause() == LossCause.IMPAIRMENT && l.atNanos() < 15 * SECOND);
    }
  }

  @Test
  void shouldImpairAllCablesForGoodWhereNeitherCableNorTimeIsGiven() {
    world.ping(world.lab.machine("client"), "192.0.2.11", SECOND);
    world.ping(world.lab.machine("far"), "198.51.100.11", SECOND);
    world
        .at(1_500 * MILLISECOND, new Fault.Impair("m1", null, Fault.Direction.IN, 1, null))
        .runUntil(60 * SECOND);

    assertThat(arrived(0)).containsExactly(0, 1);
    assertThat(arrived(1)).containsExactly(0, 1);
  }

  @Test
  void shouldSplitForAWhile() {
    world
        .at(10 * SECOND, new Fault.Partition(List.of(List.of("m1"), List.of("m2")), 5 * SECOND))
        .runUntil(30 * SECOND);

    assertThat(world.tape.lost())
        .allMatch(l -> l.cause() == LossCause.PARTITION && l.atNanos() < 15 * SECOND);
    assertThat(changes("m2", SECOND))
        .extracting(Tape.Change::to)
        .containsExactly("Master", "Backup");
    assertThat(changes("m3", SECOND))
        .extracting(Tape.Change::to)
        .containsExactly("Master", "Backup");
    assertThat(world.tape.faults())
        .extracting(each -> each.notice().text())
        .containsExactly("splits into m1 | m2 for 5 s", "is whole again");
  }

  @Test
  void shouldLeaveSegmentsOfNobodyNamedWhole() {
    world.ping(world.lab.machine("far"), "198.51.100.11", SECOND);
    world
        .at(SECOND / 2, new Fault.Partition(List.of(List.of("m2"), List.of("m3")), null))
        .runUntil(3 * SECOND + SECOND / 2);

    assertThat(arrived(0)).hasSize(4);
  }

  @Test
  void shouldHealAllThatWasDone() {
    world.ping(world.lab.machine("client"), "192.0.2.12", SECOND);
    world
        .at(1, new Fault.Partition(List.of(List.of("client")), null))
        .at(1, new Fault.LinkDown("m2", null))
        .at(1, new Fault.Impair("m2", null, Fault.Direction.BOTH, 1, null))
        .at(1, drop("m1", null, 100))
        .at(8 * SECOND + SECOND / 2, new Fault.Heal())
        .runUntil(12 * SECOND + SECOND / 2);

    // the ping of 8 s was waiting for ARP
    assertThat(arrived(0)).containsExactly(8, 9, 10, 11, 12);
    assertThat(lostAdverts()).allMatch(l -> l.atNanos() < 8 * SECOND + SECOND / 2);
  }
}
