package io.vrrplab.measure;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.lan.Flow;
import io.vrrplab.lan.LinkProperties;
import io.vrrplab.lan.Machine;
import io.vrrplab.measure.TrafficReport.Outage;
import io.vrrplab.measure.TrafficReport.RoundTrip;
import org.junit.jupiter.api.Test;

/** What of a flow got through, when it did not, and how long it took. */
class TrafficMeterTest {

  private final World world = World.of();
  private final Machine a = world.host("a", "192.0.2.1");

  /** Tells a meter of pings by hand: sent each 100 ms from 0 on. */
  private final class Told {
    final Flow flow = world.ping(a, "192.0.2.2", 100 * MILLISECOND);
    final TrafficMeter meter = new TrafficMeter(world.lab);

    void sent(int count) {
      for (int i = 0; i < count; i++) {
        meter.probeSent(flow, i);
      }
    }

    void arrives(int sequence, long afterNanos) {
      world.lab.simulation().runUntil(flow.sentNanos(sequence) + afterNanos);
      meter.probeArrived(flow, sequence, 64);
    }

    TrafficReport reportAt(long nanos) {
      world.lab.simulation().runUntil(nanos);
      return meter.report().getFirst();
    }
  }

  private static TrafficReport report(World world, TrafficMeter meter, long untilNanos) {
    world.runUntil(untilNanos);
    return meter.report().getFirst();
  }

  @Test
  void shouldGiveTheStatisticsOfPing() {
    Told told = new Told();
    told.sent(4);
    told.arrives(0, 10 * MILLISECOND);
    told.arrives(1, 20 * MILLISECOND);
    told.arrives(2, 30 * MILLISECOND);
    told.arrives(3, 60 * MILLISECOND);
    TrafficReport report = told.reportAt(SECOND);

    // mean 30 ms; mean square of the distances (400 + 100 + 0 + 900) / 4 = 350 ms², its root
    // 18.708…
    assertThat(report.roundTrip())
        .isEqualTo(new RoundTrip(10 * MILLISECOND, 30 * MILLISECOND, 60 * MILLISECOND, 18_708_287));
    assertThat(report.flow()).isEqualTo("ping a 192.0.2.2");
    assertThat(report.from()).isEqualTo("a");
    assertThat(report.kind()).isEqualTo("ping");
    assertThat(report.destination()).isEqualTo("192.0.2.2");
    assertThat(report.payloadBytes()).isEqualTo(56);
    assertThat(report.sent()).isEqualTo(4);
    assertThat(report.received()).isEqualTo(4);
    assertThat(report.elapsedNanos()).isEqualTo(300 * MILLISECOND);
    assertThat(report.outages()).isEmpty();
  }

  @Test
  void shouldFindNoDeviationWhereAllTripsTakeEquallyLong() {
    Told told = new Told();
    told.sent(1_000);
    for (int i = 0; i < 1_000; i++) {
      told.arrives(i, 99_999_999);
    }

    assertThat(told.reportAt(200 * SECOND).roundTrip())
        .isEqualTo(new RoundTrip(99_999_999, 99_999_999, 99_999_999, 0));
  }

  @Test
  void shouldCountADuplicateOnce() {
    Told told = new Told();
    told.sent(2);
    told.arrives(0, 10 * MILLISECOND);
    told.arrives(0, 50 * MILLISECOND);
    told.arrives(1, 10 * MILLISECOND);
    TrafficReport report = told.reportAt(SECOND);

    assertThat(report.received()).isEqualTo(2);
    assertThat(report.lost()).isZero();
    assertThat(report.roundTrip())
        .isEqualTo(new RoundTrip(10 * MILLISECOND, 10 * MILLISECOND, 10 * MILLISECOND, 0));
  }

  @Test
  void shouldListRunsOfLosses() {
    Told told = new Told();
    told.sent(10);
    told.arrives(0, 1);
    told.arrives(3, 1);
    told.arrives(5, 1);
    told.arrives(6, 1);
    TrafficReport report = told.reportAt(2 * SECOND);

    assertThat(report.outages())
        .containsExactly(
            new Outage(100 * MILLISECOND, 300 * MILLISECOND, 2),
            new Outage(400 * MILLISECOND, 500 * MILLISECOND, 1),
            new Outage(700 * MILLISECOND, null, 3));
    assertThat(report.lost()).isEqualTo(6);
    assertThat(report.lossPercent()).isEqualTo(60.0);
  }

  @Test
  void shouldHaveNothingToSayOfAFlowThatSentNothing() {
    TrafficReport report = new Told().reportAt(SECOND);

    assertThat(report.sent()).isZero();
    assertThat(report.lossPercent()).isZero();
    assertThat(report.elapsedNanos()).isZero();
    assertThat(report.roundTrip()).isNull();
    assertThat(report.outages()).isEmpty();
  }

  @Test
  void shouldNotCountAsLostWhatIsStillOnItsWayAtTheEnd() {
    World slow = World.of(1, new LinkProperties(100 * MILLISECOND, 0, 0, 0));
    Machine from = slow.host("a", "192.0.2.1");
    slow.host("b", "192.0.2.2");
    slow.ping(from, "192.0.2.2", 100 * MILLISECOND);
    TrafficMeter meter = new TrafficMeter(slow.lab);
    TrafficReport report = report(slow, meter, 10 * SECOND + 50 * MILLISECOND);

    // the answers to the pings from 9.7 s on have not come yet
    assertThat(report.received()).isEqualTo(97);
    assertThat(report.sent()).isEqualTo(97);
    assertThat(report.lost()).isZero();
    assertThat(report.outages()).isEmpty();
  }

  @Test
  void shouldCountAsLostWhatIsOlderThanTheLongestTrip() {
    world.host("b", "192.0.2.2");
    world.ping(a, "192.0.2.2", SECOND);
    TrafficMeter meter = new TrafficMeter(world.lab);
    world.at(5 * SECOND + SECOND / 2, new Fault.Crash("b"));
    TrafficReport report = report(world, meter, 10 * SECOND + HOP);

    // the first answer took 8 hops: the ping of 10 s may still come back, that of 9 s will not
    assertThat(report.sent()).isEqualTo(10);
    assertThat(report.received()).isEqualTo(6);
    assertThat(report.outages()).containsExactly(new Outage(6 * SECOND, null, 4));
  }

  @Test
  void shouldCountOnBeyondTheSequenceNumbersOfIcmp() {
    world.host("b", "192.0.2.2");
    world.ping(a, "192.0.2.2", MILLISECOND);
    TrafficMeter meter = new TrafficMeter(world.lab);
    world
        .at(65_530 * MILLISECOND + 1, new Fault.LinkDown("b", null))
        .at(65_540 * MILLISECOND + 1, new Fault.LinkUp("b", null));
    TrafficReport report = report(world, meter, 66 * SECOND + MILLISECOND / 2);

    assertThat(report.sent()).isEqualTo(66_001);
    assertThat(report.outages())
        .containsExactly(new Outage(65_530 * MILLISECOND, 65_540 * MILLISECOND, 10));
    assertThat(report.received()).isEqualTo(66_001 - 10);
  }

  @Test
  void shouldGiveNoRoundTripOfOneWayTraffic() {
    Machine b = world.host("b", "192.0.2.2");
    world.udp(b, "192.0.2.1", SECOND, 8, 3);
    TrafficReport report = report(world, new TrafficMeter(world.lab), 10 * SECOND);

    assertThat(report.flow()).isEqualTo("udp b 192.0.2.1");
    assertThat(report.sent()).isEqualTo(3);
    assertThat(report.received()).isEqualTo(3);
    assertThat(report.roundTrip()).isNull();
  }
}
