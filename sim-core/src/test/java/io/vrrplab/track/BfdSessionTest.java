package io.vrrplab.track;

import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.lan.VrrpDaemon;
import io.vrrplab.measure.KeepalivedLog;
import io.vrrplab.track.CheckResult.OfBfdSession;
import io.vrrplab.track.Tracked.BfdSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from a BFD session that a keepalived node tracks. */
class BfdSessionTest {

  private static final long DOWN_100 = 3_609_375_000L;

  private final World world = World.of();
  private final VirtualRouter m1 = world.keepalived("m1", "192.0.2.11", 100);

  private VrrpDaemon daemon() {
    return Objects.requireNonNull(m1.machine().daemon());
  }

  private BfdSessionTest tracks(int weight, boolean reverse) {
    daemon().track(m1, new Track(BfdSession.of("gw"), weight, reverse));
    return this;
  }

  private BfdSessionTest session(long atNanos, boolean up) {
    world.at(atNanos, new Fault.Check("m1", new OfBfdSession("gw", up)));
    return this;
  }

  private List<String> changes() {
    return world.tape.changesOf("m1");
  }

  private static long momentOf(String change) {
    return Long.parseLong(change.substring(change.lastIndexOf(' ') + 1));
  }

  /** Measured with 2.2.7: in FAULT at first, BACKUP 0 to 0.69 s after the start in ten starts. */
  @Test
  void shouldHoldBackUntilTheNeighbourHasAnswered() {
    tracks(0, false);

    world.runUntil(5 * SECOND);

    long begun = momentOf(changes().getFirst());
    assertThat(begun).isBetween(1L, 900 * MILLISECOND);
    assertThat(changes()).containsExactly("Backup at " + begun, "Master at " + (begun + DOWN_100));
  }

  @Test
  void shouldStayOutUntilASessionThatWasDownIsUp() {
    tracks(0, false).session(0, false).session(7 * SECOND, true);

    world.runUntil(8 * SECOND);

    assertThat(changes()).containsExactly("Backup at " + 7 * SECOND);
  }

  /** Measured: FAULT and "sent 0 priority" within 2 ms of the event, BACKUP when it is up again. */
  @Test
  void shouldResignWhileItIsDown() {
    tracks(0, false).session(10 * SECOND, false).session(20 * SECOND, true);

    world.runUntil(21 * SECOND);

    assertThat(changes()).endsWith("Initialize at " + 10 * SECOND, "Backup at " + 20 * SECOND);
    assertThat(world.tape.advertised("m1", 10 * SECOND, 11 * SECOND)).containsExactly(0, 0);
  }

  /** Measured: with weight 0 reverse BACKUP at the start, FAULT when the session is up. */
  @Test
  void shouldResignWhileItIsUpWhereReversed() {
    tracks(0, true).session(10 * SECOND, false);

    world.runUntil(11 * SECOND);

    assertThat(changes().getFirst()).isEqualTo("Backup at 0");
    assertThat(changes().get(1)).startsWith("Initialize at ");
    assertThat(changes()).last().isEqualTo("Backup at " + 10 * SECOND);
  }

  /** All measured, at priority 100. */
  @ParameterizedTest
  @CsvSource({
    // weight, reverse, while up, while down
    " 10, false, 110, 100",
    "-10, false, 100,  90",
    " 10, true,   90, 100",
    "-10, true,  100, 110"
  })
  void shouldWeighIt(int weight, boolean reverse, int up, int down) {
    tracks(weight, reverse).session(10 * SECOND, false);

    world.runUntil(9 * SECOND);
    assertThat(m1.config().priority()).isEqualTo(up);
    world.runUntil(11 * SECOND);
    assertThat(m1.config().priority()).isEqualTo(down);
  }

  /** The session comes up while the virtual routers still wait (vrrp_startup_delay). */
  @Test
  void shouldUseTheTimeOfAStartupDelay() {
    daemon().delayStartup(2 * SECOND, 0);
    tracks(0, false);

    world.runUntil(3 * SECOND);

    assertThat(changes()).containsExactly("Backup at " + 2 * SECOND);
  }

  @Test
  void shouldForgetWithTheProcess() {
    tracks(0, false);

    world
        .at(10 * SECOND, new Fault.Kill("m1"))
        .at(11 * SECOND, new Fault.Start("m1"))
        .runUntil(12 * SECOND);

    assertThat(momentOf(changes().getLast())).isBetween(11 * SECOND + 1, 12 * SECOND);
    assertThat(changes().getLast()).startsWith("Backup");
  }

  @Test
  void shouldBeToldOfItWhenItGoesOn() {
    KeepalivedLog log = new KeepalivedLog(world.lab, new LinkedHashMap<>());
    tracks(0, false).session(11 * SECOND, false);

    world.at(10 * SECOND, new Fault.Freeze("m1", 3 * SECOND)).runUntil(15 * SECOND);

    assertThat(changes()).last().isEqualTo("Initialize at " + 13 * SECOND);
    assertThat(log.report().getLast().atNanos()).isEqualTo(13 * SECOND);
    assertThat(log.report().get(log.report().size() - 2).atNanos()).isEqualTo(13 * SECOND);
  }

  @Test
  void shouldLogItInKeepalivedsWords() {
    KeepalivedLog log = new KeepalivedLog(world.lab, new LinkedHashMap<>());
    tracks(0, false).session(10 * SECOND, false);

    world.runUntil(11 * SECOND);

    assertThat(log.report().stream().map(KeepalivedLog.Line::text))
        .containsExactly(
            "VRRP_Instance(VI_41) Tracked BFD instance gw is UP",
            "(VI_41) Entering BACKUP STATE",
            "(VI_41) Entering MASTER STATE",
            "VRRP_Instance(VI_41) Tracked BFD instance gw is DOWN",
            "(VI_41) Entering FAULT STATE",
            "(VI_41) sent 0 priority");
  }
}
