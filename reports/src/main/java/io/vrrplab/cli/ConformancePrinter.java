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

  void print(ConformanceOutcome outcome) {
    if (jsonOnStandardOutput) {
      if (outcome.verdict().exitCode(strict) != ExitCode.HELD) {
        console.err().print(ConformanceReport.sums(outcome, strict, Ink.PLAIN));
      }
    } else if (quiet) {
      console.out().print(ConformanceReport.sums(outcome, strict, ink));
    } else {
      console.out().print(ConformanceReport.full(outcome, strict, ink));
    }
    console.out().flush();
  }

  void printError(String message) {
    console.err().println("vrrplab: " + message);
  }
}
