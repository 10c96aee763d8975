package io.vrrplab.fault;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vrrplab.World;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a daemon does that reads its configuration again, or is given another priority. */
class ReloadTest {

  private static final long TAKEOVER_200 = 3_218_750_000L;
  private static final long DOWN_100 = 3_609_375_000L;

  /** 281.25 ms after an advert of the Master. */
  private static final long RELOAD = 10 * SECOND + 500 * MILLISECOND;

  private static final long LAST_ADVERT = TAKEOVER_200 + 7 * SECOND;

  private final World world = World.of();
  private final VirtualRouter m1 = world.keepalived("m1", "192.0.2.11", 200);
  private final VirtualRouter m2 = world.keepalived("m2", "192.0.2.12", 100);

  @Test
  void shouldAdvertiseAtOnceAndGoOnWhenNothingChanged() {
    world.at(RELOAD, new Fault.Reload("m1", List.of())).runUntil(RELOAD + 3 * SECOND);

    // once before it reads and once after, as measured
    assertThat(world.tape.advertTimes("m1"))
        .endsWith(RELOAD, RELOAD, RELOAD + SECOND, RELOAD + 2 * SECOND, RELOAD + 3 * SECOND);
    assertThat(world.tape.changes()).hasSize(3);
  }

  @Test
  void shouldHandOverAWholeMasterDownIntervalAfterALoweringReload() {
    VirtualRouterConfig lowered = m1.config().withPriority(50);

    world.at(RELOAD, new Fault.Reload("m1", List.of(lowered))).runUntil(RELOAD + 5 * SECOND);

    assertThat(world.tape.advertised("m1", RELOAD, RELOAD + 1)).containsExactly(200, 50);
    assertThat(world.tape.changesOf("m2"))
        .last()
        .isEqualTo("Master at " + (RELOAD + 2 * HOP + DOWN_100));
    assertThat(m1.isMaster()).isFalse();
  }

  @Test
  void shouldHandOverAfterALoweredPriorityWithoutAReload() {
    world.at(RELOAD, new Fault.SetPriority("m1", World.VRID, 50)).runUntil(RELOAD + 5 * SECOND);

    assertThat(world.tape.advertised("m1", RELOAD, RELOAD + SECOND)).containsExactly(50);
    assertThat(world.tape.changesOf("m2"))
        .last()
        .isEqualTo("Master at " + (LAST_ADVERT + 2 * HOP + DOWN_100));
  }

  /** The time that has passed counts: only the difference of the two intervals is added. */
  @Test
  void shouldMoveTheDeadlineOfABackupWhosePriorityRises() {
    world.at(RELOAD, new Fault.SetPriority("m2", World.VRID, 228)).runUntil(RELOAD + 5 * SECOND);

    long interval = 3 * SECOND + SECOND * (256 - 228) / 256;
    assertThat(world.tape.changesOf("m2"))
        .last()
        .isEqualTo("Master at " + (LAST_ADVERT + 2 * HOP + interval));
  }

  @Test
  void shouldAnnounceAnAddressThatAReloadAdds() {
    IpAddress more = IpAddress.parse("192.0.2.51");
    VirtualRouterConfig changed =
        m1.config().withOptions(m1.config().options().withUnadvertisedAddresses(List.of(more)));

    world.at(RELOAD, new Fault.Reload("m1", List.of(changed))).runUntil(RELOAD + SECOND / 2);

    assertThat(world.tape.announced("m1", RELOAD, RELOAD + SECOND)).isEqualTo(5);
    assertThat(world.tape.advertised("m1", RELOAD, RELOAD + 1)).containsExactly(200, 200);
    assertThat(m2.isMaster()).isFalse();
  }

  @Test
  void shouldStartWithWhatWasWrittenWhileItWasDown() {
    VirtualRouterConfig lowered = m1.config().withPriority(50);

    world
        .at(RELOAD, new Fault.Stop("m1"))
        .at(RELOAD + SECOND, new Fault.Reload("m1", List.of(lowered)))
        .at(RELOAD + 2 * SECOND, new Fault.Start("m1"))
        .runUntil(RELOAD + 10 * SECOND);

    assertThat(world.tape.advertised("m1", RELOAD + 1, RELOAD + 10 * SECOND)).isEmpty();
    assertThat(m2.isMaster()).isTrue();
  }

  @Test
  void shouldRefuseToReloadWhatIsNotThere() {
    VirtualRouterConfig other =
        VirtualRouterConfig.ofDefaults(
            m1.config().profile(), 2, 7, m1.config().primaryAddress(), m1.config().addresses());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> world.at(RELOAD, new Fault.Reload("m1", List.of(other))))
        .withMessageContaining("m1 has no virtual router 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> world.at(RELOAD, new Fault.SetPriority("m1", 7, 1)))
        .withMessageContaining("m1 has no VRID 7");
  }
}
