package io.vrrplab.vrrp;

/**
 * One of several routers that share a virtual router while some are upgraded from version 2 to 3,
 * and what two of them are to each other (RFC 5798 8.4.3, RFC 9568 8.4.2.1).
 *
 * @param version 2 or 3
 * @param mixedVersions whether it speaks and understands version 2 besides version 3
 * @param priority 1 to 255
 * @param intervalCs Advertisement_Interval, centiseconds
 */
public record UpgradePartner(int version, boolean mixedVersions, int priority, int intervalCs) {

  private static final int SECOND_CS = 100;

  /** Whether they share a version, so that one hears the other. */
  public boolean understands(UpgradePartner other) {
    return version == other.version || mixedVersions || other.mixedVersions;
  }

  /**
   * Whether one of them discards the version 2 adverts of the other since its interval is another
   * one (RFC 3768 7.1).
   */
  public boolean isRefusedFor(UpgradePartner other) {
    return (version == 2 || other.version == 2)
        && understands(other)
        && OutgoingAdvert.wholeSeconds(intervalCs) != OutgoingAdvert.wholeSeconds(other.intervalCs);
  }

  /**
   * Whether this is a router of version 2 that is preferred to one below a second, as it should not
   * be (RFC 9568 8.4.2.1.1): the fast one would wait for it as long as version 2 takes.
   */
  public boolean outranksFaster(UpgradePartner other) {
    return version == 2
        && other.version == 3
        && other.intervalCs < SECOND_CS
        && priority > other.priority;
  }

  /** Whether its copies could be too many for routers of version 2 (RFC 9568 8.4.2.1.2). */
  public boolean overloadsVersion2() {
    return mixedVersions && intervalCs < SECOND_CS;
  }
}
