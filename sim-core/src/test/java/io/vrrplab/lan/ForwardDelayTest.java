package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.sim.Limits;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.OpaqueEthernetPayload;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Ports that came up and do not forward yet, as with spanning tree. */
class ForwardDelayTest {

  private static final long DELAY = 30 * SECOND;

  private final World world = World.empty(1, Limits.DEFAULT);

  ForwardDelayTest() {
    world.lab.addSegment(
        new SegmentConfig("lan", LinkProperties.DEFAULT, 300 * SECOND, DELAY, null));
  }

  private List<Long> arrivalsSeconds() {
    return world.tape.arrivals().stream().map(each -> each.atNanos() / SECOND).toList();
  }

  @Test
  void shouldForwardNothingUntilTheDelayIsOver() {
    world.ping(world.host("a", "192.0.2.1"), "192.0.2.2", SECOND);
    world.host("b", "192.0.2.2");
    world.runUntil(DELAY + 3 * SECOND);

    assertThat(arrivalsSeconds()).startsWith(30L);
    assertThat(world.tape.lost()).isNotEmpty();
    assertThat(world.tape.lost())
        .allMatch(each -> each.cause() == LossCause.FORWARD_DELAY)
        .allMatch(each -> each.towards().equals("the switch"));
  }

  @Test
  void shouldLoseWhatIsForAPortThatCameUpLater() {
    world.ping(world.host("a", "192.0.2.1"), "192.0.2.2", SECOND);
    world.host("b", "192.0.2.2");
    world
        .at(40 * SECOND, new Fault.LinkDown("b", null))
        .at(50 * SECOND + SECOND / 2, new Fault.LinkUp("b", null))
        .runUntil(85 * SECOND);

    assertThat(arrivalsSeconds()).contains(39L, 81L);
    assertThat(arrivalsSeconds()).noneMatch(at -> at > 40 && at < 80);
    assertThat(world.tape.lost())
        .filteredOn(each -> each.atNanos() > 51 * SECOND)
        .isNotEmpty()
        .allMatch(each -> each.from().equals("a") && each.towards().equals("b"))
        .allMatch(each -> each.cause() == LossCause.FORWARD_DELAY);
  }

  @Test
  void shouldWaitAnewWhenTheLinkFlaps() {
    world.ping(world.host("a", "192.0.2.1"), "192.0.2.2", SECOND);
    world.host("b", "192.0.2.2");
    world
        .at(20 * SECOND, new Fault.LinkDown("b", null))
        .at(25 * SECOND, new Fault.LinkUp("b", null))
        .runUntil(58 * SECOND);

    assertThat(arrivalsSeconds().getFirst()).isBetween(55L, 56L);
  }

  @Test
  void shouldLearnNothingFromWhatItDoesNotForward() {
    world.host("a", "192.0.2.1");
    world.host("b", "192.0.2.2");
    world.host("c", "192.0.2.3");
    List<Tape.Sent> towardsC = world.tape.tap(world.card("c").port().cable().downlink());
    world.ping(world.lab.machine("b"), "192.0.2.1", 1000 * SECOND);
    world.runUntil(DELAY);
    OpaqueEthernetPayload data = new OpaqueEthernetPayload(0x88b5, Octets.zeroes(46));
    world.card("a").transmit(world.card("b").mac(), world.card("a").mac(), data);
    world.runUntil(DELAY + 2 * HOP);

    assertThat(towardsC).hasSize(1);
  }

  /** Two nodes with nopreempt, of which m1 has the higher priority and reboots. */
  private List<Tape.Change> changesOfReboot(long startupDelayNanos) {
    for (String name : List.of("m1", "m2")) {
      boolean first = name.equals("m1");
      world.keepalived(
          name,
          first ? "192.0.2.11" : "192.0.2.12",
          first ? 200 : 100,
          config -> config.withPreempt(false));
      Objects.requireNonNull(world.lab.machine(name).daemon()).delayStartup(startupDelayNanos, 0);
    }
    world
        .at(100 * SECOND, new Fault.Crash("m1"))
        .at(120 * SECOND, new Fault.Start("m1"))
        .runUntil(200 * SECOND);
    return world.tape.changes().stream().filter(each -> each.atNanos() >= 120 * SECOND).toList();
  }

  @Test
  void shouldMakeANodeThatReturnsMasterAlthoughItDoesNotPreempt() {
    List<Tape.Change> changes = changesOfReboot(0);

    assertThat(changes)
        .extracting(change -> change.node() + " " + change.to())
        .containsExactly("m1 Backup", "m1 Master", "m2 Backup");
    assertThat(changes.getLast().atNanos()).isBetween(120 * SECOND + DELAY, 121 * SECOND + DELAY);
  }

  @Test
  void shouldDoNoHarmToANodeThatWaitsForThePort() {
    assertThat(changesOfReboot(35 * SECOND))
        .extracting(change -> change.node() + " " + change.to())
        .containsExactly("m1 Backup");
  }
}
