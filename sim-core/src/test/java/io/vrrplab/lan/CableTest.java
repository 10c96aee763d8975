package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.MICROSECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.wire.ArpPacket;
import org.junit.jupiter.api.Test;

/** Cables that are pulled out and put back, and machines that lose power. */
class CableTest {

  private static final long PULLED = SECOND + 30 * MICROSECOND;

  private final World world = World.of();
  private final Machine a = world.host("a", "192.0.2.1");
  private final Machine b = world.host("b", "192.0.2.2");
  private final Cable cable = world.card("a").port().cable();

  CableTest() {
    world.udp(a, "192.0.2.2", SECOND, 100, 10);
  }

  @Test
  void shouldLoseTheFrameThatIsOnTheCableWhenItIsPulled() {
    world.at(PULLED, () -> cable.plug(false)).runUntil(1_500_000_000L);

    assertThat(world.tape.lost())
        .containsExactly(new Tape.Lost(SECOND + HOP, "a", "the switch", LossCause.UNPLUGGED));
    assertThat(world.tape.arrivals()).hasSize(1);
  }

  @Test
  void shouldLoseTheFrameEvenIfTheCableIsBackBeforeItWouldHaveArrived() {
    world
        .at(PULLED, () -> cable.plug(false))
        .at(PULLED + 10 * MICROSECOND, () -> cable.plug(true))
        .runUntil(1_500_000_000L);

    assertThat(world.tape.lost())
        .containsExactly(new Tape.Lost(SECOND + HOP, "a", "the switch", LossCause.UNPLUGGED));
    assertThat(world.runUntil(3 * SECOND).tape.arrivals())
        .extracting(Tape.Arrival::sequence)
        .containsExactly(0, 2);
  }

  @Test
  void shouldLoseWhatIsOnItsWayToAMachineThatLosesPower() {
    world.at(SECOND + HOP + 1, b::powerOff).runUntil(1_500_000_000L);

    assertThat(world.tape.lost())
        .containsExactly(new Tape.Lost(SECOND + 2 * HOP, "a", "b", LossCause.UNPLUGGED));
  }

  @Test
  void shouldSendNothingWithoutCarrier() {
    world.runUntil(SECOND / 2);
    cable.plug(false);
    int before = world.tape.sent(_ -> true).size();
    world.runUntil(20 * SECOND);

    assertThat(a.interfaces().getFirst().port().hasCarrier()).isFalse();
    assertThat(world.tape.sent(_ -> true)).hasSize(before);
    assertThat(world.tape.lost()).isEmpty();
  }

  @Test
  void shouldHaveCarrierOnlyWhenPluggedInAndPowered() {
    Port port = world.card("a").port();
    a.powerOff();
    cable.plug(false);
    assertThat(port.hasCarrier()).isFalse();
    a.powerOn();
    assertThat(port.hasCarrier()).isFalse();
    cable.plug(true);
    assertThat(port.hasCarrier()).isTrue();
    assertThat(port.name()).isEqualTo("a:lan");
    assertThat(port.machineName()).isEqualTo("a");
  }

  @Test
  void shouldForgetItsNeighboursWithThePower() {
    world
        .at(SECOND / 2, a::powerOff)
        .at(SECOND / 2 + 1, a::powerOff)
        .at(SECOND / 2 + 2, a::powerOn);
    world.runUntil(SECOND + 10 * HOP);

    assertThat(world.tape.arpRequests("a"))
        .extracting(Tape.Sent::atNanos)
        .containsExactly(0L, SECOND);
    assertThat(world.tape.sent("b", ArpPacket.class)).hasSize(2);
  }

  @Test
  void shouldRefuseToTellOfACableThatIsNotThere() {
    Port bare = new Port(world.lab, b, "b:nowhere", 1);

    assertThat(bare.hasCarrier()).isFalse();
    assertThatThrownBy(bare::cable)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("b:nowhere");
  }
}
