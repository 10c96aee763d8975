package io.vrrplab.lan;

import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.track.Track;
import io.vrrplab.track.Tracked;
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
