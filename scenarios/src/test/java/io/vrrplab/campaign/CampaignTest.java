package io.vrrplab.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vrrplab.scenario.RunResult;
import io.vrrplab.scenario.ScenarioLibrary;
import io.vrrplab.scenario.ScenarioRunner;
import io.vrrplab.scenario.SweepPoint;
import io.vrrplab.scenario.read.ScenarioReader;
import io.vrrplab.scenario.read.SweepReading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Campaigns give figures that depend on the plan, and on nothing else. */
class CampaignTest {

  private static final long SEED = 7;

  /** Half of the crashes are noticed within 3.109 s, the others break the expectation. */
  private static final String CRASH =
      """
      scenario: A crash
      duration: 10s
      segments:
        lan: { subnet: 192.0.2.0/24, loss: 1% }
      nodes:
        m1: { segment: lan, address: 192.0.2.11, vrrp: [{ vrid: 41, version: 2, priority: 200, virtual-addresses: [192.0.2.50] }] }
        m2: { segment: lan, address: 192.0.2.12, vrrp: [{ vrid: 41, version: 2, virtual-addresses: [192.0.2.50] }] }
      hosts:
        client: { segment: lan, address: 192.0.2.100 }
      traffic:
        - ping: { from: client, to: 192.0.2.50, every: 1s }
      timeline:
        - { at: { uniform: [5s, 6s] }, crash: m1 }
      expect:
        - no-master: { at-most: 3109375us }
      sweep:
        loss: { set: segments.lan.loss, over: [0%, 3%] }
      """;

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void shouldGiveTheSameOnAnyNumberOfThreads(int jobs) {
    CampaignPlan plan = plan(points(CRASH), 150, null);

    assertThat(run(plan, jobs)).isEqualTo(run(plan, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void shouldStopAtTheFirstBlockAfterWhichTheMeanIsKnown(int jobs) {
    StopRule rule = StopRule.parse("10%").orElseThrow();
    CampaignPlan plan = plan(points(CRASH).subList(0, 1), 2000, rule);

    PointResult point = run(plan, jobs).points().getFirst();

    long runs = point.kept().of();
    assertThat(point.stoppedEarly()).isTrue();
    assertThat(runs).isEqualTo(64);
    assertThat(rule.isMet(point.detection())).isTrue();
  }

  @Test
  void shouldGoOnWhileTheMeanIsNotKnownWellEnough() {
    CampaignPlan plan = plan(points(CRASH), 100, StopRule.parse("1us").orElseThrow());

    assertThat(run(plan, 2).points())
        .allSatisfy(point -> {
          assertThat(point.kept().of()).isEqualTo(100);
          assertThat(point.stoppedEarly()).isFalse();
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void shouldKeepWholeBlocksWhenCancelled(int jobs) {
    Campaign campaign = new Campaign(plan(points(CRASH), 160, null));
    campaign.run(
        jobs,
        runs -> {
          if (runs == 30) {
            campaign.cancel();
          }
        });

    CampaignResult result = campaign.result();

    assertThat(result.interrupted()).isTrue();
    assertThat(result.points()).extracting(point -> point.kept().of()).containsExactly(20L, 10L);
    assertThat(result.points().get(0))
        .isEqualTo(run(plan(points(CRASH), 20, null), 1).points().get(0));
  }

  @Test
  void shouldKeepTheFirstBrokenExpectationsAndCountThemAll() {
    CampaignPlan plan = plan(points(CRASH), 150, null);

    CampaignResult result = run(plan, 2);

    assertThat(result.passed()).isFalse();
    assertThat(result.interrupted()).isFalse();
    assertThat(result.broken()).hasSize(CampaignResult.MOST_BROKEN_KEPT);
    assertThat(result.brokenRuns()).isBetween(100L, 200L);
    for (BrokenExpectation each : result.broken()) {
      SweepPoint point =
          plan.points().stream()
              .filter(it -> it.settings().equals(each.settings()))
              .findFirst()
              .orElseThrow();
      RunResult replayed = ScenarioRunner.run(point.scenario().withSeed(each.seed()));
      assertThat(replayed.expectations())
          .contains(new RunResult.Judgement(each.expect(), false, each.observed()));
    }
  }

  /** Detection lies evenly between 2 I + S and 3 I + S where a crash lies evenly over I. */
  @Test
  void shouldSpreadDetectionOverOneInterval() {
    CampaignPlan plan = plan(bundled("crash-at-random"), 2000, null);

    PointResult point = run(plan, 2).points().getFirst();

    Distribution detection = point.detection();
    assertThat(detection.count()).isEqualTo(2000);
    assertThat(detection.min()).isBetween(2_609_375_000L, 2_615_000_000L);
    assertThat(detection.max()).isBetween(3_605_000_000L, 3_609_575_000L);
    assertThat(detection.mean()).isCloseTo(3.109375e9, within(0.025e9));
    assertThat(detection.stddev()).isCloseTo(1e9 / Math.sqrt(12), within(0.01e9));
    assertThat((double) detection.p90()).isCloseTo(3.509375e9, within(0.03e9));
    assertThat(detection.histogram().counts()).allMatch(bar -> bar < 150);
    Distribution masterDown = point.measures().get(1).distribution();
    assertThat(masterDown.min()).isEqualTo(3_609_375_000L).isEqualTo(masterDown.max());
    assertThat(point.kept()).isEqualTo(new Share(2000, 2000));
  }

  static List<ScenarioLibrary.Bundled> shouldMeasureWhatRunMeasures() {
    return ScenarioLibrary.all();
  }

  @ParameterizedTest
  @MethodSource
  void shouldMeasureWhatRunMeasures(ScenarioLibrary.Bundled bundled) {
    SweepPoint point = bundled(bundled.name()).getFirst();

    RunResult run = ScenarioRunner.run(point.scenario());

    assertThat(ScenarioRunner.measure(point.scenario()))
        .isEqualTo(
            new ScenarioRunner.Figures(
                run.virtualRouters(), run.failovers(), run.traffic(), run.expectations()));
  }

  @Test
  void shouldDeriveSeedsFromTheBaseSeedAlone() {
    CampaignPlan plan = plan(points(CRASH), 10, null);
    CampaignPlan longer = plan(points(CRASH), 1000, null);

    // The first outputs of SplitMix64 from 7, shifted to 53 bits.
    assertThat(plan.seedOf(0)).isEqualTo(0x63cbe1e459320dd7L >>> 11);
    assertThat(plan.seedOf(1)).isEqualTo(0x044c3cd7f43c661cL >>> 11);
    assertThat(longer.seedOf(9)).isEqualTo(plan.seedOf(9)).isNotNegative().isLessThan(1L << 53);
  }

  private static CampaignResult run(CampaignPlan plan, int jobs) {
    Campaign campaign = new Campaign(plan);
    campaign.run(jobs, _ -> {});
    return campaign.result();
  }

  private static CampaignPlan plan(List<SweepPoint> points, int runs, @Nullable StopRule rule) {
    return new CampaignPlan(points, SEED, runs, rule);
  }

  private static List<SweepPoint> points(String file) {
    return points(
        new ScenarioReader().readSweep("crash.yaml", file.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<SweepPoint> bundled(String name) {
    ScenarioLibrary.Bundled bundled = ScenarioLibrary.find(name).orElseThrow();
    return points(
        new ScenarioReader().readSweep(bundled.file(), bundled.content(), bundled.companions()));
  }

  private static List<SweepPoint> points(SweepReading reading) {
    assertThat(reading).isInstanceOf(SweepReading.Read.class);
    return ((SweepReading.Read) reading).points();
  }
}
