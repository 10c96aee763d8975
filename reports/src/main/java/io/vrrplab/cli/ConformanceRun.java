package io.vrrplab.cli;

import io.vrrplab.conformance.SuiteInProgress;
import io.vrrplab.conformance.expect.JudgedRun;
import io.vrrplab.report.ConformanceJson;
import io.vrrplab.report.ConformanceJunit;
import io.vrrplab.report.ConformanceOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs what is planned; the runs that are finished are never lost. */
final class ConformanceRun {

  private final List<PlannedRun> plan;
  private final ConformanceReplay replay;
  private final ResultFiles files;
  private final ConformancePrinter printer;
  private final List<JudgedRun> finished = new ArrayList<>();
  private Supplier<Optional<JudgedRun>> soFar = Optional::empty;
  private boolean closed;

  ConformanceRun(
      List<PlannedRun> plan,
      ConformanceReplay replay,
      ResultFiles files,
      ConformancePrinter printer) {
    this.plan = plan;
    this.replay = replay;
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
      SuiteInProgress suite = each.begin(replay.seed());
      beginning(each, suite);
      finish(each.judge(suite.run()));
    }
    return interrupt.isRaised()
        ? ExitCode.INTERRUPTED
        : close().verdict().exitCode(replay.strict());
  }

  private synchronized void beginning(PlannedRun planned, SuiteInProgress suite) {
    soFar = () -> suite.soFar().map(planned::judge);
  }

  private synchronized void finish(JudgedRun run) {
    soFar = Optional::empty;
    if (!closed) {
      finished.add(run);
      printer.print(outcome(List.of(run)));
    }
  }

  private ConformanceOutcome outcome(List<JudgedRun> runs) {
    return new ConformanceOutcome(runs, replay.seed(), replay);
  }

  /** Writes what there is, once. */
  private synchronized ConformanceOutcome close() throws Refusal {
    ConformanceOutcome outcome = outcome(finished);
    if (!closed) {
      closed = true;
      printer.printEnd(outcome);
      files.write(ConformanceJson.of(outcome));
      files.writeJunit(ConformanceJunit.of(outcome, replay.strict()));
    }
    return outcome;
  }

  /** Runs on the thread of the signal, in the midst of a run: of that, too, nothing is lost. */
  private synchronized void rescue() {
    try {
      soFar.get().ifPresent(this::finish);
      if (!finished.isEmpty()) {
        close();
      }
      files.discard();
    } catch (Refusal refusal) {
      printer.printError(refusal.line());
    }
  }
}
