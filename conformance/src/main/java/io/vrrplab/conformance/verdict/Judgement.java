package io.vrrplab.conformance.verdict;

import org.jspecify.annotations.Nullable;

/**
 * The verdict of a case as it grows: a worse one replaces a better, and of several equally bad ones
 * the first keeps its reason.
 *
 * @param verdict the worst so far; null while nothing was judged
 * @param reason why, in words; empty while nothing was judged
 */
public record Judgement(@Nullable Verdict verdict, String reason) {

  /** Nothing was judged yet. */
  public static final Judgement NONE = new Judgement(null, "");

  /** The judgement after one more step. */
  public Judgement and(Verdict next, String nextReason) {
    boolean replaces = verdict == null || verdict.orWorse(next) != verdict;
    return replaces ? new Judgement(next, nextReason) : this;
  }
}
