package io.vrrplab.conformance.expect;

import io.vrrplab.conformance.CaseResult;
import io.vrrplab.conformance.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A result in the light of what is known.
 *
 * @param result what was found
 * @param outcome what to make of it
 * @param expectation the entry that decided; null where none did
 */
public record Judged(CaseResult result, Outcome outcome, @Nullable Expectation expectation) {

  /** What to make of a result. */
  public enum Outcome {
    /** No entry is about it. */
    AS_FOUND("as-found"),
    /** It deviates as is known: green. */
    EXPECTED("expected"),
    /** It deviates otherwise than is known: as red as without the entry. */
    OTHERWISE("otherwise-than-expected"),
    /** It holds although a deviation is known: red, so that the entry goes. */
    UNEXPECTED_PASS("unexpected-pass"),
    /** It deviates as is known, but the entry is too old: red. */
    EXPIRED("expired");

    private final String key;

    Outcome(String key) {
      this.key = key;
    }

    /** The stable name for result files. */
    public String key() {
      return key;
    }
  }

  /** The verdict that counts for the run. */
  public Verdict counts() {
    return switch (outcome) {
      case AS_FOUND, OTHERWISE -> result.verdict();
      case EXPECTED -> Verdict.PASS;
      case UNEXPECTED_PASS, EXPIRED -> Verdict.FAIL;
    };
  }
}
