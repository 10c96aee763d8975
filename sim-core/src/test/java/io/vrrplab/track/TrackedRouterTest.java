package io.vrrplab.track;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.lan.VrrpDaemon;
import io.vrrplab.track.CheckResult.OfFile;
import io.vrrplab.track.CheckResult.OfProcess;
import io.vrrplab.track.CheckResult.OfScript;
import io.vrrplab.track.CheckResult.Outcome;
import io.vrrplab.track.Tracked.Script;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows on the wire when something that a keepalived node tracks goes bad. */
class TrackedRouterTest {

  private static final long DOWN_120 = 3_531_250_000L;
  private static final long DOWN_100 = 3_609_375_000L;
  private static final long SKEW_100 = 609_375_000L;

  /** An interval of one second, two results to rise and to fall. */
  private static final Script SCRIPT = new Script("chk", SECOND, SECOND, 2, 2);

  private final World world = World.of();
  private final VirtualRouter m1 = world.keepalived("m1", "192.0.2.11", 120);

  @BeforeEach
  void addBackup() {
    world.keepalived("m2", "192.0.2.12", 100);
  }

  private static VrrpDaemon daemon(VirtualRouter router) {
    return Objects.requireNonNull(router.machine().daemon());
  }

  private void track(Tracked what, int weight) {
    daemon(m1).track(m1, new Track(what, weight, false));
  }

  private void script(long atNanos, Outcome outcome) {
    world.at(atNanos, new Fault.Check("m1", new OfScript("chk", outcome)));
  }

  /** Measured: 1.6 to 2.2 s after the script began to fail, 0.61 s of it after priority 0. */
  @Test
  void shouldResignTwiceWhenAScriptWithoutWeightFails() {
    track(SCRIPT, 0);
    script(10 * SECOND + 1, Outcome.FAIL);

    world.runUntil(14 * SECOND);

    long fault = 12 * SECOND; // runs at 11 and 12 s
    assertThat(world.tape.changesOf("m1"))
        .containsExactly("Backup at 0", "Master at " + DOWN_120, "Initialize at " + fault);
    assertThat(world.tape.advertised("m1", fault, fault + SECOND)).containsExactly(0, 0);
    assertThat(world.tape.changesOf("m2"))
        .last()
        .isEqualTo("Master at " + (fault + 2 * HOP + SKEW_100));
  }

  @Test
  void shouldWaitAWholeMasterDownIntervalAfterTheRecovery() {
    track(SCRIPT, 0);
    script(10 * SECOND + 1, Outcome.FAIL);
    script(20 * SECOND + 1, Outcome.OK);

    world.runUntil(30 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .endsWith("Backup at " + 22 * SECOND, "Master at " + (22 * SECOND + DOWN_120));
  }

  /** Measured: the Backup takes over when its timer runs out, last set by an advert of 120. */
  @Test
  void shouldAdvertiseLessInItsTimeWhenAWeightedScriptFails() {
    track(SCRIPT, -30);
    script(10 * SECOND + 1, Outcome.FAIL);

    world.runUntil(18 * SECOND);

    long lastOf120 = DOWN_120 + 8 * SECOND; // 11.53 s; the fall is at 12 s
    assertThat(world.tape.advertised("m1", 11 * SECOND, 15 * SECOND))
        .containsExactly(120, 90, 90, 90);
    assertThat(world.tape.changesOf("m2"))
        .last()
        .isEqualTo("Master at " + (lastOf120 + 2 * HOP + DOWN_100));
  }

  /** Measured: 0.530 s after an advert of the lower Master, its own new skew. */
  @Test
  void shouldReckonWithTheRaisedPriorityFromTheLastAdvertItObeyed() {
    track(SCRIPT, -30);
    script(10 * SECOND + 1, Outcome.FAIL);
    script(20 * SECOND + 1, Outcome.OK);

    world.runUntil(30 * SECOND);

    long mastersFirst = DOWN_120 + 8 * SECOND + 2 * HOP + DOWN_100;
    long lastObeyed = mastersFirst + 6 * SECOND + 2 * HOP; // before the rise at 22 s
    assertThat(world.tape.changesOf("m1")).last().isEqualTo("Master at " + (lastObeyed + DOWN_120));
  }

  @Test
  void shouldNotBeginBeforeTheFirstSuccess() {
    track(SCRIPT, 0);
    script(0, Outcome.FAIL);
    script(5 * SECOND + 1, Outcome.OK);

    world.runUntil(8 * SECOND);

    // the failure at 0 s is final, so it takes two successes: at 6 and 7 s
    assertThat(world.tape.changesOf("m1")).containsExactly("Backup at " + 7 * SECOND);
  }

  @Test
  void shouldCountARunThatHangsAsAFailureAtItsTimeout() {
    track(new Script("chk", SECOND, 2 * SECOND + 500 * MILLISECOND, 1, 1), 0);
    script(5 * SECOND, Outcome.HANG);

    world.runUntil(9 * SECOND);

    assertThat(world.tape.changesOf("m1")).last().isEqualTo("Initialize at " + 7_500 * MILLISECOND);
  }

  @Test
  void shouldLeaveWithItsInterfaceOfAnotherSegment() {
    world.segment("wan");
    world.connect(m1.machine(), "wan", "198.51.100.11");
    track(new Tracked.Link("wan"), 0);

    world
        .at(10 * SECOND, new Fault.LinkDown("m1", "wan"))
        .at(20 * SECOND, new Fault.LinkUp("m1", "wan"))
        .runUntil(30 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .endsWith(
            "Initialize at " + 10 * SECOND,
            "Backup at " + 20 * SECOND,
            "Master at " + (20 * SECOND + DOWN_120));
    assertThat(world.tape.changesOf("m2"))
        .contains("Master at " + (10 * SECOND + 2 * HOP + SKEW_100));
  }

  @Test
  void shouldAddWhatStandsInAFile() {
    track(new Tracked.File("load", 0), 1);

    world
        .at(10 * SECOND, new Fault.Check("m1", new OfFile("load", -50)))
        .at(20 * SECOND, new Fault.Check("m1", new OfFile("load", -254)))
        .runUntil(21 * SECOND);

    assertThat(world.tape.advertised("m1", 10 * SECOND, 11 * SECOND)).containsExactly(70);
    assertThat(m1.state().label()).isEqualTo("Initialize");
  }

  @Test
  void shouldWaitForProcessesToSettle() {
    track(new Tracked.Processes("haproxy", 1, 9, 2 * SECOND, SECOND), 0);

    world
        .at(10 * SECOND, new Fault.Check("m1", new OfProcess("haproxy", 0)))
        .at(11 * SECOND, new Fault.Check("m1", new OfProcess("haproxy", 1)))
        .at(12 * SECOND, new Fault.Check("m1", new OfProcess("haproxy", 0)))
        .at(20 * SECOND, new Fault.Check("m1", new OfProcess("haproxy", 2)))
        .runUntil(22 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .endsWith("Initialize at " + 14 * SECOND, "Backup at " + 21 * SECOND);
  }

  @Test
  void shouldRefuseToTurnWhatIsNotTracked() {
    track(SCRIPT, 0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> script(1, new OfScript("other", Outcome.OK)))
        .withMessageContaining("m1 does not track it");
    assertThatIllegalArgumentException().isThrownBy(() -> track(new Tracked.Link("wan"), 0));
  }

  private void script(long atNanos, OfScript result) {
    world.at(atNanos, new Fault.Check("m1", result));
  }
}
