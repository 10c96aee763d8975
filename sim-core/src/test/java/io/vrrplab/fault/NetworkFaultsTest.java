package io.vrrplab.fault;

import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.lan.LossCause;
import io.vrrplab.lan.Machine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interfaces that go down, caches that are emptied, and networks that lose multicast. */
class NetworkFaultsTest {

  private final World world = World.of();
  private final Machine client;

  NetworkFaultsTest() {
    world.node("m1", "192.0.2.11", 200);
    world.node("m2", "192.0.2.12", 100);
    client = world.host("client", "192.0.2.100");
  }

  private List<String> mastersAndBackups(String node, long sinceNanos) {
    return world.tape.changes().stream()
        .filter(each -> each.node().equals(node) && each.atNanos() >= sinceNanos)
        .map(Tape.Change::to)
        .toList();
  }

  @Test
  void shouldTakeAnInterfaceDownAndBringItUp() {
    world
        .at(10 * SECOND, new Fault.InterfaceDown("m1", "lan"))
        .at(20 * SECOND, new Fault.InterfaceUp("m1", "lan"))
        .runUntil(30 * SECOND);

    assertThat(mastersAndBackups("m1", 10 * SECOND))
        .containsExactly("Initialize", "Backup", "Master");
    assertThat(mastersAndBackups("m2", 10 * SECOND)).containsExactly("Master", "Backup");
    assertThat(world.tape.faults())
        .extracting(each -> each.notice().text())
        .containsExactly("takes down its interface on lan", "brings up its interface on lan");
  }

  @Test
  void shouldNeedMoreThanACableToComeBackAndBootWithTheInterfaceUp() {
    world
        .at(10 * SECOND, new Fault.InterfaceDown("m1", null))
        .at(12 * SECOND, new Fault.LinkUp("m1", null))
        .at(13 * SECOND, new Fault.Heal())
        .runUntil(14 * SECOND);
    assertThat(world.card("m1").port().hasCarrier()).isFalse();

    world
        .at(15 * SECOND, new Fault.Crash("m1"))
        .at(16 * SECOND, new Fault.Start("m1"))
        .runUntil(17 * SECOND);
    assertThat(world.card("m1").port().hasCarrier()).isTrue();
  }

  @Test
  void shouldHaveAHostAskAnewForWhatItForgot() {
    world.ping(client, "192.0.2.11", SECOND);
    world.at(5 * SECOND + SECOND / 2, new Fault.Forget("client")).runUntil(7 * SECOND);

    assertThat(world.tape.arpRequests("client"))
        .extracting(Tape.Sent::atNanos)
        .containsExactly(0L, 6 * SECOND);
  }

  @Test
  void shouldLoseMulticastOnASegmentAndNothingElse() {
    world.ping(client, "192.0.2.11", SECOND);
    world
        .at(10 * SECOND, new Fault.Multicast(null, "lan", true))
        .at(20 * SECOND, new Fault.Multicast(null, "lan", false))
        .runUntil(25 * SECOND + SECOND / 2);

    // m2 hears nothing, m1 neither: two Masters until multicast is there again
    assertThat(mastersAndBackups("m2", 10 * SECOND)).containsExactly("Master", "Backup");
    assertThat(mastersAndBackups("m1", 10 * SECOND)).isEmpty();
    assertThat(world.tape.arrivals()).hasSize(26);
    assertThat(world.tape.lost())
        .isNotEmpty()
        .allMatch(each -> each.cause() == LossCause.MULTICAST_BLOCKED);
  }

  @Test
  void shouldLoseMulticastOnOneLinkUntilHealed() {
    world
        .at(10 * SECOND, new Fault.Multicast("m2", null, true))
        .at(11 * SECOND, new Fault.Multicast("m2", null, true))
        .at(20 * SECOND, new Fault.Heal())
        .runUntil(25 * SECOND);

    assertThat(mastersAndBackups("m2", 10 * SECOND)).containsExactly("Master", "Backup");
    assertThat(world.tape.faults())
        .extracting(each -> each.notice().text())
        .startsWith("loses all IP multicast");
  }

  @Test
  void shouldRefuseWhatNamesNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fault.Multicast(null, null, true))
        .withMessage("neither a machine nor a segment is given");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> world.at(0, new Fault.Multicast(null, "wan", true)))
        .withMessage("no segment wan");
  }
}
