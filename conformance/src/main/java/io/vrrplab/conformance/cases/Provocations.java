package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.bench.Window.AT_ONCE;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.RfcTimers;
import io.vrrplab.conformance.bench.Rivals;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.wire.IpAddress;

/**
 * RFC 3768 6.4.2 and 6.4.3, RFC 5798 and RFC 9568 likewise: what a Backup and a Master do when they
 * are given every occasion to do otherwise.
 */
public final class Provocations {

  private static final int OWN_PRIORITY = Settings.IPV4.priority();
  private static final int LOWER_PRIORITY = 50;
  private static final long EARLIER_NANOS = 1_000_000;

  private static Seen midway(Bench bench) {
    Seen advert = becomeMaster(bench);
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 2);
    return advert;
  }

  @Case(
      id = "backup-lower-flood",
      title = "with preemption on, no number of lower adverts moves the time of the takeover",
      over = {IPV4, IPV6},
      refuses = {"VRRP-SM-BKP-LOWER-DISCARD", "VRRP-SM-BKP-LOWER-NO-TIMER"})
  void lowerFlood(Bench bench) {
    long rival = becomeBackup(bench);
    long step = bench.interval().fromNanos() / 10;
    for (int i = 1; i <= 35; i++) {
      bench.expectNone("advert of a Backup", Anatomy::isAdvert, rival + i * step);
      bench.send("an advert of lower priority", bench.advert(LOWER_PRIORITY));
    }
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "backup-better-takes-over",
      title = "of two Backups the better one is first, and the other says nothing",
      over = {IPV4, IPV6},
      refuses = "VRRP-TMR-SKEW-ORDERING")
  void betterBackupFirst(Bench bench) {
    long master = becomeBackup(bench);
    long better =
        RfcTimers.masterDown(bench.rfc(), RIVAL_PRIORITY, bench.settings().intervalCs())
            .after(master)
            .toNanos();
    bench.expectNone("advert of the lesser Backup", Anatomy::isAdvert, better);
    long last = bench.send("the better Backup's first advert", bench.advert(RIVAL_PRIORITY));
    bench.expectAdvert("the takeover", bench.after(last, bench.masterDown()));
  }

  @Case(
      id = "backup-release-takeover-order",
      title = "after a release too, the advert comes before the announcement",
      over = {IPV4, IPV6},
      refuses = "VRRP-SM-BKP-EXPIRE-ORDER")
  void orderAfterRelease(Bench bench) {
    becomeBackup(bench);
    long release = bench.send("the rival's release", bench.advert(0));
    bench.expectNone(
        "announcement before the advert",
        frame -> frame.isAnnouncement(),
        bench.after(release, bench.skew()).fromNanos() - 1);
    Seen first =
        bench.expect(
            "the takeover's first frame",
            frame -> frame.isAdvert() || frame.isAnnouncement(),
            bench.after(release, bench.skew()));
    if (!first.frame().isAdvert()) {
      throw bench.failed("an advert as the first frame of a takeover", "an announcement before it");
    }
  }

  @Case(
      id = "master-answers-each-release",
      title = "a Master answers each release, stays, and counts its interval from the last answer",
      over = {IPV4, IPV6},
      refuses = {"VRRP-SM-MST-PRIO0-ADVERT", "VRRP-SM-MST-PRIO0-RESET", "VRRP-SM-MST-PRIO0-STAYS"})
  void answersEachRelease(Bench bench) {
    Seen last = midway(bench);
    for (int i = 0; i < 5; i++) {
      TestAdvert release = bench.advert(0);
      IpAddress below = Rivals.lower(bench.settings().family());
      long sent = bench.send("a release", i % 2 == 0 ? release : release.from(below));
      last = bench.expectAdvert("the answer", bench.after(sent, AT_ONCE));
      bench.expectNone(
          "advert at the old cadence",
          Anatomy::isAdvert,
          sent + bench.interval().fromNanos() * 9 / 10);
    }
    bench.expectAdvert("the next advert", bench.after(last.atNanos(), bench.interval()));
  }

  @Case(
      id = "master-higher-at-the-last-moment",
      title = "a Master that hears a better one just before its own advert sends that no more",
      over = {IPV4, IPV6},
      refuses = {"VRRP-SM-MST-HIGHER-CANCEL", "VRRP-SM-MST-HIGHER-TIMER"})
  void yieldsAtTheLastMoment(Bench bench) {
    Seen advert = becomeMaster(bench);
    long due = bench.after(advert.atNanos(), bench.interval()).fromNanos();
    bench.pass(due - EARLIER_NANOS);
    long rival = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "master-tie-byte-order",
      title = "the first octets of an address weigh most: a Master yields to 192.0.3.1",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-MST-EQUAL-GREATER-ADDR",
      refuses = "VRRP-SM-MST-TIE-UNSIGNED")
  void comparesInNetworkOrder(Bench bench) {
    midway(bench);
    IpAddress greater = Rivals.higherByFirstOctets(bench.settings().family());
    long rival =
        bench.send(
            "an advert of equal priority from " + greater,
            bench.advert(OWN_PRIORITY).from(greater));
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "master-tie-without-preemption",
      title = "a Master that loses a tie yields with preemption off as well",
      over = {IPV4, IPV6},
      refuses = "VRRP-SM-MST-PREEMPT-IGNORED")
  void losesTieWithoutPreemption(Bench bench) {
    bench.configure(bench.settings().withPreempt(false));
    midway(bench);
    long rival = bench.send("an advert of equal priority", bench.advert(OWN_PRIORITY));
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "timer-cadence-long",
      title = "of a hundred adverts none is left out, none comes twice, and none drifts",
      over = {IPV4, IPV6},
      refuses = {"VRRP-TMR-ADVER-FIRES", "VRRP-SM-MST-ADVER-SEND", "VRRP-SM-MST-ADVER-RESET"})
  void longCadence(Bench bench) {
    Seen advert = becomeMaster(bench);
    for (int i = 0; i < 100; i++) {
      advert =
          bench.expectAdvert("the next advert", bench.after(advert.atNanos(), bench.interval()));
    }
  }

  @Case(
      id = "master-assertion-settles",
      title = "a Master that answered a losing advert is back at one advert an interval",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      refuses = "VRRP-SM-MST-LOWER-NO-LOOP")
  void settles(Bench bench) {
    Seen before = midway(bench);
    long sent = bench.send("an advert of lower priority", bench.advert(LOWER_PRIORITY));
    bench.expectAdvert("the answer", bench.after(sent, AT_ONCE));
    Seen next =
        bench.expectAdvert("the next advert", bench.after(before.atNanos(), bench.interval()));
    Timers.expectCadence(bench, next);
  }
}
