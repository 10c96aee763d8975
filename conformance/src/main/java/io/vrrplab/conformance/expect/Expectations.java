package io.vrrplab.conformance.expect;

import io.vrrplab.conformance.CaseResult;
import io.vrrplab.conformance.SuiteRun;
import io.vrrplab.conformance.expect.Judged.Outcome;
import java.time.LocalDate;
import java.util.List;

/**
 * The deviations that are known of a device.
 *
 * @param name of the file; empty where nothing is known
 * @param entries the first that is about a case decides
 */
public record Expectations(String name, List<Expectation> entries) {

  /** Nothing is known. */
  public static final Expectations NONE = new Expectations("", List.of());

  public Expectations {
    entries = List.copyOf(entries);
  }

  /**
   * Lays them over a run.
   *
   * @param today decides which entries have expired
   */
  public JudgedRun judge(SuiteRun run, LocalDate today) {
    return new JudgedRun(
        run, name, run.results().stream().map(result -> judge(result, today)).toList());
  }

  private Judged judge(CaseResult result, LocalDate today) {
    for (Expectation entry : entries) {
      if (entry.isAbout(result)) {
        return new Judged(result, outcome(entry, result, today), entry);
      }
    }
    return new Judged(result, Outcome.AS_FOUND, null);
  }

  private static Outcome outcome(Expectation entry, CaseResult result, LocalDate today) {
    return switch (result.verdict()) {
      case PASS, INFO -> Outcome.UNEXPECTED_PASS;
      case FAIL, NON_STRICT -> {
        if (!entry.explains(result)) {
          yield Outcome.OTHERWISE;
        }
        yield entry.hasExpired(today) ? Outcome.EXPIRED : Outcome.EXPECTED;
      }
      // these tell nothing of the deviation
      case INCONCLUSIVE, ERROR, NOT_APPLICABLE, SKIPPED, NOT_RUN -> Outcome.AS_FOUND;
    };
  }
}
