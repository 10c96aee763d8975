package io.vrrplab.vrrp;

import org.jspecify.annotations.Nullable;

/** The states of RFC 3768 6.3 and RFC 9568 6.3. RFC 9568 calls the Master Active. */
public sealed interface VrrpState {

  /** Where every virtual router begins: waits for a Startup event, no more (RFC 9568 6.4.1). */
  record Initialize() implements VrrpState {}

  /**
   * Watches the Master (RFC 9568 6.4.2). The running Master_Down_Timer belongs to whoever carries
   * out the actions.
   *
   * @param masterAdverIntervalCs Master_Adver_Interval, centiseconds; in version 2 always the own
   *     interval
   * @param skewIntervalCs the interval from which Skew_Time was last computed, centiseconds; the
   *     same, except in a router that reads RFC 5798 6.4.2 (455) to the letter
   * @param preemptDelay how far the delay before a preemption has come; no RFC knows one
   * @param versions in which versions the Master speaks; null before one was heard, and where
   *     versions are not mixed
   */
  record Backup(
      int masterAdverIntervalCs,
      int skewIntervalCs,
      PreemptDelay preemptDelay,
      @Nullable MasterVersions versions)
      implements VrrpState {

    /** A Backup that understands one version. */
    public Backup(int masterAdverIntervalCs, int skewIntervalCs, PreemptDelay preemptDelay) {
      this(masterAdverIntervalCs, skewIntervalCs, preemptDelay, null);
    }

    /** A Backup that has heard no lower priority yet. */
    public Backup(int masterAdverIntervalCs, int skewIntervalCs) {
      this(masterAdverIntervalCs, skewIntervalCs, PreemptDelay.NOT_STARTED);
    }

    /**
     * Whether an advert is the version 2 copy of what the Master says in version 3, which counts
     * for nothing (RFC 9568 8.4.2).
     */
    public boolean ignores(Advert advert) {
      return versions != null && versions.repeats(advert);
    }

    Backup withPreemptDelay(PreemptDelay changed) {
      return new Backup(masterAdverIntervalCs, skewIntervalCs, changed, versions);
    }

    Backup withVersions(@Nullable MasterVersions changed) {
      return new Backup(masterAdverIntervalCs, skewIntervalCs, preemptDelay, changed);
    }
  }

  /** The delay of keepalived's {@code preempt_delay}, which a Master of lower priority starts. */
  enum PreemptDelay {
    /** The Master has our priority or a higher one, or none was heard. */
    NOT_STARTED,
    /** A Master of lower priority was heard and is still obeyed. */
    RUNNING,
    /** It is obeyed no more. */
    OVER
  }

  /** Forwards for the virtual router and advertises (RFC 9568 6.4.3). */
  record Master() implements VrrpState {}

  /** The word that people read: Initialize, Backup, Master. */
  default String label() {
    return switch (this) {
      case Initialize _ -> "Initialize";
      case Backup _ -> "Backup";
      case Master _ -> "Master";
    };
  }
}
