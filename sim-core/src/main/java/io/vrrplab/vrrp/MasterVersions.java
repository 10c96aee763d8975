package io.vrrplab.vrrp;

import io.vrrplab.wire.IpAddress;

/**
 * In which versions a Backup of mixed versions hears the Master that it obeys (RFC 9568 8.4.2).
 *
 * @param master the source of its adverts
 * @param version3 whether it was heard in version 3, so that its version 2 adverts are copies
 * @param latest the version of its latest advert, 2 or 3
 * @param inARow how many adverts of that version came without one of the other between them, from
 *     1; not counted beyond what is worth a report
 */
public record MasterVersions(IpAddress master, boolean version3, int latest, int inARow) {

  /**
   * As many adverts in a row tell of a Master that speaks one version: with fewer, lost frames
   * would. Master_Down_Interval gives it three chances to be heard, too.
   */
  private static final int TELLING = 3;

  /** What is known of a Master by its first advert. */
  static MasterVersions of(Advert advert) {
    return new MasterVersions(advert.source(), advert.version() == 3, advert.version(), 1);
  }

  /** Whether an advert is one of version 2 from a router that was heard in version 3. */
  boolean repeats(Advert advert) {
    return version3 && advert.version() == 2 && advert.source().equals(master);
  }

  /** What is known after one more advert of the Master, who may be another one by now. */
  MasterVersions after(Advert advert) {
    if (!advert.source().equals(master)) {
      return of(advert);
    }
    int heard = advert.version();
    int row = heard == latest ? Math.min(inARow + 1, TELLING + 1) : 1;
    return new MasterVersions(master, version3 || heard == 3, heard, row);
  }

  /** Whether its latest advert made it plain that the Master speaks one version only. */
  public boolean tellsOfOne() {
    return inARow == TELLING;
  }
}
