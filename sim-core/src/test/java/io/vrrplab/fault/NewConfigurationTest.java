package io.vrrplab.fault;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vrrplab.World;
import io.vrrplab.lan.DaemonPlan;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.lan.VrrpDaemon;
import io.vrrplab.track.CheckResult;
import io.vrrplab.track.Track;
import io.vrrplab.track.Tracked;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.IgmpReport;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a daemon does whose file has become another one when it reads it again. */
class NewConfigurationTest {

  private static final long RELOAD = 10 * SECOND + SECOND / 2;
  private static final long SKEW_100 = 609_375_000L;
  private static final long DOWN_100 = 3 * SECOND + SKEW_100;

  private final World world = World.of();
  private final VirtualRouter m1 = world.keepalived("m1", "192.0.2.11", 200);
  private final VirtualRouter m2 = world.keepalived("m2", "192.0.2.12", 100);
  private final VirtualRouterConfig other =
      VirtualRouterConfig.ofDefaults(
          Profile.KEEPALIVED,
          2,
          42,
          IpAddress.parse("192.0.2.11"),
          List.of(IpAddress.parse("192.0.2.60")));

  @Test
  void shouldEndWhatANewConfigurationHasNoMore() {
    world.at(RELOAD, file()).runUntil(RELOAD + 5 * SECOND);

    assertThat(world.tape.advertised("m1", RELOAD, RELOAD + 5 * SECOND)).containsExactly(0);
    assertThat(world.tape.changesOf("m2"))
        .last()
        .isEqualTo("Master at " + (RELOAD + 2 * HOP + SKEW_100));
  }

  @Test
  void shouldBeginWhatANewConfigurationHasBesides() {
    VirtualRouter added = world.lab.addVirtualRouter(m1.machine(), m1.on(), other);
    daemon().leaveOut(added);

    world.at(RELOAD, file(m1.config(), other)).runUntil(RELOAD);
    assertThat(world.tape.changesOf("m1")).hasSize(3).last().asString().startsWith("Backup");

    world.runUntil(RELOAD + DOWN_100);
    assertThat(added.isMaster()).isTrue();
    assertThat(m1.isMaster()).isTrue();
  }

  @Test
  void shouldTakeBackWhatAnEarlierConfigurationHad() {
    world
        .at(RELOAD, file())
        .at(RELOAD + 5 * SECOND, file(m1.config()))
        .runUntil(RELOAD + 10 * SECOND);

    assertThat(m1.isMaster()).isTrue();
    assertThat(m2.isMaster()).isFalse();
  }

  /** A script that a new configuration brings may have been failing for long. */
  @Test
  void shouldTrackWhatANewConfigurationTracks() {
    CheckResult failing = new CheckResult.OfScript("chk", CheckResult.Outcome.FAIL);

    world
        .at(RELOAD, file(track(), m1.config()))
        .at(RELOAD - SECOND, new Fault.Check("m1", failing))
        .runUntil(RELOAD + SECOND);

    assertThat(m1.state()).isInstanceOf(VrrpState.Initialize.class);
    assertThat(m2.isMaster()).isTrue();
  }

  @Test
  void shouldTrackNoMoreWhatANewConfigurationDoesNotTrack() {
    CheckResult failing = new CheckResult.OfScript("chk", CheckResult.Outcome.FAIL);
    daemon().track(m1, track());

    world
        .at(RELOAD, file(m1.config()))
        .at(RELOAD + SECOND, new Fault.Check("m1", failing))
        .runUntil(RELOAD + 3 * SECOND);

    assertThat(m1.isMaster()).isTrue();
  }

  /** A socket that is open stays in its group, whatever the state (keepalived's FAULT). */
  @Test
  void shouldStayInTheMulticastGroupWhileAScriptFails() {
    CheckResult failing = new CheckResult.OfScript("chk", CheckResult.Outcome.FAIL);
    daemon().track(m1, track());

    world.at(RELOAD, new Fault.Check("m1", failing)).runUntil(RELOAD + 3 * SECOND);

    assertThat(m1.state()).isInstanceOf(VrrpState.Initialize.class);
    assertThat(world.tape.sent("m1", IgmpReport.class)).hasSize(1);
  }

  @Test
  void shouldRefuseAVirtualRouterThatWasNeverAdded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> world.at(RELOAD, file(other)))
        .withMessageContaining("m1 has no virtual router 42");
  }

  private VrrpDaemon daemon() {
    return Objects.requireNonNull(m1.machine().daemon());
  }

  private static Track track() {
    return new Track(Tracked.Script.of("chk"), 0, false);
  }

  private static Fault file(VirtualRouterConfig... configs) {
    return file(List.of(), configs);
  }

  private static Fault file(Track track, VirtualRouterConfig config) {
    return file(List.of(track), config);
  }

  private static Fault file(List<Track> tracks, VirtualRouterConfig... configs) {
    List<DaemonPlan.Part> parts =
        Stream.of(configs).map(each -> new DaemonPlan.Part("lan", each, tracks)).toList();
    return new Fault.NewConfiguration(
        "m1", new DaemonPlan(parts, List.of(), DaemonPlan.Waits.NONE));
  }
}
