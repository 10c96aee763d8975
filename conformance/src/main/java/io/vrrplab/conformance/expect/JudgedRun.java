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

  /**
   * What may be said of the device. Where all that it breaks is known beforehand, that is said with
   * a number: of the entries that explain it, and of the cases that do not hold.
   */
  public String claim() {
    List<Judged> known =
        cases.stream()
            .filter(each -> each.outcome() == Outcome.EXPECTED)
            .filter(each -> each.result().verdict() == Verdict.FAIL)
            .toList();
    boolean explained =
        switch (verdict().overall()) {
          case PASS, NON_STRICT, INFO -> !known.isEmpty();
          case FAIL, ERROR, INCONCLUSIVE, NOT_RUN, SKIPPED, NOT_APPLICABLE -> false;
        };
    if (!explained) {
      return run.claim();
    }
    String deviations = deviations(known);
    String rfc = run.device().rfc().title();
    return run.isComplete()
        ? "conformant to %s except for %s".formatted(rfc, deviations)
        : "partial: no word on %s as a whole, %s seen".formatted(rfc, deviations);
  }

  private static String deviations(List<Judged> known) {
    long entries = known.stream().map(Judged::expectation).distinct().count();
    return "%d known %s (%d %s)"
        .formatted(
            entries,
            entries == 1 ? "deviation" : "deviations",
            known.size(),
            known.size() == 1 ? "case" : "cases");
  }

  /** How many cases came out so. */
  public long count(Outcome outcome) {
    return cases.stream().filter(each -> each.outcome() == outcome).count();
  }
}
