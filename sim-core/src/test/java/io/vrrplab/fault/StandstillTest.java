package io.vrrplab.fault;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A daemon that is stopped for a while, and a machine that stands still with it. */
class StandstillTest {

  /** Master_Down_Interval of priority 200, and of 100. */
  private static final long TAKEOVER_200 = 3_218_750_000L;

  private static final long DOWN_100 = 3_609_375_000L;

  private static final long BEGIN = 12 * SECOND + 300 * MILLISECOND;
  private static final long END = BEGIN + 10 * SECOND;

  /** The last advert before the standstill, as the other node hears it. */
  private static final long LAST_HEARD = TAKEOVER_200 + 9 * SECOND + 2 * HOP;

  private final World world = World.of();

  @BeforeEach
  void addNodes() {
    world.keepalived("m1", "192.0.2.11", 200);
    world.keepalived("m2", "192.0.2.12", 100);
  }

  @Test
  void shouldAnswerEachQueuedAdvertAfterTheOverdueTimerFired() {
    world.at(BEGIN, new Fault.Freeze("m1", END - BEGIN)).runUntil(40 * SECOND);

    assertThat(world.tape.changesOf("m2"))
        .containsExactly(
            "Backup at 0", "Master at " + (LAST_HEARD + DOWN_100), "Backup at " + (END + 2 * HOP));
    assertThat(world.tape.changesOf("m1")).hasSize(2); // it never learnt of the other one
    // m2 spoke at 15.8, 16.8, … 21.8 s: seven adverts wait, behind an advert of m1's own
    assertThat(world.tape.advertised("m1", BEGIN, END)).isEmpty();
    assertThat(world.tape.advertised("m1", END, END + 1)).hasSize(1 + 7);
    assertThat(world.tape.announced("m1", END, END + 1)).isEqualTo(7 * 5);
    assertThat(world.tape.announced("m1", END + 1, END + 5 * SECOND)).isZero();
    assertThat(world.tape.announced("m1", END + 5 * SECOND, END + 6 * SECOND)).isEqualTo(7 * 5);
  }

  @Test
  void shouldSendAnOverdueSecondBurstAsWell() {
    long soon = TAKEOVER_200 + SECOND / 2;

    world.at(soon, new Fault.Freeze("m1", 10 * SECOND)).runUntil(soon + 11 * SECOND);

    // the burst of 5 s after the takeover, and one for each of m2's adverts at 7.3, 8.3 … 13.3 s
    assertThat(world.tape.announced("m1", soon + 10 * SECOND, soon + 11 * SECOND))
        .isEqualTo(5 + 7 * 5);
  }

  @Test
  void shouldAnswerPingsWhileOnlyTheDaemonIsFrozen() {
    world.ping(world.host("client", "192.0.2.100"), "192.0.2.50", SECOND, BEGIN);

    world
        .at(BEGIN - 1, new Fault.Freeze("m1", 3 * SECOND))
        .runUntil(BEGIN + 2 * SECOND + MILLISECOND);

    assertThat(world.tape.pings("client")).hasSize(3);
    assertThat(world.tape.arrivals()).hasSize(3);
  }

  @Test
  void shouldHearNothingWhileTheMachineStandsStill() {
    world.ping(world.host("client", "192.0.2.100"), "192.0.2.50", SECOND, BEGIN - SECOND);

    world.at(BEGIN - 1, new Fault.Pause("m1", 2 * SECOND)).runUntil(BEGIN + 4 * SECOND - 1);

    // shorter than Master_Down_Interval: no takeover, two pings lost
    assertThat(world.tape.pings("client")).hasSize(5);
    assertThat(world.tape.arrivals()).hasSize(3);
    assertThat(world.tape.changesOf("m2")).hasSize(1);
    assertThat(world.tape.announced("m1", BEGIN, BEGIN + 4 * SECOND)).isZero();
  }

  @Test
  void shouldSendOneAdvertAndNoAnnouncementAfterALongPause() {
    world.at(BEGIN, new Fault.Pause("m1", END - BEGIN)).runUntil(END + 6 * SECOND);

    assertThat(world.tape.advertised("m1", END, END + 1)).containsExactly(200);
    assertThat(world.tape.announced("m1", END, END + 6 * SECOND)).isZero();
    assertThat(world.tape.changesOf("m2")).last().isEqualTo("Backup at " + (END + 2 * HOP));
  }

  @Test
  void shouldForgetWhatWaitedWhenTheFrozenDaemonIsKilled() {
    world
        .at(BEGIN, new Fault.Freeze("m1", END - BEGIN))
        .at(BEGIN + SECOND, new Fault.Kill("m1"))
        .runUntil(END + SECOND);

    assertThat(world.tape.advertised("m1", BEGIN, END + SECOND)).isEmpty();
    assertThat(world.tape.changesOf("m2")).last().asString().startsWith("Master");
  }

  @Test
  void shouldStopAFrozenDaemonWhenItGoesOn() {
    world
        .at(BEGIN, new Fault.Freeze("m1", 2 * SECOND))
        .at(BEGIN + SECOND, new Fault.Stop("m1"))
        .runUntil(BEGIN + 3 * SECOND);

    assertThat(world.tape.advertised("m1", BEGIN, END))
        .as("the overdue advert, then the goodbye")
        .containsExactly(200, 0);
  }

  @Test
  void shouldGoOnOnlyWhenNeitherProcessNorMachineStandsStill() {
    world
        .at(BEGIN, new Fault.Freeze("m1", 2 * SECOND))
        .at(BEGIN + SECOND / 2, new Fault.Pause("m1", SECOND))
        .runUntil(BEGIN + 3 * SECOND);

    assertThat(world.tape.advertTimes("m1")).contains(BEGIN + 2 * SECOND);
    assertThat(world.tape.advertised("m1", BEGIN, BEGIN + 2 * SECOND)).isEmpty();
  }

  @Test
  void shouldTellOfBothEndsOfAStandstill() {
    world.at(BEGIN, new Fault.Freeze("m1", SECOND)).runUntil(END);

    assertThat(world.tape.faults())
        .extracting(struck -> struck.atNanos() + " " + struck.notice().text())
        .containsExactly(
            BEGIN + " has its daemon stopped for 1 s", (BEGIN + SECOND) + " has its daemon go on");
  }
}
