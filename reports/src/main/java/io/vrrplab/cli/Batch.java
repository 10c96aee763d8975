package io.vrrplab.cli;

import io.vrrplab.scenario.RunResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Runs scenarios one after the other; what is finished is never lost. */
final class Batch {

  private final List<ScenarioLoader.Loaded> scenarios;
  private final OptionalLong seed;
  private final ResultFiles files;
  private final ReportPrinter printer;
  private final List<RunResult> finished = new ArrayList<>();
  private boolean closed;

  Batch(
      List<ScenarioLoader.Loaded> scenarios,
      OptionalLong seed,
      ResultFiles files,
      ReportPrinter printer) {
    this.scenarios = scenarios;
    this.seed = seed;
    this.files = files;
    this.printer = printer;
  }

  /** Runs them all, unless interrupted, and gives the exit code. */
  int run(Interrupt interrupt) throws Refusal {
    interrupt.onRaise(this::rescue);
    boolean allRan = true;
    for (ScenarioLoader.Loaded next : scenarios) {
      if (interrupt.isRaised()) {
        break;
      }
      try {
        keep(next.source(), runOne(next));
      } catch (Engine.CannotRunException e) {
        printer.printError(next.source().shown() + ": error: " + e.getMessage());
        allRan = false;
      }
    }
    if (interrupt.isRaised()) {
      return ExitCode.INTERRUPTED;
    }
    close();
    printer.printTotals(finished);
    if (!allRan) {
      return ExitCode.CANNOT_RUN;
    }
    return finished.stream().allMatch(RunResult::passed) ? ExitCode.HELD : ExitCode.NOT_HELD;
  }

  private RunResult runOne(ScenarioLoader.Loaded next) throws Refusal, Engine.CannotRunException {
    try (CaptureFiles captures = files.capturesOf(next.source())) {
      RunResult result = next.scenario().run(seed, captures.stream());
      captures.commit();
      return result;
    } catch (IOException e) {
      throw Refusal.cannotWrite("the capture of " + next.source().shown(), e);
    }
  }

  private synchronized void keep(ScenarioSource source, RunResult result) {
    if (!closed) {
      finished.add(result);
      printer.print(source, result);
    }
  }

  /** Writes the results, once. */
  private synchronized void close() throws Refusal {
    if (!closed) {
      closed = true;
      files.writeResults(finished);
    }
  }

  /** Runs on the thread of the signal, perhaps in the midst of a run. */
  private void rescue() {
    try {
      close();
      files.discard();
    } catch (Refusal refusal) {
      printer.printError("vrrplab: " + refusal.line());
    }
  }
}
