package io.vrrplab.lan;

import static io.vrrplab.World.MICROSECOND;
import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.sim.LimitReachedException;
import io.vrrplab.sim.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lab as a whole: its names, its bounds, and that a seed tells one story. */
class LabTest {

  private final World world = World.of();

  @Test
  void shouldRefuseANameThatIsTaken() {
    world.host("a", "192.0.2.1");

    assertThatThrownBy(() -> world.host("a", "192.0.2.2")).hasMessage("the name is taken: a");
    assertThatThrownBy(() -> world.router("a")).hasMessage("the name is taken: a");
    assertThatThrownBy(() -> world.segment("lan")).hasMessage("the name is taken: lan");
  }

  @Test
  void shouldRefuseANameThatIsNotThere() {
    assertThatThrownBy(() -> world.lab.machine("m9")).hasMessage("no machine m9");
    assertThatThrownBy(() -> world.lab.segment("dmz")).hasMessage("no segment dmz");
    Machine stranger = world.host("far", farSegment(), "198.51.100.1");
    assertThatThrownBy(() -> world.lan().zoneOf(stranger)).hasMessage("far is not on lan");
  }

  private String farSegment() {
    return world.segment("far").name();
  }

  @Test
  void shouldKnowWhatIsInIt() {
    Machine a = world.host("a", "192.0.2.1");
    Machine r = world.router("r");
    Flow flow = world.ping(a, "192.0.2.2", SECOND);

    assertThat(world.lab.machines()).containsExactly(a, r);
    assertThat(world.lab.segments()).extracting(Segment::name).containsExactly("lan");
    assertThat(world.lab.flows()).containsExactly(flow);
    assertThat(world.lan().machines()).containsExactly(a);
    assertThat(r.forwards()).isTrue();
    assertThat(a.forwards()).isFalse();
    assertThat(a.daemon()).isNull();
    assertThat(a.virtualRouters()).isEmpty();
    assertThat(r.interfaceOn(world.lan())).isNull();
    assertThat(a.interfaces().getFirst().subnets().getFirst()).hasToString("192.0.2.1/24");
  }

  @Test
  void shouldEndARunThatComesToItsBoundOfEvents() {
    World bounded = World.empty(7, new Limits(1_000, 1_000 * SECOND));
    bounded.segment("lan");
    bounded.host("b", "192.0.2.2");
    bounded.udp(bounded.host("a", "192.0.2.1"), "192.0.2.2", MICROSECOND, 8, Integer.MAX_VALUE);

    assertThatThrownBy(() -> bounded.runUntil(SECOND))
        .isInstanceOf(LimitReachedException.class)
        .hasMessageContaining("1000 events")
        .hasMessageContaining("seed 7");
  }

  @Test
  void shouldRefuseToRunLongerThanItsBoundOfTime() {
    World bounded = World.empty(7, new Limits(1_000, SECOND));

    assertThatThrownBy(() -> bounded.runUntil(SECOND + 1))
        .isInstanceOf(LimitReachedException.class);
    assertThat(bounded.runUntil(SECOND).lab.simulation().nowNanos()).isEqualTo(SECOND);
  }

  /** A run with everything that draws: jitter, loss, impairment, cache times. */
  private static World eventful(long seed) {
    World world =
        World.of(seed, new LinkProperties(50 * MICROSECOND, 30 * MICROSECOND, 10_000_000, 0.02));
    for (int i = 1; i <= 5; i++) {
      world.node("m" + i, "192.0.2." + (10 + i), 40 * i);
    }
    world.ping(world.host("client", "192.0.2.100"), "192.0.2.50", 10 * MILLISECOND, SECOND);
    world
        .at(20 * SECOND, new Fault.Crash("m5"))
        .at(25 * SECOND, new Fault.Impair("m4", null, Fault.Direction.BOTH, 0.3, 20 * SECOND))
        .at(30 * SECOND, new Fault.Start("m5"))
        .at(40 * SECOND, new Fault.Partition(List.of(List.of("m1", "m5")), 10 * SECOND))
        .at(60 * SECOND, new Fault.Restart("m5"));
    return world.runUntil(70 * SECOND);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 42, Long.MIN_VALUE})
  void shouldTellTheSameStoryTwiceForTheSameSeed(long seed) {
    World once = eventful(seed);
    World again = eventful(seed);

    assertThat(again.lab.simulation().eventsExecuted())
        .isEqualTo(once.lab.simulation().eventsExecuted())
        .isGreaterThan(20_000);
    assertThat(again.tape.sent(_ -> true)).isEqualTo(once.tape.sent(_ -> true));
    assertThat(again.tape.lost()).isEqualTo(once.tape.lost()).isNotEmpty();
    assertThat(again.tape.changes()).isEqualTo(once.tape.changes());
    assertThat(again.tape.arrivals()).isEqualTo(once.tape.arrivals());
  }

  @Test
  void shouldTellAnotherStoryForAnotherSeed() {
    assertThat(eventful(1).tape.lost()).isNotEqualTo(eventful(2).tape.lost());
  }

  @Test
  void shouldNotDrawOtherwiseForOneMachineBecauseThereIsAnother() {
    List<Long> alone = tripsFromAToB(World.of(1, jittery()));
    World crowded = World.of(1, jittery());
    crowded.host("other", "192.0.2.9");

    assertThat(tripsFromAToB(crowded)).isEqualTo(alone);
  }

  private static LinkProperties jittery() {
    return new LinkProperties(50 * MICROSECOND, 30 * MICROSECOND, 0, 0);
  }

  private static List<Long> tripsFromAToB(World world) {
    Machine a = world.host("a", "192.0.2.1");
    world.host("b", "192.0.2.2");
    world.udp(a, "192.0.2.2", MILLISECOND, 8, 100);
    return world.runUntil(SECOND).tape.arrivals().stream().map(each -> each.atNanos()).toList();
  }
}
