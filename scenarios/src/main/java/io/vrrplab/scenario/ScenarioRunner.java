package io.vrrplab.scenario;

import io.vrrplab.capture.CaptureRecorder;
import io.vrrplab.fault.FaultInjector;
import io.vrrplab.lan.Lab;
import io.vrrplab.measure.AdvertMeter;
import io.vrrplab.measure.FailoverMeter;
import io.vrrplab.measure.FailoverReport;
import io.vrrplab.measure.MastershipMeter;
import io.vrrplab.measure.MastershipReport;
import io.vrrplab.measure.StoryMeter;
import io.vrrplab.measure.TrafficMeter;
import io.vrrplab.measure.TrafficReport;
import io.vrrplab.scenario.judge.ExpectationJudge;
import io.vrrplab.scenario.judge.Observations;
import io.vrrplab.scenario.judge.Witness;
import io.vrrplab.scenario.spec.TimelineEvent;
import io.vrrplab.sim.Limits;
import io.vrrplab.sim.Simulation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs scenarios: the same scenario and seed give the same result, byte for byte. */
public final class ScenarioRunner {

  private ScenarioRunner() {}

  /**
   * A run and what is left of it.
   *
   * @param result what the meters saw
   * @param capture every frame; null unless it was asked for
   */
  public record Run(RunResult result, @Nullable CaptureRecorder capture) {}

  /** Runs a scenario and keeps no frames. */
  public static RunResult run(Scenario scenario) {
    return run(scenario, false).result();
  }

  /**
   * Runs a scenario.
   *
   * @param captured whether to keep every frame
   * @throws io.vrrplab.sim.LimitReachedException if it comes to a bound of the simulation
   */
  public static Run run(Scenario scenario, boolean captured) {
    Simulation simulation = new Simulation(scenario.seed(), Limits.DEFAULT);
    Scenario resolved = scenario.resolve(simulation.random("draws of the scenario"));
    Lab lab = LabBuilder.build(resolved, simulation);
    Meters meters = new Meters(lab);
    CaptureRecorder capture = captured ? new CaptureRecorder(lab) : null;
    FaultInjector injector = new FaultInjector(lab);
    for (TimelineEvent event : resolved.timeline()) {
      injector.schedule(event.atNanos(), LabBuilder.fault(event.fault()));
    }
    lab.start();
    simulation.runUntil(resolved.durationNanos());
    return new Run(meters.result(resolved), capture);
  }

  /** All that watch a run. */
  private static final class Meters {
    private final Lab lab;
    private final MastershipMeter mastership;
    private final FailoverMeter failovers;
    private final TrafficMeter traffic;
    private final AdvertMeter adverts;
    private final StoryMeter story;
    private final Witness witness;

    Meters(Lab lab) {
      this.lab = lab;
      mastership = new MastershipMeter(lab);
      failovers = new FailoverMeter(lab);
      traffic = new TrafficMeter(lab);
      adverts = new AdvertMeter(lab);
      story = new StoryMeter(lab);
      witness = new Witness(lab);
    }

    RunResult result(Scenario scenario) {
      List<TrafficReport> flows = traffic.report();
      List<MastershipReport> masterships = mastership.report();
      List<FailoverReport> takeovers = failovers.report(flows);
      Observations seen = witness.observations(masterships, takeovers, flows);
      return new RunResult(
          scenario.title(),
          scenario.file(),
          scenario.seed(),
          scenario.durationNanos(),
          masterships,
          takeovers,
          flows,
          ExpectationJudge.judge(scenario.expectations(), seen),
          adverts.report(),
          lab.simulation().eventsExecuted(),
          story.report());
    }
  }
}
