package io.vrrplab.vrrp;

/**
 * Where implementations differ in the state machine.
 *
 * @param ownerStartup how an owner starts
 * @param losingAdvert what a Master does about an advert that loses against it
 * @param timerAfterReassertion what becomes of the Master's advert timer when it answered such an
 *     advert; RFC 9568 6.4.3 lists no reset
 * @param timerAfterRejected what becomes of it when a packet for the VRID failed a check;
 *     keepalived restarts it unless {@code vrrp_lower_prio_no_advert} is set, so that a stream of
 *     bad packets silences a Master
 * @param partingAdvert whether a Master that steps down sends one more advert
 */
public record ElectionRules(
    OwnerStartup ownerStartup,
    LosingAdvert losingAdvert,
    AdvertTimer timerAfterReassertion,
    AdvertTimer timerAfterRejected,
    PartingAdvert partingAdvert) {

  /** How a router of priority 255 starts. */
  public enum OwnerStartup {
    /** As Master, at once (RFC 3768 6.4.1, RFC 9568 6.4.1). */
    MASTER,
    /** As Backup for one microsecond (keepalived); the same on the wire. */
    BACKUP_FOR_A_MICROSECOND
  }

  /** A Master's answer to an advert of lower priority, or of its own from no higher address. */
  public enum LosingAdvert {
    /** None (RFC 3768 6.4.3, RFC 5798 6.4.3, FRR, keepalived's strict mode). */
    SILENT,
    /**
     * No advert, but the addresses announced again (keepalived with {@code lower_prio_no_advert}).
     */
    ANNOUNCE,
    /**
     * An advert at once (RFC 9568 6.4.3). The text has no guard: two Masters of equal priority and
     * equal address, or one that hears itself over a loop, answer each other without end.
     */
    ASSERT,
    /** An advert at once, and the addresses announced again (keepalived). */
    ASSERT_AND_ANNOUNCE
  }

  /** What becomes of a running advert timer. */
  public enum AdvertTimer {
    /** It goes on: the cadence stays. */
    KEPT,
    /** It starts anew with the whole interval. */
    RESTARTED
  }

  /** The last word of a Master that yields. */
  public enum PartingAdvert {
    /** None. */
    NONE,
    /** One advert ({@code vrrp_higher_prio_send_advert} in keepalived). */
    SENT
  }

  /** The same with another answer to losing adverts, which restarts the advert timer or not. */
  public ElectionRules withLosingAdvert(LosingAdvert changed, AdvertTimer afterIt) {
    return new ElectionRules(ownerStartup, changed, afterIt, timerAfterRejected, partingAdvert);
  }

  /** The same with another fate of the advert timer after a packet that was refused. */
  public ElectionRules withTimerAfterRejected(AdvertTimer changed) {
    return new ElectionRules(
        ownerStartup, losingAdvert, timerAfterReassertion, changed, partingAdvert);
  }

  /** The same with another last word. */
  public ElectionRules withPartingAdvert(PartingAdvert changed) {
    return new ElectionRules(
        ownerStartup, losingAdvert, timerAfterReassertion, timerAfterRejected, changed);
  }
}
