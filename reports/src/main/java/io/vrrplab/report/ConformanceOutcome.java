package io.vrrplab.report;

import io.vrrplab.conformance.CaseResult;
import io.vrrplab.conformance.Suite;
import io.vrrplab.conformance.expect.JudgedRun;
import io.vrrplab.conformance.verdict.RunVerdict;
import java.util.List;

/**
 * All that a command made of a conformance suite.
 *
 * @param runs one for each device, document and repetition, in the order in which they ran
 * @param seed what the devices drew from
 * @param replay how to see a result again
 */
public record ConformanceOutcome(List<JudgedRun> runs, long seed, Replay replay) {

  /** The way to see a result again. */
  @FunctionalInterface
  public interface Replay {

    /** A command for a shell that runs the case of a result as it was run. */
    String commandFor(CaseResult result);
  }

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

  /** All that a person needs to see what went wrong, and to see it again. */
  String evidence(CaseResult result) {
    return "%s  replay   %s\n".formatted(result.text(), replay.commandFor(result));
  }
}
