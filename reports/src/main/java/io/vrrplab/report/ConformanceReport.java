package io.vrrplab.report;

import io.vrrplab.conformance.expect.Judged;
import io.vrrplab.conformance.expect.JudgedRun;
import io.vrrplab.conformance.verdict.Verdict;
import java.util.List;

/** Conformance runs for people: what went wrong in full, what is known in a line each, the sum. */
public final class ConformanceReport {

  private final ConformanceOutcome outcome;
  private final Ink ink;
  private final boolean strict;
  private final StringBuilder text = new StringBuilder();

  private ConformanceReport(ConformanceOutcome outcome, Ink ink, boolean strict) {
    this.outcome = outcome;
    this.ink = ink;
    this.strict = strict;
  }

  /**
   * All that there is to say.
   *
   * @param strict whether advice that is not followed is red
   */
  public static String full(ConformanceOutcome outcome, boolean strict, Ink ink) {
    ConformanceReport report = new ConformanceReport(outcome, ink, strict);
    for (JudgedRun run : outcome.runs()) {
      report.cases(run);
      report.sum(run);
    }
    return report.text.toString();
  }

  /** The sums alone. */
  public static String sums(ConformanceOutcome outcome, boolean strict, Ink ink) {
    ConformanceReport report = new ConformanceReport(outcome, ink, strict);
    outcome.runs().forEach(report::sum);
    return report.text.toString();
  }

  private void cases(JudgedRun run) {
    List<Judged> known =
        run.cases().stream().filter(each -> each.outcome() == Judged.Outcome.EXPECTED).toList();
    for (Judged each : run.cases()) {
      if (isWorthReading(each)) {
        evidence(each);
      }
    }
    if (run.run().closing().verdict().compareTo(Verdict.PASS) > 0
        && run.run().closing().verdict().wasRun()) {
      text.append("the baseline at the end of the run:\n");
      evidence(new Judged(run.run().closing(), Judged.Outcome.AS_FOUND, null));
    }
    for (Judged each : known) {
      text.append(ink.faint("known  " + each.result().conformanceCase().id()))
          .append("  ")
          .append(Printable.of(each.expectation() == null ? "" : each.expectation().reason()))
          .append('\n');
    }
    if (!known.isEmpty()) {
      text.append('\n');
    }
  }

  private static boolean isWorthReading(Judged judged) {
    return judged.counts().wasRun() && judged.counts().compareTo(Verdict.PASS) > 0;
  }

  private void evidence(Judged judged) {
    String expectation = ConformanceText.expectation(judged);
    if (!expectation.isEmpty()) {
      text.append(ink.bad(Printable.of(expectation))).append('\n');
    }
    List<String> lines = outcome.evidence(judged.result()).lines().map(Printable::of).toList();
    text.append(isRed(judged) ? ink.bad(lines.getFirst()) : ink.fault(lines.getFirst()));
    text.append('\n');
    if (judged.outcome() == Judged.Outcome.UNEXPECTED_PASS) {
      text.append('\n');
      return;
    }
    lines.stream().skip(1).forEach(line -> text.append(line).append('\n'));
    text.append('\n');
  }

  private boolean isRed(Judged judged) {
    return switch (judged.counts()) {
      case FAIL, ERROR -> true;
      case NON_STRICT -> strict;
      case PASS, INFO, INCONCLUSIVE, NOT_APPLICABLE, SKIPPED, NOT_RUN -> false;
    };
  }

  private void sum(JudgedRun run) {
    boolean good = run.verdict().exitCode(strict) == 0;
    String word = good ? ink.good("PASS") : ink.bad(wordOf(run));
    text.append(word)
        .append("  ")
        .append(run.run().device().name())
        .append(": ")
        .append(run.claim())
        .append(" · ")
        .append(ConformanceText.totals(run.run().verdict().totals()));
    long known = run.count(Judged.Outcome.EXPECTED);
    if (known > 0) {
      text.append("; ").append(known).append(" as known of ").append(run.expectations());
    }
    text.append('\n');
  }

  private String wordOf(JudgedRun run) {
    return switch (run.verdict().overall()) {
      case FAIL, PASS, NON_STRICT, INFO -> "FAIL";
      case ERROR -> "ERROR";
      case INCONCLUSIVE -> "INCONCLUSIVE";
      case NOT_APPLICABLE, SKIPPED, NOT_RUN -> "NOTHING RAN";
    };
  }
}
