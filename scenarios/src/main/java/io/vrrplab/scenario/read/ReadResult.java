package io.vrrplab.scenario.read;

import io.vrrplab.scenario.Problem;
import io.vrrplab.scenario.Scenario;
import java.util.List;

/** What reading a file gives: a scenario, or the reasons why there is none. */
public sealed interface ReadResult {

  /** Errors and warnings in the order of the file. */
  List<Problem> problems();

  /** The file holds a scenario that can be run; its problems are warnings. */
  record Read(Scenario scenario, List<Problem> problems) implements ReadResult {
    public Read {
      problems = List.copyOf(problems);
    }
  }

  /** The file cannot be run; at least one of its problems is an error. */
  record Refused(List<Problem> problems) implements ReadResult {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
