package io.vrrplab.scenario.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.measure.FailoverReport;
import io.vrrplab.measure.MastershipReport;
import io.vrrplab.measure.MastershipReport.Term;
import io.vrrplab.measure.TrafficReport;
import io.vrrplab.measure.TrafficReport.Outage;
import io.vrrplab.measure.TrafficReport.Served;
import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.RunResult.Judgement;
import io.vrrplab.scenario.judge.Observations.StateChange;
import io.vrrplab.scenario.spec.Bound;
import io.vrrplab.scenario.spec.Expectation;
import io.vrrplab.scenario.spec.Expectation.State;
import io.vrrplab.scenario.spec.Expectation.Within;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpectationJudgeTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long MASTER_DOWN = 3_609_375_000L;
  private static final VirtualRouterId ROUTER = new VirtualRouterId("lan", 41, false);

  @Test
  void shouldNameTheOnlyMasterAtATime() {
    Expectation m1 = new Expectation.MasterAt(9 * SECOND, "m1", ROUTER);
    Expectation nobody = new Expectation.MasterAt(11 * SECOND, "m1", ROUTER);
    Expectation two = new Expectation.MasterAt(13 * SECOND, "m3", ROUTER);
    Expectation last = new Expectation.MasterAt(40 * SECOND, "m3", ROUTER);

    assertThat(judge(m1)).isEqualTo(new Judgement("master m1 at 9 s", true, "m1"));
    assertThat(judge(nobody)).isEqualTo(new Judgement("master m1 at 11 s", false, "no master"));
    assertThat(judge(two)).isEqualTo(new Judgement("master m3 at 13 s", false, "m2 and m3"));
    assertThat(judge(last).held()).isTrue();
  }

  @Test
  void shouldHoldAFailoverAgainstTheBoundOfTheRfc() {
    Expectation rfc = failover("m1", "m3", new Within.Rfc(), null);

    assertThat(judge(rfc))
        .isEqualTo(new Judgement("failover m1 → m3 within rfc", true, "3.609 s ≤ 3.609 s"));
  }

  @Test
  void shouldShowEveryDigitWhereRoundingHidesWhyItFailed() {
    FailoverReport late = report("m1", "m3", "crash", MASTER_DOWN + 1, false);
    Expectation rfc = failover("m1", "m3", new Within.Rfc(), null);

    assertThat(judge(rfc, late))
        .isEqualTo(
            new Judgement("failover m1 → m3 within rfc", false, "3.609375001 s > 3.609375 s"));
  }

  @Test
  void shouldCountADurationFromTheFault() {
    assertThat(judge(failover("m1", "m3", new Within.Span(3 * SECOND), null)))
        .isEqualTo(new Judgement("failover m1 → m3 within 3 s", true, "2.8 s ≤ 3 s"));
    assertThat(judge(failover("m1", null, new Within.Span(2 * SECOND), null)).observed())
        .isEqualTo("2.8 s > 2 s");
  }

  @Test
  void shouldWantAllMatchingFailoversSoonEnough() {
    FailoverReport good = report("m1", "m3", "crash", MASTER_DOWN, true);
    FailoverReport late = report("m1", "m3", "crash", 2 * MASTER_DOWN, false);
    Expectation rfc = failover("m1", "m3", new Within.Rfc(), null);

    assertThat(judge(rfc, good, late))
        .isEqualTo(
            new Judgement(
                "failover m1 → m3 within rfc", false, "3.609 s ≤ 3.609 s, 7.219 s > 3.609 s"));
  }

  @Test
  void shouldNotHoldWithoutAMatchingFailover() {
    Judgement other = judge(failover("m1", "m2", null, null));
    Judgement cause = judge(failover("m1", "m3", null, "stop"));

    assertThat(other.held()).isFalse();
    assertThat(other.observed()).isEqualTo("no such failover; seen: m1 → m3 at 12.8 s by crash");
    assertThat(cause.held()).isFalse();
  }

  @Test
  void shouldLookForFailoversOnlyInTheTimeNamed() {
    assertThat(judge(new Expectation.NoFailover(0, 12 * SECOND, null)))
        .isEqualTo(new Judgement("no failover between 0 s and 12 s", true, "none"));
    assertThat(judge(new Expectation.NoFailover(12 * SECOND, 20 * SECOND, ROUTER)).observed())
        .isEqualTo("m1 → m3 at 12.8 s by crash");
  }

  @Test
  void shouldCountLossInPacketsPercentAndTime() {
    assertThat(judge(loss("client", null, new Bound.Packets(4))))
        .isEqualTo(
            new Judgement("loss from client at most 4 packets", true, "3 packets ≤ 4 packets"));
    assertThat(judge(loss(null, new Bound.Percent(8), null)).observed()).isEqualTo("7.5 % < 8 %");
    assertThat(judge(loss(null, null, new Bound.Span(2 * SECOND))).observed())
        .isEqualTo("3 s > 2 s");
    assertThat(judge(loss(null, new Bound.Packets(1), new Bound.Packets(3))).observed())
        .isEqualTo("3 packets ≥ 1 packet, 3 packets ≤ 3 packets");
  }

  @Test
  void shouldNotHoldForALossOfNothingSent() {
    assertThat(judge(loss("nobody", null, new Bound.Packets(4))))
        .isEqualTo(
            new Judgement("loss from nobody at most 4 packets", false, "no packet was sent"));
  }

  @Test
  void shouldMeasureTimeWithTwoMastersAndWithNone() {
    assertThat(judge(new Expectation.DualMaster(null, 1_000_000L, null)))
        .isEqualTo(new Judgement("dual-master at most 1 ms", true, "100 µs ≤ 1 ms"));
    assertThat(judge(new Expectation.NoMaster(3 * SECOND, null, ROUTER)).observed())
        .isEqualTo("2.8 s < 3 s");
    VirtualRouterId other = new VirtualRouterId("lan", 42, false);
    assertThat(judge(new Expectation.NoMaster(null, SECOND, other)))
        .isEqualTo(new Judgement("no-master at most 1 s", false, "no virtual router"));
  }

  @Test
  void shouldKnowTheStateOfANodeAtATime() {
    assertThat(judge(state(5, "m1", State.MASTER)).held()).isTrue();
    assertThat(judge(state(4, "m1", State.MASTER)).held()).isTrue();
    assertThat(judge(state(3, "m1", State.MASTER)))
        .isEqualTo(new Judgement("m1 is master at 3 s", false, "backup"));
    assertThat(judge(state(3, "m2", State.INITIALIZE)).held()).isTrue();
  }

  @Test
  void shouldCountAdvertsOfOneNodeOrAll() {
    assertThat(judge(new Expectation.Adverts("m1", 7L, null, null)))
        .isEqualTo(new Judgement("adverts of m1 exactly 7", true, "7 = 7"));
    assertThat(judge(new Expectation.Adverts(null, null, 10L, 35L)).observed())
        .isEqualTo("36 ≥ 10, 36 > 35");
    assertThat(judge(new Expectation.Adverts("m2", null, 1L, null)).observed()).isEqualTo("0 < 1");
  }

  @Test
  void shouldCountWhatANodeServedOverAllFlows() {
    assertThat(judge(new Expectation.Served("m2", 1L, null)))
        .isEqualTo(new Judgement("served by m2 at least 1", true, "12 ≥ 1"));
    assertThat(judge(new Expectation.Served("m1", null, 8L)).observed()).isEqualTo("9 > 8");
    assertThat(judge(new Expectation.Served("m3", 1L, 5L)).observed()).isEqualTo("0 < 1, 0 ≤ 5");
  }

  private static Expectation state(long seconds, String node, State state) {
    return new Expectation.StateAt(seconds * SECOND, node, state, ROUTER);
  }

  private static Expectation loss(
      @Nullable String from, @Nullable Bound atLeast, @Nullable Bound atMost) {
    return new Expectation.Loss(from, atLeast, atMost);
  }

  private static Expectation failover(
      @Nullable String from, @Nullable String to, @Nullable Within within, @Nullable String cause) {
    return new Expectation.Failover(from, to, within, cause, null);
  }

  private static FailoverReport report(
      String from, String to, String cause, long masterDown, boolean within) {
    long newMaster = 12_800_000_000L;
    return new FailoverReport(
        ROUTER,
        cause,
        from,
        to,
        List.of(),
        10 * SECOND,
        newMaster - masterDown,
        newMaster,
        masterDown,
        false,
        "RFC 3768 6.1",
        MASTER_DOWN,
        within,
        newMaster - 10 * SECOND,
        null);
  }

  private static Judgement judge(Expectation expectation) {
    return judge(expectation, report("m1", "m3", "crash", MASTER_DOWN, true));
  }

  private static Judgement judge(Expectation expectation, FailoverReport... failovers) {
    MastershipReport mastership =
        new MastershipReport(
            ROUTER,
            2,
            List.of("192.0.2.50"),
            List.of(
                new Term("m1", 4 * SECOND, 10 * SECOND),
                new Term("m2", 12 * SECOND, 14 * SECOND),
                new Term("m3", 12 * SECOND, null)),
            100_000,
            2_800_000_000L);
    Observations seen =
        new Observations(
            40 * SECOND,
            List.of(mastership),
            List.of(failovers),
            List.of(
                ping(),
                request(new Served("m1", 9), new Served("m2", 7)),
                request(new Served("m2", 5))),
            List.of(
                new StateChange(0, "m1", ROUTER, State.BACKUP),
                new StateChange(4 * SECOND, "m1", ROUTER, State.MASTER)),
            new LinkedHashMap<>(Map.of("m1", 7L, "m3", 29L)));
    return ExpectationJudge.judge(List.of(expectation), seen).getFirst();
  }

  private static TrafficReport ping() {
    return new TrafficReport(
        "ping client 192.0.2.50",
        "client",
        "ping",
        "192.0.2.50",
        56,
        40,
        39 * SECOND,
        37,
        List.of(new Outage(37 * SECOND, null, 3)),
        null,
        null,
        null);
  }

  private static TrafficReport request(Served... servedBy) {
    TrafficReport.Service service = new TrafficReport.Service(8080, List.of(servedBy));
    return new TrafficReport(
        "udp other 192.0.2.50:8080",
        "other",
        "udp",
        "192.0.2.50",
        200,
        0,
        0,
        0,
        List.of(),
        null,
        null,
        service);
  }
}
