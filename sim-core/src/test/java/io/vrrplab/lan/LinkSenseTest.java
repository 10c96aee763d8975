package io.vrrplab.lan;

import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.track.Track;
import io.vrrplab.track.Tracked;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A daemon that waits until the loss of a link, or its return, has lasted. */
class LinkSenseTest {

  private static final long DOWN_200 = 3_218_750_000L;

  private final World world = World.of();
  private final VirtualRouter m1 = world.keepalived("m1", "192.0.2.11", 200);

  private VrrpDaemon daemon() {
    return Objects.requireNonNull(m1.machine().daemon());
  }

  @BeforeEach
  void waitForOneAndAHalfSecondsAndForTwo() {
    m1.on().link().waitOut(daemon(), 1500 * MILLISECOND, 2 * SECOND);
  }

  @Test
  void shouldForgetALossThatDoesNotLast() {
    world
        .at(10 * SECOND, new Fault.LinkDown("m1", "lan"))
        .at(11 * SECOND, new Fault.LinkUp("m1", "lan"))
        .runUntil(20 * SECOND);

    assertThat(world.tape.changesOf("m1")).containsExactly("Backup at 0", "Master at " + DOWN_200);
  }

  @Test
  void shouldHeedWhatLasts() {
    world
        .at(10 * SECOND, new Fault.LinkDown("m1", "lan"))
        .at(15 * SECOND, new Fault.LinkUp("m1", "lan"))
        .runUntil(30 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .containsExactly(
            "Backup at 0",
            "Master at " + DOWN_200,
            "Initialize at " + (11 * SECOND + 500 * MILLISECOND),
            "Backup at " + 17 * SECOND,
            "Master at " + (17 * SECOND + DOWN_200));
  }

  @Test
  void shouldCountAnewAtEveryChange() {
    world
        .at(10 * SECOND, new Fault.LinkDown("m1", "lan"))
        .at(11 * SECOND, new Fault.LinkUp("m1", "lan"))
        .at(11 * SECOND + 200 * MILLISECOND, new Fault.LinkDown("m1", "lan"))
        .runUntil(14 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .last()
        .isEqualTo("Initialize at " + (12 * SECOND + 700 * MILLISECOND));
  }

  @Test
  void shouldCountForWhatIsTrackedToo() {
    daemon().track(m1, new Track(new Tracked.Link("lan"), -150, false));

    world.at(10 * SECOND, new Fault.LinkDown("m1", "lan")).runUntil(11 * SECOND);

    assertThat(m1.config().priority()).isEqualTo(200);
  }

  /** keepalived 2.2.7 was reloaded with other delays, and with none, and started anew with none. */
  @Test
  void shouldKeepAfterAReloadWhatTheNewFileDoesNotSay() {
    DaemonPlan.LinkWait shorter = new DaemonPlan.LinkWait("lan", 700 * MILLISECOND, 0);

    world
        .at(5 * SECOND, reload(shorter))
        .at(10 * SECOND, new Fault.LinkDown("m1", "lan"))
        .at(11 * SECOND, new Fault.LinkUp("m1", "lan"))
        .at(15 * SECOND, reload())
        .at(20 * SECOND, new Fault.LinkDown("m1", "lan"))
        .at(21 * SECOND, new Fault.LinkUp("m1", "lan"))
        .at(25 * SECOND, new Fault.Stop("m1"))
        .at(26 * SECOND, new Fault.Start("m1"))
        .at(35 * SECOND, new Fault.LinkDown("m1", "lan"))
        .runUntil(40 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .filteredOn(change -> change.startsWith("Initialize"))
        .containsExactly(
            "Initialize at " + (10 * SECOND + 700 * MILLISECOND),
            "Initialize at " + (20 * SECOND + 700 * MILLISECOND),
            "Initialize at " + 25 * SECOND,
            "Initialize at " + 35 * SECOND);
  }

  /** Seen of keepalived 2.2.7: a reload neither begins the wait nor ends one. */
  @Test
  void shouldWaitAfterTheNextStartAsTheNewFileSays() {
    DaemonPlan.Waits waits = new DaemonPlan.Waits(8 * SECOND, 0, List.of());

    world
        .at(5 * SECOND, reload(waits))
        .at(10 * SECOND, new Fault.Stop("m1"))
        .at(11 * SECOND, new Fault.Start("m1"))
        .at(15 * SECOND, reload())
        .runUntil(30 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .containsExactly(
            "Backup at 0",
            "Master at " + DOWN_200,
            "Initialize at " + 10 * SECOND,
            "Backup at " + 19 * SECOND,
            "Master at " + (19 * SECOND + DOWN_200));
  }

  private Fault reload(DaemonPlan.LinkWait... links) {
    return reload(new DaemonPlan.Waits(0, 0, List.of(links)));
  }

  private Fault reload(DaemonPlan.Waits waits) {
    DaemonPlan.Part part = new DaemonPlan.Part("lan", m1.config(), List.of());
    return new Fault.NewConfiguration("m1", new DaemonPlan(List.of(part), List.of(), waits));
  }

  @Test
  void shouldSeeTheLinkAsItIsWhenTheDaemonBegins() {
    world
        .at(9 * SECOND, new Fault.Stop("m1"))
        .at(10 * SECOND, new Fault.LinkDown("m1", "lan"))
        .at(10 * SECOND + 100 * MILLISECOND, new Fault.Start("m1"))
        .runUntil(12 * SECOND);

    assertThat(world.tape.changesOf("m1")).last().isEqualTo("Initialize at " + 9 * SECOND);
  }
}
