package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.holdInBackup;
import static io.vrrplab.conformance.bench.Window.AT_ONCE;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Rivals;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.bench.Window;
import io.vrrplab.conformance.device.Settings;

/** RFC 3768 6.4.2, RFC 5798 6.4.2 and RFC 9568 6.4.2: what a Backup does. */
public final class BackupState {

  private static final int OWN_PRIORITY = Settings.IPV4.priority();
  private static final int LOWER_PRIORITY = 50;

  @Case(
      id = "backup-silent",
      title = "a Backup says nothing as long as its Master is heard",
      over = {IPV4, IPV6},
      obeys = {"VRRP-TX-ONLY-MASTER", "VRRP-SM-BKP-HIGHER-RESET"})
  void silent(Bench bench) {
    long rival = becomeBackup(bench);
    for (int i = 0; i < 10; i++) {
      bench.expectNone(
          "advert of a Backup", Anatomy::isAdvert, rival + bench.interval().fromNanos());
      rival = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    }
  }

  @Case(
      id = "backup-two-lost-adverts",
      title = "a Backup bears two adverts that are lost",
      over = {IPV4, IPV6},
      obeys = {"VRRP-TMR-MASTER-DOWN-FIRES", "VRRP-SM-STABLE-EQUAL-LOWER"})
  void bearsTwoLostAdverts(Bench bench) {
    long rival = becomeBackup(bench);
    bench.expectNone("advert", Anatomy::isAdvert, rival + 3 * bench.interval().fromNanos());
    rival = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "backup-advert-at-the-last-moment",
      title = "an advert just before Master_Down_Timer fires sets it back",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-BKP-HIGHER-RESET",
      refuses = "VRRP-TMR-MASTER-DOWN-FIRES")
  void heardAtTheLastMoment(Bench bench) {
    long first = becomeBackup(bench);
    Window due = bench.after(first, bench.masterDown());
    bench.pass(due.fromNanos() - 1_000_000);
    long rival = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "backup-advert-too-late",
      title = "an advert just after Master_Down_Timer fired comes too late to prevent a takeover",
      over = {IPV4, IPV6},
      obeys = {"VRRP-TMR-MASTER-DOWN-FIRES", "VRRP-SM-BKP-EXPIRE-TO-MASTER"})
  void heardTooLate(Bench bench) {
    long first = becomeBackup(bench);
    Seen takeover = bench.expectAdvert("the takeover", bench.after(first, bench.masterDown()));
    bench.pass(takeover.atNanos() + 1_000_000);
    long rival = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    bench.expectAdvert("the next takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "backup-equal-priority",
      title = "an advert of its own priority from a greater address holds a Backup",
      over = {IPV4, IPV6},
      obeys = {"VRRP-SM-BKP-EQUAL-RESET", "VRRP-SM-STABLE-EQUAL-LOWER"})
  void equalPriority(Bench bench) {
    expectHeldBy(bench, "an advert of equal priority", bench.advert(OWN_PRIORITY));
  }

  @Case(
      id = "backup-equal-priority-smaller-address",
      title = "addresses are not compared in Backup: a smaller one holds it as well",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-BKP-EQUAL-NO-TIEBREAK",
      refuses = "VRRP-SM-BKP-EQUAL-RESET")
  void equalPrioritySmallerAddress(Bench bench) {
    expectHeldBy(
        bench,
        "an advert of equal priority from below",
        bench.advert(OWN_PRIORITY).from(Rivals.lower(bench.settings().family())));
  }

  @Case(
      id = "backup-owner-heard",
      title = "an advert of the owner holds a Backup",
      over = {IPV4, IPV6},
      obeys = {"VRRP-SM-BKP-HIGHER-RESET", "VRRP-ADDR-PRIO-OWNER-255"})
  void ownerHeard(Bench bench) {
    expectHeldBy(bench, "the owner's advert", bench.advert(255));
  }

  private static void expectHeldBy(Bench bench, String what, TestAdvert advert) {
    long rival = becomeBackup(bench);
    bench.pass(rival + bench.interval().fromNanos());
    long last = bench.send(what, advert);
    bench.expectAdvert("the takeover", bench.after(last, bench.masterDown()));
  }

  @Case(
      id = "backup-lower-discarded",
      title = "with preemption on, a lower priority does not delay the takeover",
      over = {IPV4, IPV6},
      obeys = {
        "VRRP-SM-BKP-LOWER-DISCARD",
        "VRRP-SM-BKP-LOWER-NO-TIMER",
        "VRRP-SM-BKP-PREEMPT-TAKEOVER"
      })
  void lowerDiscarded(Bench bench) {
    long rival = becomeBackup(bench);
    bench.pass(rival + bench.interval().fromNanos());
    bench.send("an advert of lower priority", bench.advert(LOWER_PRIORITY));
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "backup-lower-holds-without-preemption",
      title = "with preemption off, a lower priority holds a Backup",
      over = {IPV4, IPV6},
      obeys = {"VRRP-SM-BKP-NOPREEMPT-RESET", "VRRP-SM-PREEMPT-PROHIBITED"},
      refuses = "VRRP-SM-BKP-PREEMPT-TAKEOVER")
  void lowerHoldsWithoutPreemption(Bench bench) {
    long rival = becomeBackup(bench, bench.settings().withPreempt(false));
    bench.pass(rival + bench.interval().fromNanos());
    long lower = bench.send("an advert of lower priority", bench.advert(LOWER_PRIORITY));
    bench.expectAdvert("the takeover", bench.after(lower, bench.masterDown()));
  }

  @Case(
      id = "backup-release",
      title = "after a release a Backup waits for Skew_Time only",
      over = {IPV4, IPV6},
      obeys = {"VRRP-SM-BKP-PRIO0-SKEW", "VRRP-ADDR-PRIO-ZERO-RESERVED"})
  void release(Bench bench) {
    becomeBackup(bench);
    long release = bench.send("the rival's release", bench.advert(0));
    bench.expectAdvert("the takeover", bench.after(release, bench.skew()));
  }

  @Case(
      id = "backup-release-of-another",
      title = "a release counts, whoever sends it",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-BKP-PRIO0-SKEW")
  void releaseOfAnother(Bench bench) {
    becomeBackup(bench);
    long release =
        bench.send(
            "a release from below", bench.advert(0).from(Rivals.lower(bench.settings().family())));
    bench.expectAdvert("the takeover", bench.after(release, bench.skew()));
  }

  @Case(
      id = "backup-release-then-advert",
      title = "a Master that speaks up within Skew_Time holds the Backup again",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-BKP-HIGHER-RESET",
      refuses = "VRRP-SM-BKP-PRIO0-SKEW")
  void releaseThenAdvert(Bench bench) {
    becomeBackup(bench);
    long release = bench.send("the rival's release", bench.advert(0));
    bench.pass(release + bench.skew().fromNanos() / 2);
    long next = bench.send("another rival's advert", bench.advert(RIVAL_PRIORITY));
    bench.expectAdvert("the takeover", bench.after(next, bench.masterDown()));
  }

  @Case(
      id = "backup-takeover-order",
      title = "at a takeover the advert comes before the announcement",
      over = {IPV4, IPV6},
      obeys = {"VRRP-SM-BKP-EXPIRE-ORDER", "VRRP-SM-BKP-EXPIRE-ADVERT"})
  void takeoverOrder(Bench bench) {
    long rival = becomeBackup(bench);
    Seen first =
        bench.expect(
            "the takeover's first frame",
            frame -> frame.isAdvert() || frame.isAnnouncement(),
            bench.after(rival, bench.masterDown()));
    if (!first.frame().isAdvert()) {
      throw bench.failed("an advert as the first frame of a takeover", "an announcement before it");
    }
  }

  @Case(
      id = "backup-takeover-announces",
      title = "at a takeover the address is announced",
      over = {IPV4, IPV6},
      obeys = {"VRRP-SM-BKP-EXPIRE-GARP", "VRRP-SM-BKP-EXPIRE-NA"},
      refuses = "VRRP-SM-BKP-EXPIRE-ADVERT")
  void takeoverAnnounces(Bench bench) {
    long rival = becomeBackup(bench);
    Seen takeover = bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
    bench.expect(
        "an announcement", Anatomy::isAnnouncement, bench.after(takeover.atNanos(), AT_ONCE));
  }

  @Case(
      id = "backup-takeover-cadence",
      title = "after a takeover adverts follow once an interval",
      over = {IPV4, IPV6},
      obeys = {"VRRP-SM-BKP-EXPIRE-ADVER-TIMER", "VRRP-SM-BKP-EXPIRE-TO-MASTER"})
  void takeoverCadence(Bench bench) {
    long rival = becomeBackup(bench);
    Timers.expectCadence(
        bench, bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown())));
  }

  @Case(
      id = "backup-stops-silently",
      title = "a Backup that is stopped says nothing, then or later",
      over = {IPV4, IPV6},
      obeys = {"VRRP-SM-BKP-SHUTDOWN-CANCEL", "VRRP-SM-BKP-SHUTDOWN-TO-INIT"})
  void stopsSilently(Bench bench) {
    long rival = becomeBackup(bench);
    holdInBackup(bench, rival, 1);
    bench.stop();
    bench.expectNone(
        "advert of a stopped Backup",
        Anatomy::isAdvert,
        bench.nowNanos() + 2 * bench.masterDown().toNanos());
  }
}
