package io.vrrplab.fault;

import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.Tape;
import io.vrrplab.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults that come one upon the other, and faults that cannot strike. */
class FaultOrderTest {

  private final World world = World.of();

  FaultOrderTest() {
    world.node("m1", "192.0.2.11", 200);
    world.node("m2", "192.0.2.12", 100);
    world.host("client", "192.0.2.100");
    world.segment("wan");
    world.connect(world.lab.machine("m1"), "wan", "198.51.100.11");
  }

  @Test
  void shouldNotEndALaterPartitionWithAnEarlierOne() {
    world
        .at(10 * SECOND, new Fault.Partition(List.of(List.of("m1")), 5 * SECOND))
        .at(12 * SECOND, new Fault.Partition(List.of(List.of("m1")), 20 * SECOND))
        .runUntil(31 * SECOND);

    assertThat(world.tape.lost().getLast().atNanos()).isGreaterThan(30 * SECOND);
    assertThat(world.tape.faults()).hasSize(2);
    assertThat(world.runUntil(33 * SECOND).tape.faults()).hasSize(3);
  }

  @Test
  void shouldNotEndALaterImpairmentWithAnEarlierOne() {
    Fault all = new Fault.Impair("m1", "lan", Fault.Direction.OUT, 1, 5 * SECOND);
    world.at(10 * SECOND, all).at(12 * SECOND, all).runUntil(20 * SECOND);

    assertThat(world.tape.lost().getLast().atNanos()).isBetween(16 * SECOND, 17 * SECOND);
    assertThat(world.tape.faults())
        .extracting(Tape.Struck::atNanos)
        .containsExactly(10 * SECOND, 12 * SECOND, 17 * SECOND);
  }

  @Test
  void shouldTellOfNoEndAfterHealing() {
    world
        .at(SECOND, new Fault.Partition(List.of(List.of("m1")), 5 * SECOND))
        .at(SECOND, new Fault.Impair("m1", null, Fault.Direction.BOTH, 1, 5 * SECOND))
        .at(SECOND, new Fault.DropAdverts("m2", null, null, 5 * SECOND))
        .at(2 * SECOND, new Fault.Heal())
        .runUntil(20 * SECOND);

    assertThat(world.tape.faults())
        .extracting(each -> each.notice().verb())
        .containsExactly("partition", "impair", "drop-adverts", "heal");
  }

  @Test
  void shouldRefuseWhatIsNotThereWhenItIsScheduled() {
    refused(new Fault.Crash("m9"), "no machine m9");
    refused(new Fault.Partition(List.of(List.of("m1", "m9")), null), "no machine m9");
    refused(new Fault.DropAdverts("m1", "m9", 1, null), "no machine m9");
    refused(new Fault.Stop("client"), "client runs no VRRP");
    refused(new Fault.Kill("client"), "client runs no VRRP");
    refused(new Fault.Restart("client"), "client runs no VRRP");
    refused(new Fault.LinkDown("m1", "dmz"), "no segment dmz");
    refused(new Fault.LinkUp("m2", "wan"), "m2 has no link to wan");
    refused(new Fault.Impair("m2", "wan", Fault.Direction.IN, 1, null), "m2 has no link to wan");
  }

  private void refused(Fault fault, String message) {
    assertThatThrownBy(() -> world.at(SECOND, fault))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
