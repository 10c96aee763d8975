package io.vrrplab.conformance.expect;

import io.vrrplab.conformance.SuiteRun;
import io.vrrplab.conformance.expect.Judged.Outcome;
import io.vrrplab.conformance.verdict.RunVerdict;
import io.vrrplab.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A run in the light of what is known of the device.
 *
 * @param run what was found
 * @param expectations the name of the file; empty where nothing is known
 * @param cases a judgement for each result of the run, in its order
 */
public record JudgedRun(SuiteRun run, String expectations, List<Judged> cases) {

  public JudgedRun {
    cases = List.copyOf(cases);
  }

  /** The verdicts that count, the closing baseline's included where it does not hold. */
  public List<Verdict> counting() {
    List<Verdict> verdicts = new ArrayList<>(cases.stream().map(Judged::counts).toList());
    if (run.closing().verdict() != Verdict.PASS) {
      verdicts.add(run.closing().verdict());
    }
    return List.copyOf(verdicts);
  }

  /** What the run amounts to. */
  public RunVerdict verdict() {
    return RunVerdict.of(counting());
  }

  /** How many cases came out so. */
  public long count(Outcome outcome) {
    return cases.stream().filter(each -> each.outcome() == outcome).count();
  }
}
