package io.vrrplab.fault;

import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.World;
import io.vrrplab.lan.VirtualRouter;
import org.junit.jupiter.api.Test;

/**
 * keepalived's {@code timer_expired_backup}: a Master that does not preempt, and goes on after it
 * stood still, yields to whom it may have missed. A Backup of priority 100 takes over 3.609375 s
 * after the last advert, one of 254 after 3.007813 s.
 */
class LateMasterTest {

  /** The adverts are at 3.21875 s and each second after; the next one would be 218.75 ms on. */
  private static final long FREEZE = 10 * SECOND;

  private final World world = World.of();

  private VirtualRouter master(int latePriority, boolean preempts) {
    return world.keepalived(
        "m1",
        "192.0.2.11",
        200,
        config ->
            config
                .withPreempt(preempts)
                .withOptions(config.options().withLatePriority(latePriority)));
  }

  private VirtualRouter after(VirtualRouter m1, long standstill) {
    world.keepalived("m2", "192.0.2.12", 100, config -> config.withPreempt(false));
    world
        .at(FREEZE, new Fault.Pause("m1", standstill))
        .runUntil(FREEZE + standstill + 10 * MILLISECOND);
    return m1;
  }

  @Test
  void shouldYieldAfterALongStandstill() {
    VirtualRouter m1 = after(master(100, false), 5 * SECOND);

    assertThat(m1.isMaster()).isFalse();
    assertThat(world.tape.advertised("m1", FREEZE, FREEZE + 6 * SECOND)).isEmpty();
    assertThat(world.tape.changesOf("m1")).last().isEqualTo("Backup at " + (FREEZE + 5 * SECOND));
  }

  @Test
  void shouldGoOnWhereNobodyCanHaveTakenOver() {
    assertThat(after(master(100, false), 2 * SECOND).isMaster()).isTrue();
  }

  /** 10 s + 2.3 s is 3.08 s after the last advert: enough for 254, not for 100. */
  @Test
  void shouldReckonWithThePriorityThatIsSaid() {
    assertThat(after(master(254, false), 2_300 * MILLISECOND).isMaster()).isFalse();
  }

  @Test
  void shouldGoOnWhereTheOthersWaitLonger() {
    assertThat(after(master(100, false), 2_300 * MILLISECOND).isMaster()).isTrue();
  }

  @Test
  void shouldGoOnWithoutTheOption() {
    VirtualRouter m1 = after(master(0, false), 5 * SECOND);

    assertThat(m1.isMaster()).isTrue();
    assertThat(world.tape.advertised("m1", FREEZE + 4 * SECOND, FREEZE + 6 * SECOND)).isNotEmpty();
  }

  @Test
  void shouldGoOnWhereItPreempts() {
    assertThat(after(master(100, true), 5 * SECOND).isMaster()).isTrue();
  }
}
