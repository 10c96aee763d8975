package io.vrrplab.cli;

import io.vrrplab.report.SampleRuns;
import io.vrrplab.scenario.Problem;
import io.vrrplab.scenario.Problem.Severity;
import io.vrrplab.scenario.RunResult;
import io.vrrplab.scenario.SweepPoint;
import io.vrrplab.scenario.daemon.StandardDrill;
import io.vrrplab.scenario.read.SweepReading;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A simulator that knows its answers: a file's first word says what becomes of it ({@code pass},
 * {@code fail}, {@code advise}, {@code refuse}, {@code endless}, {@code interrupt}).
 */
final class FakeEngine implements Engine {

  private static final long SEED_OF_THE_FILE = 42;

  private final Interrupt interrupt = new Interrupt();
  private final List<String> runs = new ArrayList<>();

  Interrupt interrupt() {
    return interrupt;
  }

  /** The scenarios that were run, by what they say. */
  List<String> runs() {
    return runs;
  }

  @Override
  public List<Bundled> bundled() {
    return List.of(
        new Bundled("lxd-cluster", "An LXD cluster loses its master"),
        new Bundled("link-loss", "A link that loses every fifth frame"));
  }

  @Override
  public Reading readBundled(String name) {
    return new Reading.Ready((seed, capture) -> run("pass", seed, capture), List.of());
  }

  @Override
  public Reading read(Path file) {
    String says = contentOf(file);
    return switch (says) {
      case "refuse" ->
          new Reading.Refused(
              List.of(
                  problem(
                      file, 3, Severity.ERROR, "unknown key nodez\u001b[2J; did you mean nodes?"),
                  problem(file, 7, Severity.ERROR, "vrid 300 is outside 1–255")));
      case "advise" ->
          new Reading.Ready(
              (seed, capture) -> run("pass", seed, capture),
              List.of(problem(file, 2, Severity.WARNING, "m2 and m3 tie")));
      default -> new Reading.Ready((seed, capture) -> run(says, seed, capture), List.of());
    };
  }

  /** Sweeps and campaigns are the real ones. */
  @Override
  public SweepReading readBundledSweep(String name) {
    return new SimulatorEngine().readBundledSweep(name);
  }

  @Override
  public SweepReading readSweep(Path file) {
    return new SimulatorEngine().readSweep(file);
  }

  /** Drills are the real ones too. */
  @Override
  public Reading readDrill(List<String> files, List<String> addresses) {
    return new SimulatorEngine().readDrill(files, addresses);
  }

  @Override
  public SweepReading readDrillSweep(List<String> files, List<String> addresses) {
    return new SimulatorEngine().readDrillSweep(files, addresses);
  }

  @Override
  public StandardDrill.Draft draftDrill(List<String> files, List<String> addresses) {
    return new SimulatorEngine().draftDrill(files, addresses);
  }

  @Override
  public Prepared prepared(SweepPoint point) {
    return new SimulatorEngine().prepared(point);
  }

  private RunResult run(String says, OptionalLong seed, Optional<OutputStream> capture)
      throws IOException, CannotRunException {
    runs.add(says);
    if (capture.isPresent()) {
      capture.get().write("frames".getBytes(StandardCharsets.UTF_8));
    }
    if (says.equals("endless")) {
      throw new CannotRunException("more than 1000 events; seed 42");
    }
    if (says.equals("interrupt")) {
      interrupt.raise();
    }
    long drawn = seed.orElse(SEED_OF_THE_FILE);
    return says.equals("fail") ? SampleRuns.failed(drawn) : SampleRuns.cluster(drawn);
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Problem problem(Path file, int line, Severity severity, String message) {
    return new Problem(file.toString(), line, 5, severity, message);
  }
}
