package io.vrrplab.conformance.verdict;

/** What became of a case. The first six were run and are ordered from good to bad. */
public enum Verdict {
  /** Something was observed that no requirement judges. */
  INFO("info"),
  /** All that had to be seen was seen, and nothing forbidden. */
  PASS("pass"),
  /** A recommendation is not followed. */
  NON_STRICT("non-strict"),
  /** What the case stands on was never reached, so it tells nothing. */
  INCONCLUSIVE("inconclusive"),
  /** A requirement is broken. */
  FAIL("fail"),
  /** The tester, or the way to the device, broke. */
  ERROR("error"),
  /** The device's own declaration puts the case out of question. */
  NOT_APPLICABLE("not-applicable"),
  /** Whoever runs the suite left the case out. */
  SKIPPED("skipped"),
  /** The run ended before the case's turn. */
  NOT_RUN("not-run");

  private final String key;

  Verdict(String key) {
    this.key = key;
  }

  /** The stable name for result files. */
  public String key() {
    return key;
  }

  /** Whether the case was run, so that its verdict takes part in the order from good to bad. */
  public boolean wasRun() {
    return compareTo(ERROR) <= 0;
  }

  /**
   * The worse of two verdicts within a case.
   *
   * @throws IllegalArgumentException if one of them belongs to a case that was not run
   */
  public Verdict orWorse(Verdict other) {
    if (!wasRun() || !other.wasRun()) {
      throw new IllegalArgumentException("not both were run: " + this + ", " + other);
    }
    return compareTo(other) >= 0 ? this : other;
  }
}
