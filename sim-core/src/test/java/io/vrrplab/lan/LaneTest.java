package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.MICROSECOND;
import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a cable treats frames, seen by the datagrams of a flow from a to b. */
class LaneTest {

  private static final LinkProperties PERFECT = LinkProperties.DEFAULT;

  /** 14 + 20 + 8 octets of headers; 24 more on the wire that no capture shows. */
  private static final int OVERHEAD = 42 + 24;

  private static World world(long seed, LinkProperties links) {
    World world = World.of(seed, links);
    world.host("a", "192.0.2.1");
    world.host("b", "192.0.2.2");
    return world;
  }

  private static Cable cable(World world, String machine) {
    return world.card(machine).port().cable();
  }

  private static void flow(World world, long everyNanos, int payloadBytes, int count) {
    world.udp(world.lab.machine("a"), "192.0.2.2", everyNanos, payloadBytes, count);
  }

  /** When each packet but the first came, counted from when it was sent. */
  private static List<Long> trips(World world) {
    return world.tape.arrivals().stream()
        .filter(each -> each.sequence() > 0) // the first one waits for ARP
        .map(each -> each.atNanos() - world.lab.flows().get(each.flow()).sentNanos(each.sequence()))
        .toList();
  }

  @Test
  void shouldTakeItsLatencyAndNothingElse() {
    World world = world(1, new LinkProperties(3 * MILLISECOND, 0, 0, 0));
    flow(world, SECOND, 1_400, 10);

    assertThat(trips(world.runUntil(20 * SECOND))).hasSize(9).containsOnly(6 * MILLISECOND);
  }

  @Test
  void shouldCarryAtOnceWithoutLatency() {
    World world = world(1, new LinkProperties(0, 0, 0, 0));
    flow(world, SECOND, 100, 10);

    assertThat(trips(world.runUntil(20 * SECOND))).hasSize(9).containsOnly(0L);
  }

  @Test
  void shouldAddJitterBetweenNothingAndItsBound() {
    World world = world(1, new LinkProperties(MILLISECOND, 100 * MICROSECOND, 0, 0));
    flow(world, 10 * MILLISECOND, 100, 2_001);
    List<Long> trips = trips(world.runUntil(30 * SECOND));

    assertThat(trips)
        .hasSize(2_000)
        .allMatch(trip -> trip >= 2_000 * MICROSECOND && trip <= 2_200 * MICROSECOND);
    // the sum of two even draws: its mean is the middle, and it comes near both ends
    assertThat(trips.stream().mapToLong(trip -> trip).average().orElseThrow())
        .isCloseTo(2_100 * MICROSECOND, within(4.0 * MICROSECOND));
    assertThat(trips).anyMatch(trip -> trip < 2_020 * MICROSECOND);
    assertThat(trips).anyMatch(trip -> trip > 2_180 * MICROSECOND);
  }

  @Test
  void shouldNeverLetAFrameOvertakeAnother() {
    World world = world(1, new LinkProperties(HOP, 10 * MILLISECOND, 0, 0));
    flow(world, 100 * MICROSECOND, 100, 2_000);
    List<Integer> order =
        world.runUntil(SECOND).tape.arrivals().stream().map(Tape.Arrival::sequence).toList();

    // all but those that were too many to wait for ARP
    assertThat(order).hasSizeGreaterThan(1_800).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void shouldTakeTheTimeToWriteEachFrameAtItsBandwidth() {
    World world = world(1, new LinkProperties(MILLISECOND, 0, 1_000_000, 0));
    flow(world, SECOND, 200, 5);

    // 8 bits an octet at 1 Mbit/s are 8 µs, on each of two cables
    long writing = (200 + OVERHEAD) * 8 * MICROSECOND;
    assertThat(trips(world.runUntil(10 * SECOND)))
        .hasSize(4)
        .containsOnly(2 * (writing + MILLISECOND));
  }

  @Test
  void shouldPadShortFramesWhenItCountsTheirBits() {
    World world = world(1, new LinkProperties(0, 0, 1_000_000, 0));
    flow(world, SECOND, 8, 5); // a frame of 50 octets is written as one of 60

    assertThat(trips(world.runUntil(10 * SECOND)))
        .hasSize(4)
        .containsOnly(2 * (60 + 24) * 8 * MICROSECOND);
  }

  @Test
  void shouldWriteOneFrameAfterTheOther() {
    World world = world(1, new LinkProperties(0, 0, 1_000_000, 0));
    for (int i = 0; i < 3; i++) {
      flow(world, SECOND, 200, 2);
    }
    long writing = (200 + OVERHEAD) * 8 * MICROSECOND;

    // the three leave together; the second cable writes the one while the first writes the next
    assertThat(trips(world.runUntil(10 * SECOND)))
        .containsExactly(2 * writing, 3 * writing, 4 * writing);
  }

  @Test
  void shouldDropWhatWouldWaitForMoreThanATenthOfASecond() {
    World world = world(1, new LinkProperties(0, 0, 1_000_000, 0));
    flow(world, SECOND, 1_184, 2); // 1250 octets with all that is around them: 10 ms each
    for (int i = 0; i < 19; i++) {
      world.lab.addFlow(
          world.lab.machine("a"),
          new Flow.Config(Flow.Kind.UDP, IpAddress.parse("192.0.2.2"), SECOND, 1_184, SECOND, 1));
    }
    world.runUntil(10 * SECOND);

    // ten wait a tenth of a second, and that is not yet more: the eleventh is let in as well
    assertThat(world.tape.lost())
        .hasSize(9)
        .containsOnly(new Tape.Lost(SECOND, "a", "the switch", LossCause.QUEUE_FULL));
    assertThat(world.tape.arrivals()).hasSize(1 + 11);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldLoseItsShareOfFramesAtRandom(long seed) {
    World world = world(seed, new LinkProperties(HOP, 0, 0, 0.1));
    flow(world, MILLISECOND, 100, 10_000);
    world.runUntil(11 * SECOND);

    // each packet has two cables to cross, 0.9² = 0.81; four standard deviations are 157
    assertThat(world.tape.arrivals().size()).isCloseTo(8_100, within(157));
    assertThat(world.tape.lost()).extracting(Tape.Lost::cause).containsOnly(LossCause.RANDOM);
  }

  @Test
  void shouldLoseEverythingWhereLossIsCertain() {
    World world = world(1, new LinkProperties(HOP, 0, 0, 1));
    flow(world, MILLISECOND, 100, 100);

    assertThat(world.runUntil(SECOND).tape.arrivals()).isEmpty();
  }

  @Test
  void shouldImpairOneDirectionAndLeaveTheOther() {
    World world = world(1, PERFECT);
    flow(world, MILLISECOND, 100, 10_000);
    world.ping(world.lab.machine("b"), "192.0.2.1", SECOND);
    world.runUntil(MILLISECOND);
    cable(world, "a").uplink().impair(0.5);
    world.runUntil(11 * SECOND);

    long through = world.tape.arrivals().stream().filter(each -> each.flow() == 0).count();
    assertThat((double) through).isCloseTo(5_000, within(200.0));
    assertThat(world.tape.lost())
        .allMatch(lost -> lost.from().equals("a") && lost.cause() == LossCause.IMPAIRMENT);
  }

  @Test
  void shouldEndAnImpairmentAndAllRulesWhenCleared() {
    World world = world(1, PERFECT);
    flow(world, MILLISECOND, 100, 1_000);
    Lane lane = cable(world, "b").downlink();
    lane.addFilter(_ -> true, LossCause.DROPPED_ADVERT);
    lane.impair(1);
    world.runUntil(500 * MILLISECOND);
    assertThat(world.tape.arrivals()).isEmpty();
    // a rule is asked before chance is
    assertThat(world.tape.lost())
        .isNotEmpty()
        .allMatch(lost -> lost.cause() == LossCause.DROPPED_ADVERT && lost.towards().equals("b"));

    lane.clear();
    world.runUntil(2 * SECOND);

    assertThat(world.tape.arrivals()).isNotEmpty();
  }

  @Test
  void shouldDropOnlyWhatARuleSays() {
    World world = world(1, PERFECT);
    flow(world, MILLISECOND, 100, 100);
    FrameFilter longOnes = transmission -> transmission.frame().length() > 100;
    world.runUntil(MILLISECOND);
    cable(world, "a").uplink().addFilter(longOnes, LossCause.IMPAIRMENT);
    world.runUntil(49 * MILLISECOND + 1);
    cable(world, "a").uplink().removeFilter(longOnes);
    world.runUntil(SECOND);

    assertThat(world.tape.arrivals()).hasSize(100 - 48);
  }

  @Test
  void shouldRefuseWhatNoCableIs() {
    for (double loss : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new LinkProperties(0, 0, 0, loss))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new LinkProperties(-1, 0, 0, 0)).hasMessageContaining("-1 ns");
    assertThatThrownBy(() -> new LinkProperties(0, -1, 0, 0)).hasMessageContaining("-1 ns");
    assertThatThrownBy(() -> new LinkProperties(0, 0, -1, 0)).hasMessageContaining("-1 bit/s");
  }
}
