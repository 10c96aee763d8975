package io.vrrplab.vrrp;

/**
 * How a Master tells hosts and switches where the virtual addresses are: gratuitous ARP over IPv4,
 * unsolicited neighbour advertisements over IPv6.
 *
 * @param takeover announcements at a takeover: one in RFC 9568 6.4.2, five and five more after five
 *     seconds in keepalived ({@code garp_master_repeat}, {@code garp_master_delay})
 * @param reassertion announcements after a losing advert was answered ({@code
 *     garp_lower_prio_repeat}, {@code garp_lower_prio_delay}); no repeats: none
 * @param refreshNanos period of further announcements, 0 for none ({@code garp_master_refresh})
 * @param refreshRepeats how many each time ({@code garp_master_refresh_repeat})
 * @param arpTarget what stands in the target hardware address of a gratuitous ARP
 * @param announcedMac the MAC that is announced, and given to who asks
 * @param routerFlag the R flag of neighbour advertisements
 * @param routerAdvertNanos period of a Master's router advertisements, the first at the takeover; 0
 *     if it sends none, as keepalived, which leaves them to radvd
 */
public record AnnouncementRules(
    Burst takeover,
    Burst reassertion,
    long refreshNanos,
    int refreshRepeats,
    ArpTarget arpTarget,
    MacChoice announcedMac,
    RouterFlag routerFlag,
    long routerAdvertNanos) {

  /**
   * A batch of announcements, back to back, and perhaps the same batch again later.
   *
   * @param repeats how often each address is announced, 0 to 255
   * @param secondAfterNanos when the batch comes again, 0 for never
   */
  public record Burst(int repeats, long secondAfterNanos) {

    /** No announcement at all. */
    public static final Burst NONE = new Burst(0, 0);

    /** One announcement for each address. */
    public static final Burst ONCE = new Burst(1, 0);

    public Burst {
      Checks.range("announcements", repeats, 0, 255);
      Checks.range("delay of the second batch", secondAfterNanos, 0, Long.MAX_VALUE);
    }
  }

  /** Target hardware address of a gratuitous ARP; hosts ignore it. */
  public enum ArpTarget {
    /** The MAC that is announced (RFC 9568 with EID 7947 and EID 7949). */
    ANNOUNCED_MAC,
    /** All ones, as keepalived and FRR send; the older RFCs are silent. */
    BROADCAST
  }

  /** The Router flag of neighbour advertisements. */
  public enum RouterFlag {
    /** Set (RFC 9568 6.4.2). */
    SET,
    /** Set if the interface forwards (keepalived). */
    IF_FORWARDING
  }

  public AnnouncementRules {
    Checks.range("announcements at a takeover", takeover.repeats(), 1, 255);
    Checks.range("refresh period", refreshNanos, 0, Long.MAX_VALUE);
    Checks.range("announcements at a refresh", refreshRepeats, 1, 255);
    Checks.range("period of router advertisements", routerAdvertNanos, 0, Long.MAX_VALUE);
  }

  /** The same with other announcements at a takeover. */
  public AnnouncementRules withTakeover(Burst changed) {
    return new AnnouncementRules(
        changed,
        reassertion,
        refreshNanos,
        refreshRepeats,
        arpTarget,
        announcedMac,
        routerFlag,
        routerAdvertNanos);
  }

  /** The same with other announcements after a losing advert. */
  public AnnouncementRules withReassertion(Burst changed) {
    return new AnnouncementRules(
        takeover,
        changed,
        refreshNanos,
        refreshRepeats,
        arpTarget,
        announcedMac,
        routerFlag,
        routerAdvertNanos);
  }

  /** The same with another refresh. */
  public AnnouncementRules withRefresh(long periodNanos, int repeats) {
    return new AnnouncementRules(
        takeover,
        reassertion,
        periodNanos,
        repeats,
        arpTarget,
        announcedMac,
        routerFlag,
        routerAdvertNanos);
  }

  /** The same with another MAC that is announced. */
  public AnnouncementRules withAnnouncedMac(MacChoice changed) {
    return new AnnouncementRules(
        takeover,
        reassertion,
        refreshNanos,
        refreshRepeats,
        arpTarget,
        changed,
        routerFlag,
        routerAdvertNanos);
  }

  /** Whether anything is ever announced later than at once. */
  boolean anyDelayed() {
    return takeover.secondAfterNanos() > 0
        || reassertion.secondAfterNanos() > 0
        || refreshNanos > 0;
  }
}
