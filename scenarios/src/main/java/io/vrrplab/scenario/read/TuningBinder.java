package io.vrrplab.scenario.read;

import io.vrrplab.keepalived.config.AdvertRules;
import io.vrrplab.keepalived.config.Unicast.OldChecksum;
import io.vrrplab.keepalived.config.VirtualMac;
import io.vrrplab.scenario.spec.Announcing;
import io.vrrplab.scenario.spec.Quantity;
import io.vrrplab.scenario.spec.Tuning;
import io.vrrplab.vrrp.AddressWatch;
import io.vrrplab.vrrp.AnnouncementRules;
import io.vrrplab.vrrp.Profile;
import java.util.Optional;

/** Binds what a scenario says in keepalived's words. */
final class TuningBinder {

  private TuningBinder() {}

  /** What an entry says; the rest is as the version has it. */
  static Tuning bind(Cursor at, Profile version) {
    boolean strict = at.flag("strict", false);
    return new Tuning(
        strict ? Quantity.of(0) : QuantityBinder.bind(at, "preempt-delay", Range.TIME, 0),
        number(
            at, "down-timer-adverts", Range.SILENT_INTERVALS, version.timers().downTimerAdverts()),
        announcing(at, version.announcements()),
        new AdvertRules(
            at.flag("lower-prio-no-advert", false),
            at.flag("higher-prio-send-advert", false),
            at.flag("owner-ignore-adverts", false),
            at.flag("check-unicast-src", false),
            at.flag("skip-check-adv-addr", false),
            strict,
            at.flag("v3-checksum-as-v2", false)),
        new VirtualMac(at.flag("use-vmac", false), at.flag("vmac-xmit-base", false), false),
        number(at, "timer-expired-backup", Range.PRIORITY, 0),
        oldChecksum(at),
        !at.flag("dont-track-primary", false),
        AddressWatch.DEFAULT,
        Optional.empty());
  }

  private static OldChecksum oldChecksum(Cursor at) {
    return switch (at.text("old-unicast-checksum").orElse("")) {
      case "always" -> OldChecksum.ALWAYS;
      case "never" -> OldChecksum.NEVER;
      default -> OldChecksum.WHERE_HEARD;
    };
  }

  private static Announcing announcing(Cursor at, AnnouncementRules rules) {
    Quantity delay = time(at, "garp-master-delay", rules.takeover().secondAfterNanos());
    Quantity repeat = number(at, "garp-master-repeat", Range.REPEATS, rules.takeover().repeats());
    return new Announcing(
        delay,
        repeat,
        time(at, "garp-master-refresh", rules.refreshNanos()),
        number(at, "garp-master-refresh-repeat", Range.REPEATS, rules.refreshRepeats()),
        QuantityBinder.bind(at, "garp-lower-prio-delay", Range.TIME).orElse(delay),
        QuantityBinder.bind(at, "garp-lower-prio-repeat", Range.OCTET).orElse(repeat),
        Quantity.of(0),
        false,
        time(at, "garp-interval", 0));
  }

  private static Quantity time(Cursor at, String key, long otherwise) {
    return QuantityBinder.bind(at, key, Range.TIME, (double) otherwise);
  }

  private static Quantity number(Cursor at, String key, Range range, int otherwise) {
    return QuantityBinder.bind(at, key, range, otherwise);
  }
}
