package io.vrrplab.cli;

import io.vrrplab.capture.CaptureRecorder;
import io.vrrplab.scenario.Problem;
import io.vrrplab.scenario.RunResult;
import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.ScenarioLibrary;
import io.vrrplab.scenario.ScenarioRunner;
import io.vrrplab.scenario.SweepPoint;
import io.vrrplab.scenario.daemon.StandardDrill;
import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import io.vrrplab.scenario.read.SweepReading;
import io.vrrplab.sim.LimitReachedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The engine of the program: the scenarios module behind the command line's few questions. */
final class SimulatorEngine implements Engine {

  @Override
  public List<Bundled> bundled() {
    return ScenarioLibrary.all().stream()
        .map(bundled -> new Bundled(bundled.name(), bundled.title()))
        .toList();
  }

  @Override
  public Reading readBundled(String name) {
    ScenarioLibrary.Bundled bundled = find(name);
    return reading(
        new ScenarioReader().read(bundled.file(), bundled.content(), bundled.companions()));
  }

  @Override
  public Reading read(Path file) {
    return reading(new ScenarioReader().read(file));
  }

  @Override
  public SweepReading readBundledSweep(String name) {
    ScenarioLibrary.Bundled bundled = find(name);
    return new ScenarioReader().readSweep(bundled.file(), bundled.content(), bundled.companions());
  }

  @Override
  public SweepReading readSweep(Path file) {
    return new ScenarioReader().readSweep(file);
  }

  @Override
  public Reading readDrill(List<String> files, List<String> addresses) {
    return reading(StandardDrill.read(files, addresses));
  }

  @Override
  public SweepReading readDrillSweep(List<String> files, List<String> addresses) {
    return switch (StandardDrill.read(files, addresses)) {
      case ReadResult.Read(Scenario scenario, List<Problem> problems) ->
          new SweepReading.Read(scenario, List.of(new SweepPoint(List.of(), scenario)), problems);
      case ReadResult.Refused(List<Problem> problems) -> new SweepReading.Refused(problems);
    };
  }

  @Override
  public StandardDrill.Draft draftDrill(List<String> files, List<String> addresses) {
    return StandardDrill.draft(files, addresses);
  }

  @Override
  public Prepared prepared(SweepPoint point) {
    return new Simulated(point.scenario());
  }

  private static ScenarioLibrary.Bundled find(String name) {
    return ScenarioLibrary.find(name)
        .orElseThrow(() -> new IllegalArgumentException("no bundled scenario " + name));
  }

  private static Reading reading(ReadResult result) {
    return switch (result) {
      case ReadResult.Read(Scenario scenario, List<Problem> problems) ->
          new Reading.Ready(new Simulated(scenario), problems);
      case ReadResult.Refused(List<Problem> problems) -> new Reading.Refused(problems);
    };
  }

  private record Simulated(Scenario scenario) implements Prepared {

    @Override
    public RunResult run(OptionalLong seed, Optional<OutputStream> capture)
        throws IOException, CannotRunException {
      Scenario seeded = seed.isPresent() ? scenario.withSeed(seed.getAsLong()) : scenario;
      ScenarioRunner.Run run;
      try {
        run = ScenarioRunner.run(seeded, capture.isPresent());
      } catch (LimitReachedException e) {
        throw new CannotRunException(String.valueOf(e.getMessage()));
      }
      CaptureRecorder frames = run.capture();
      if (frames != null && capture.isPresent()) {
        frames.writeTo(capture.get());
      }
      return run.result();
    }
  }
}
