package io.vrrplab.campaign;

import io.vrrplab.scenario.RunResult.Judgement;
import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.ScenarioRunner;
import io.vrrplab.scenario.SweepPoint;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some consecutive runs of one point: what is worked off in one go, by a thread or by another
 * machine that has made the same plan from the same file.
 *
 * @param point index of the point in the plan
 * @param firstRun from 0
 * @param runs how many, from 1
 */
public record Block(int point, int firstRun, int runs) implements Serializable {

  /**
   * What the runs gave; can be sent from one machine to another of the same program.
   *
   * @param samples of each measure, in the order of the runs
   * @param brokenRuns how many runs broke an expectation
   * @param broken the first of those that were broken
   */
  public record Harvest(List<Samples> samples, int brokenRuns, List<BrokenExpectation> broken)
      implements Serializable {

    public Harvest {
      samples = List.copyOf(samples);
      broken = List.copyOf(broken);
    }
  }

  /** A list of numbers without a box around each. */
  public static final class Samples implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FIRST_CAPACITY = 64;

    private long[] values = new long[FIRST_CAPACITY];
    private int size;

    private Samples() {}

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    void addTo(Accumulator accumulator) {
      for (int i = 0; i < size; i++) {
        accumulator.add(values[i]);
      }
    }
  }

  /**
   * Runs them, one after the other, on this thread.
   *
   * @param plan the campaign's
   * @throws io.vrrplab.sim.LimitReachedException if a run comes to a bound of the simulation
   */
  public Harvest run(CampaignPlan plan) {
    SweepPoint settings = plan.points().get(point);
    List<Measure> measures = Measure.of(settings.scenario());
    List<Samples> samples = new ArrayList<>();
    measures.forEach(_ -> samples.add(new Samples()));
    List<BrokenExpectation> broken = new ArrayList<>();
    int brokenRuns = 0;
    for (int run = firstRun; run < firstRun + runs; run++) {
      Scenario scenario = settings.scenario().withSeed(plan.seedOf(run));
      ScenarioRunner.Figures figures = ScenarioRunner.measure(scenario);
      for (int i = 0; i < samples.size(); i++) {
        measures.get(i).sample(figures, samples.get(i)::add);
      }
      if (!figures.passed()) {
        brokenRuns++;
        keep(plan, settings, run, figures.expectations(), broken);
      }
    }
    return new Harvest(samples, brokenRuns, broken);
  }

  private static void keep(
      CampaignPlan plan,
      SweepPoint settings,
      int run,
      List<Judgement> judgements,
      List<BrokenExpectation> broken) {
    for (Judgement each : judgements) {
      if (!each.held() && broken.size() < CampaignResult.MOST_BROKEN_KEPT) {
        broken.add(
            new BrokenExpectation(
                settings.settings(), run, plan.seedOf(run), each.expect(), each.observed()));
      }
    }
  }
}
