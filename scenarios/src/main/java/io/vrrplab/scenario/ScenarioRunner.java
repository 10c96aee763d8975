package io.vrrplab.scenario;

import io.vrrplab.capture.CaptureRecorder;
import io.vrrplab.fault.FaultInjector;
import io.vrrplab.lan.Lab;
import io.vrrplab.measure.AdvertMeter;
import io.vrrplab.measure.FailoverMeter;
import io.vrrplab.measure.FailoverReport;
import io.vrrplab.measure.KeepalivedLog;
import io.vrrplab.measure.MastershipMeter;
import io.vrrplab.measure.MastershipReport;
import io.vrrplab.measure.StoryMeter;
import io.vrrplab.measure.TrafficMeter;
import io.vrrplab.measure.TrafficReport;
import io.vrrplab.scenario.RunResult.Judgement;
import io.vrrplab.scenario.judge.ExpectationJudge;
import io.vrrplab.scenario.judge.Witness;
import io.vrrplab.scenario.spec.Expectation;
import io.vrrplab.scenario.spec.TimelineEvent;
import io.vrrplab.sim.Limits;
import io.vrrplab.sim.Simulation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs scenarios: the same scenario and seed give the same result, byte for byte. */
public final class ScenarioRunner {

  private ScenarioRunner() {}

  /**
   * What a run measured, without its story.
   *
   * @param virtualRouters in the order of the file
   * @param failovers in the order of time
   * @param traffic in the order of the file
   * @param expectations in the order of the file
   */
  public record Figures(
      List<MastershipReport> virtualRouters,
      List<FailoverReport> failovers,
      List<TrafficReport> traffic,
      List<Judgement> expectations) {

    /** Whether all that was expected held. */
    public boolean passed() {
      for (Judgement judgement : expectations) {
        if (!judgement.held()) {
          return false;
        }
      }
      return true;
    }
  }

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
    World world = new World(scenario);
    Meters meters = new Meters(world.lab, scenario.expectations());
    AdvertMeter adverts = new AdvertMeter(world.lab);
    StoryMeter story = new StoryMeter(world.lab);
    KeepalivedLog daemons = new KeepalivedLog(world.lab, scenario.daemonLogs());
    CaptureRecorder capture = captured ? new CaptureRecorder(world.lab) : null;
    world.run();
    Figures figures = meters.figures();
    RunResult result =
        new RunResult(
            scenario.title(),
            scenario.about(),
            scenario.file(),
            scenario.seed(),
            scenario.durationNanos(),
            figures.virtualRouters(),
            figures.failovers(),
            figures.traffic(),
            figures.expectations(),
            adverts.report(),
            world.lab.simulation().eventsExecuted(),
            story.report(),
            daemons.report());
    return new Run(result, capture);
  }

  /**
   * Runs a scenario for its figures alone, which are those of {@link #run(Scenario)}: what a
   * campaign does a million times.
   *
   * @throws io.vrrplab.sim.LimitReachedException if it comes to a bound of the simulation
   */
  public static Figures measure(Scenario scenario) {
    World world = new World(scenario);
    Meters meters = new Meters(world.lab, scenario.expectations());
    world.run();
    return meters.figures();
  }

  /** The virtual world of a scenario and what is going to happen to it. */
  private static final class World {
    final Lab lab;
    private final Scenario resolved;

    World(Scenario scenario) {
      Simulation simulation = new Simulation(scenario.seed(), Limits.DEFAULT);
      resolved = scenario.resolve(simulation.random("draws of the scenario"));
      lab = LabBuilder.build(resolved, simulation);
    }

    /** To the end; who wants to see it must be watching by now. */
    void run() {
      FaultInjector injector = new FaultInjector(lab);
      for (TimelineEvent event : resolved.timeline()) {
        injector.schedule(event.atNanos(), LabFaults.fault(lab, event.fault()));
      }
      lab.start();
      lab.simulation().runUntil(resolved.durationNanos());
    }
  }

  /** All that measure a run; where nothing is expected, nobody watches for it. */
  private static final class Meters {
    private final List<Expectation> expectations;
    private final MastershipMeter mastership;
    private final FailoverMeter failovers;
    private final TrafficMeter traffic;
    private final @Nullable Witness witness;

    Meters(Lab lab, List<Expectation> expectations) {
      this.expectations = expectations;
      mastership = new MastershipMeter(lab);
      failovers = new FailoverMeter(lab);
      traffic = new TrafficMeter(lab);
      witness = expectations.isEmpty() ? null : new Witness(lab);
    }

    Figures figures() {
      List<TrafficReport> flows = traffic.report();
      List<MastershipReport> masterships = mastership.report();
      List<FailoverReport> takeovers = failovers.report(flows);
      List<Judgement> judgements =
          witness == null
              ? List.of()
              : ExpectationJudge.judge(
                  expectations, witness.observations(masterships, takeovers, flows));
      return new Figures(masterships, takeovers, flows, judgements);
    }
  }
}
