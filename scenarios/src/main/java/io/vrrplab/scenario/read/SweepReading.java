package io.vrrplab.scenario.read;

import io.vrrplab.scenario.Problem;
import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.SweepPoint;
import java.util.List;

/** What reading a file with its sweep gives: a scenario for each point, or why there are none. */
public sealed interface SweepReading {

  /** Errors and warnings in the order of the file. */
  List<Problem> problems();

  /**
   * Every point can be run.
   *
   * @param scenario what stands in the file itself, which {@code run} runs
   * @param points the last parameter turns fastest; a single point without settings where the file
   *     sweeps nothing
   * @param problems warnings
   */
  record Read(Scenario scenario, List<SweepPoint> points, List<Problem> problems)
      implements SweepReading {
    public Read {
      points = List.copyOf(points);
      problems = List.copyOf(problems);
    }
  }

  /** The file cannot be run; at least one of its problems is an error. */
  record Refused(List<Problem> problems) implements SweepReading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
