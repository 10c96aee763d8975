package io.vrrplab.cli;

import io.vrrplab.report.Ink;
import io.vrrplab.report.LogStyle;
import io.vrrplab.report.Printable;
import io.vrrplab.report.RunReport;
import io.vrrplab.scenario.RunResult;
import java.util.List;

/** Prints reports where they do not disturb, and as much of them as is wanted. */
final class ReportPrinter {

  private static final String RULE = "─".repeat(100);

  private final Console console;
  private final Ink ink;
  private final LogStyle style;
  private final boolean quiet;
  private final boolean jsonOnStandardOutput;
  private boolean first = true;

  /**
   * Sets up a printer.
   *
   * @param ink for standard output
   * @param style whose words stories are told in
   * @param quiet whether verdicts are enough
   * @param jsonOnStandardOutput whether standard output is taken, so that only failures are told,
   *     on standard error
   */
  ReportPrinter(
      Console console, Ink ink, LogStyle style, boolean quiet, boolean jsonOnStandardOutput) {
    this.console = console;
    this.ink = ink;
    this.style = style;
    this.quiet = quiet;
    this.jsonOnStandardOutput = jsonOnStandardOutput;
  }

  void print(ScenarioSource source, RunResult result) {
    String replay = source.replay(result.seed());
    if (jsonOnStandardOutput) {
      if (!result.passed()) {
        console.err().print(RunReport.verdict(result, source.shown(), replay, Ink.PLAIN));
      }
    } else if (quiet) {
      console.out().print(RunReport.verdict(result, source.shown(), replay, ink));
    } else {
      if (!first) {
        console.out().print("\n" + RULE + "\n\n");
      }
      console.out().print(RunReport.full(result, source.shown(), replay, style, ink));
    }
    first = false;
    console.out().flush();
  }

  void printError(String line) {
    console.err().println(Printable.of(line));
  }

  /** Sums up several runs; a single one says it all itself. */
  void printTotals(List<RunResult> results) {
    if (quiet || jsonOnStandardOutput || results.size() < 2) {
      return;
    }
    long passed = results.stream().filter(RunResult::passed).count();
    console
        .out()
        .print(
            "\n%s\n\n%d scenarios: %d passed, %d failed\n"
                .formatted(RULE, results.size(), passed, results.size() - passed));
  }
}
