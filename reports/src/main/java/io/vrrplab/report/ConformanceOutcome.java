package io.vrrplab.report;

import io.vrrplab.conformance.Suite;
import io.vrrplab.conformance.expect.JudgedRun;
import io.vrrplab.conformance.verdict.RunVerdict;
import java.util.List;

/**
 * All that a command made of a conformance suite.
 *
 * @param runs one for each device, document and repetition, in the order in which they ran
 * @param seed what the devices drew from
 */
public record ConformanceOutcome(List<JudgedRun> runs, long seed) {

  public ConformanceOutcome {
    runs = List.copyOf(runs);
  }

  /** What all runs together amount to. */
  public RunVerdict verdict() {
    return RunVerdict.of(runs.stream().flatMap(run -> run.counting().stream()).toList());
  }

  /** What was judged by. */
  static Suite suite() {
    return Suite.canonical();
  }
}
