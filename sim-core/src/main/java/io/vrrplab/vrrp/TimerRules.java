package io.vrrplab.vrrp;

/**
 * How a router computes its timers.
 *
 * @param rounding the unit of Skew_Time
 * @param downTimerAdverts how many silent intervals a Backup bears, 1 to 100: 3 in RFC 3768 6.1 and
 *     RFC 9568 6.1, {@code down_timer_adverts} in keepalived
 * @param learnedSkew what becomes of Skew_Time when a Backup learns an interval
 */
public record TimerRules(TimerRounding rounding, int downTimerAdverts, LearnedSkew learnedSkew) {

  /** What a version 3 Backup recomputes when it hears a new interval. */
  public enum LearnedSkew {
    /** Both timers: RFC 9568 6.4.2, and what RFC 5798 6.1 implies by its formula. */
    RECOMPUTED,
    /** Only Master_Down_Interval, as the single steps of RFC 5798 6.4.2 (450 to 460) have it. */
    STALE
  }

  public TimerRules {
    Checks.range("down-timer adverts", downTimerAdverts, 1, 100);
  }

  /** The same for a Backup that bears another number of silent intervals, 1 to 100. */
  public TimerRules withDownTimerAdverts(int changed) {
    return new TimerRules(rounding, changed, learnedSkew);
  }
}
