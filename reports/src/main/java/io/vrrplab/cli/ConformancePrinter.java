package io.vrrplab.cli;

import io.vrrplab.report.ConformanceOutcome;
import io.vrrplab.report.ConformanceReport;
import io.vrrplab.report.Ink;

/**
 * Prints conformance runs where it does not disturb, and as much of them as is wanted.
 *
 * @param strict whether advice that is not followed is red
 * @param jsonOnStandardOutput whether standard output is taken, so that only what is red is told,
 *     on standard error
 */
record ConformancePrinter(
    Console console, Ink ink, boolean quiet, boolean strict, boolean jsonOnStandardOutput) {

  /** Prints a run as soon as it is finished. */
  void print(ConformanceOutcome run) {
    if (!jsonOnStandardOutput) {
      console
          .out()
          .print(
              quiet
                  ? ConformanceReport.sums(run, strict, ink)
                  : ConformanceReport.full(run, strict, ink));
      console.out().flush();
    }
  }

  /** Prints what is left to say of all runs once the last one is finished. */
  void printEnd(ConformanceOutcome outcome) {
    if (jsonOnStandardOutput && outcome.verdict().exitCode(strict) != ExitCode.HELD) {
      console.err().print(ConformanceReport.sums(outcome, strict, Ink.PLAIN));
    }
  }

  void printError(String message) {
    console.err().println("vrrplab: " + message);
  }
}
