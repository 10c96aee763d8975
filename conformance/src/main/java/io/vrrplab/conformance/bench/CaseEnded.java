package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.verdict.Verdict;
import java.util.List;

/** A step decided the case; there is no going on. It carries no stack, for it is no error. */
final class CaseEnded extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Verdict verdict;
  private final transient String expected;
  private final transient String seen;
  private final transient List<Difference> differences;

  CaseEnded(Verdict verdict, String expected, String seen, List<Difference> differences) {
    super(seen, null, false, false);
    this.verdict = verdict;
    this.expected = expected;
    this.seen = seen;
    this.differences = differences;
  }

  /** What the case stands on is not there. */
  static CaseEnded inconclusive(String needed, String instead) {
    return new CaseEnded(Verdict.INCONCLUSIVE, needed, instead, List.of());
  }

  Verdict verdict() {
    return verdict;
  }

  String expected() {
    return expected;
  }

  String seen() {
    return seen;
  }

  List<Difference> differences() {
    return differences;
  }
}
