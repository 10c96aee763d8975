package io.vrrplab.cli;

import io.vrrplab.conformance.expect.JudgedRun;
import io.vrrplab.report.ConformanceJson;
import io.vrrplab.report.ConformanceJunit;
import io.vrrplab.report.ConformanceOutcome;
import java.util.ArrayList;
import java.util.List;

/** Runs what is planned; the runs that are finished are never lost. */
final class ConformanceRun {

  private final List<PlannedRun> plan;
  private final long seed;
  private final boolean strict;
  private final ResultFiles files;
  private final ConformancePrinter printer;
  private final List<JudgedRun> finished = new ArrayList<>();
  private boolean closed;

  ConformanceRun(
      List<PlannedRun> plan,
      long seed,
      boolean strict,
      ResultFiles files,
      ConformancePrinter printer) {
    this.plan = plan;
    this.seed = seed;
    this.strict = strict;
    this.files = files;
    this.printer = printer;
  }

  /** Runs everything, unless interrupted, and gives the exit code. */
  int run(Interrupt interrupt) throws Refusal {
    interrupt.onRaise(this::rescue);
    for (PlannedRun each : plan) {
      if (interrupt.isRaised()) {
        return ExitCode.INTERRUPTED;
      }
      finish(each.run(seed));
    }
    return interrupt.isRaised() ? ExitCode.INTERRUPTED : close().verdict().exitCode(strict);
  }

  private synchronized void finish(JudgedRun run) {
    finished.add(run);
  }

  /** Prints and writes what there is, once. */
  private synchronized ConformanceOutcome close() throws Refusal {
    ConformanceOutcome outcome = new ConformanceOutcome(finished, seed);
    if (!closed) {
      closed = true;
      printer.print(outcome);
      files.write(ConformanceJson.of(outcome));
      files.writeJunit(ConformanceJunit.of(outcome, strict));
    }
    return outcome;
  }

  /** Runs on the thread of the signal, in the midst of a run. */
  private synchronized void rescue() {
    try {
      if (!finished.isEmpty()) {
        close();
      }
      files.discard();
    } catch (Refusal refusal) {
      printer.printError(refusal.line());
    }
  }
}
