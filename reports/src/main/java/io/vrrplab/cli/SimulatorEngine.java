package io.vrrplab.cli;

import io.vrrplab.scenario.Problem;
import java.nio.file.Path;
import java.util.List;

/** The engine of the program: the scenarios module behind the command line's few questions. */
final class SimulatorEngine implements Engine {

  @Override
  public List<Bundled> bundled() {
    return List.of();
  }

  @Override
  public Reading readBundled(String name) {
    return refused(name);
  }

  @Override
  public Reading read(Path file) {
    return refused(file.toString());
  }

  private static Reading refused(String file) {
    return new Reading.Refused(
        List.of(new Problem(file, 0, 0, Problem.Severity.ERROR, "running is not supported yet")));
  }
}
