package io.vrrplab.report;

import io.vrrplab.conformance.expect.Expectation;
import io.vrrplab.conformance.expect.Judged;
import io.vrrplab.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Words that more than one report of conformance uses. */
final class ConformanceText {

  private ConformanceText() {}

  /** What an entry of the expectations made of a case; empty where none is about it. */
  static String expectation(Judged judged) {
    Expectation entry = judged.expectation();
    if (entry == null) {
      return "";
    }
    return switch (judged.outcome()) {
      case AS_FOUND -> "";
      case EXPECTED -> "known: %s (%s)".formatted(entry.reason(), entry.source());
      case OTHERWISE ->
          "known otherwise: %s expects to see \"%s\""
              .formatted(entry.place(), Objects.requireNonNull(entry.message()));
      case UNEXPECTED_PASS ->
          "passed, and %s says it does not: %s".formatted(entry.place(), entry.reason());
      case EXPIRED ->
          "known, but %s expired on %s: %s"
              .formatted(entry.place(), Objects.requireNonNull(entry.expires()), entry.reason());
    };
  }

  /** The verdicts that occur, with their counts, the good ones first. */
  static String totals(Map<Verdict, Integer> totals) {
    List<String> parts = new ArrayList<>();
    totals.forEach((verdict, count) -> {
      if (count > 0) {
        parts.add(count + " " + words(verdict));
      }
    });
    return String.join(", ", parts);
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case INFO -> "for information";
      case PASS -> "passed";
      case NON_STRICT -> "not strict";
      case INCONCLUSIVE -> "inconclusive";
      case FAIL -> "failed";
      case ERROR -> "broken off";
      case NOT_APPLICABLE -> "not applicable";
      case SKIPPED -> "skipped";
      case NOT_RUN -> "not run";
    };
  }
}
