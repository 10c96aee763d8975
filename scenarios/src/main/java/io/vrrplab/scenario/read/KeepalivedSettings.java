package io.vrrplab.scenario.read;

import io.vrrplab.vrrp.AcceptanceRules;
import io.vrrplab.vrrp.AcceptanceRules.AddressList;
import io.vrrplab.vrrp.AnnouncementRules;
import io.vrrplab.vrrp.AnnouncementRules.Burst;
import io.vrrplab.vrrp.ElectionRules;
import io.vrrplab.vrrp.ElectionRules.AdvertTimer;
import io.vrrplab.vrrp.ElectionRules.LosingAdvert;
import io.vrrplab.vrrp.ElectionRules.PartingAdvert;
import io.vrrplab.vrrp.MacChoice;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.RejectReason;

/** Works keepalived's settings of a virtual router into the profile of its version. */
final class KeepalivedSettings {

  private KeepalivedSettings() {}

  static Profile profile(Cursor at, Profile version) {
    int adverts = whole(at, "down-timer-adverts", version.timers().downTimerAdverts());
    boolean virtualMac = at.flag("use-vmac", false);
    Profile settled =
        version
            .withTimers(version.timers().withDownTimerAdverts(Math.clamp(adverts, 1, 100)))
            .withElection(election(at, version.election()))
            .withAcceptance(acceptance(at, version.acceptance()))
            .withAnnouncements(announcements(at, version.announcements(), virtualMac));
    return virtualMac && !at.flag("vmac-xmit-base", false)
        ? settled.withSending(settled.sending().withAdvertSource(MacChoice.VIRTUAL))
        : settled;
  }

  private static ElectionRules election(Cursor at, ElectionRules rules) {
    boolean strict = at.flag("strict", false);
    ElectionRules changed = rules;
    if (strict || at.flag("lower-prio-no-advert", false)) {
      LosingAdvert answer = strict ? LosingAdvert.SILENT : LosingAdvert.ANNOUNCE;
      changed =
          changed
              .withLosingAdvert(answer, AdvertTimer.KEPT)
              .withTimerAfterRejected(AdvertTimer.KEPT);
    }
    return at.flag("higher-prio-send-advert", false)
        ? changed.withPartingAdvert(PartingAdvert.SENT)
        : changed;
  }

  private static AcceptanceRules acceptance(Cursor at, AcceptanceRules rules) {
    AcceptanceRules changed =
        at.flag("owner-ignore-adverts", false) ? rules.dropping(RejectReason.OWNER) : rules;
    boolean relaxed =
        at.flag("skip-check-adv-addr", false) && changed.addressList() == AddressList.DROPPED;
    return relaxed ? changed.withAddressList(AddressList.DROPPED_FROM_ANOTHER_SENDER) : changed;
  }

  private static AnnouncementRules announcements(
      Cursor at, AnnouncementRules rules, boolean virtualMac) {
    int repeats = Math.clamp(whole(at, "garp-master-repeat", rules.takeover().repeats()), 1, 255);
    long delay = nanos(at, "garp-master-delay", rules.takeover().secondAfterNanos());
    Burst lower =
        new Burst(
            Math.clamp(whole(at, "garp-lower-prio-repeat", repeats), 0, 255),
            nanos(at, "garp-lower-prio-delay", delay));
    AnnouncementRules changed =
        rules
            .withTakeover(new Burst(repeats, delay))
            .withReassertion(at.flag("strict", false) ? Burst.NONE : lower)
            .withRefresh(
                nanos(at, "garp-master-refresh", rules.refreshNanos()),
                Math.clamp(
                    whole(at, "garp-master-refresh-repeat", rules.refreshRepeats()), 1, 255));
    return virtualMac ? changed.withAnnouncedMac(MacChoice.VIRTUAL) : changed;
  }

  /** The duration under a key, nanoseconds. */
  static long nanos(Cursor at, String key, long otherwise) {
    return QuantityBinder.bind(at, key, Range.TIME, (double) otherwise).asLong();
  }

  private static int whole(Cursor at, String key, int otherwise) {
    return (int) at.whole(key).orElse(otherwise);
  }
}
