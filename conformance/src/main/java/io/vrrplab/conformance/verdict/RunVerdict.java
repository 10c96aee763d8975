package io.vrrplab.conformance.verdict;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run amounts to. A failure outranks an error here, which is the other way round within a
 * case: infrastructure that breaks late must not hide a defect that was found early.
 *
 * @param totals how many cases ended in each verdict; every verdict has an entry
 */
public record RunVerdict(Map<Verdict, Integer> totals) {

  private static final int GREEN = 0;
  private static final int RED = 1;
  private static final int NOTHING_RAN = 2;
  private static final int ONLY_INCONCLUSIVE = 3;
  private static final int BROKEN = 4;

  /** From what decides first to what decides last. */
  private static final List<Verdict> RANKS =
      List.of(
          Verdict.FAIL,
          Verdict.ERROR,
          Verdict.INCONCLUSIVE,
          Verdict.NON_STRICT,
          Verdict.PASS,
          Verdict.INFO,
          Verdict.NOT_RUN,
          Verdict.SKIPPED);

  public RunVerdict {
    EnumMap<Verdict, Integer> copy = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      copy.put(verdict, totals.getOrDefault(verdict, 0));
    }
    totals = Collections.unmodifiableMap(copy);
  }

  /** Adds up the verdicts of all cases. */
  public static RunVerdict of(List<Verdict> verdicts) {
    EnumMap<Verdict, Integer> totals = new EnumMap<>(Verdict.class);
    for (Verdict verdict : verdicts) {
      totals.merge(verdict, 1, Integer::sum);
    }
    return new RunVerdict(totals);
  }

  /** How many cases ended so. */
  public int count(Verdict verdict) {
    return totals.getOrDefault(verdict, 0);
  }

  /** The verdict of the run; not applicable if no case was more than that. */
  public Verdict overall() {
    for (Verdict verdict : RANKS) {
      if (count(verdict) > 0) {
        return verdict;
      }
    }
    return Verdict.NOT_APPLICABLE;
  }

  /**
   * What a process that ran this should exit with: 0 nothing is red, 1 a requirement is broken, 2
   * nothing ran, 3 nothing worse than inconclusive, 4 the environment broke.
   *
   * @param strict whether a recommendation that is not followed is red
   */
  public int exitCode(boolean strict) {
    if (strict && overall() != Verdict.ERROR && count(Verdict.NON_STRICT) > 0) {
      return RED;
    }
    return switch (overall()) {
      case FAIL -> RED;
      case ERROR -> BROKEN;
      case INCONCLUSIVE -> ONLY_INCONCLUSIVE;
      case NON_STRICT, PASS, INFO -> GREEN;
      case NOT_APPLICABLE, SKIPPED, NOT_RUN -> NOTHING_RAN;
    };
  }
}
