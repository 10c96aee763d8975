package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.bench.Window.AT_ONCE;
import static io.vrrplab.conformance.device.Ability.LINK;
import static io.vrrplab.conformance.device.Ability.OWNERSHIP;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Seen;

/**
 * RFC 3768 6.4.1, RFC 5798 6.4.1 and RFC 9568 6.4.1: a router whose interface goes down is in
 * Initialize, and starts anew when it comes up.
 */
public final class LinkEvents {

  @Case(
      id = "link-restarts-master",
      title = "a Master that loses its link is a Backup first when it comes back",
      over = {IPV4, IPV6},
      needs = LINK,
      obeys = {"VRRP-SM-TRANSITIONS", "VRRP-SM-INIT-NONOWNER-TO-BACKUP"})
  void restartsMaster(Bench bench) {
    Seen advert = becomeMaster(bench);
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 2);
    bench.link(false);
    bench.pass(bench.nowNanos() + bench.interval().toNanos());
    long up = bench.link(true);
    bench.expectAdvert("the first advert", bench.after(up, bench.masterDown()));
  }

  @Case(
      id = "link-restarts-backup",
      title = "a Backup that loses its link waits for all of Master_Down_Interval when it is back",
      over = {IPV4, IPV6},
      needs = LINK,
      obeys = "VRRP-SM-INIT-NONOWNER-TIMER",
      refuses = "VRRP-SM-INIT-NONOWNER-TO-BACKUP")
  void restartsBackup(Bench bench) {
    long rival = becomeBackup(bench);
    bench.pass(rival + bench.interval().fromNanos());
    bench.link(false);
    bench.pass(rival + bench.interval().fromNanos() * 3 / 2);
    long up = bench.link(true);
    bench.expectAdvert("the takeover", bench.after(up, bench.masterDown()));
  }

  @Case(
      id = "link-down-for-long",
      title = "a Backup that was cut off for long comes back as one",
      over = {IPV4, IPV6},
      needs = LINK,
      obeys = "VRRP-SM-CONVERGE-PREFERRED",
      refuses = "VRRP-TX-ONLY-MASTER")
  void cutOffForLong(Bench bench) {
    becomeBackup(bench);
    bench.link(false);
    bench.pass(bench.nowNanos() + 3 * bench.masterDown().toNanos());
    long up = bench.link(true);
    bench.expectNone(
        "advert of a Backup", Anatomy::isAdvert, up + 2 * bench.interval().fromNanos());
    long rival = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "link-forgets-interval",
      title = "a router that starts anew with its link counts in its own interval",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      needs = LINK,
      obeys = {"VRRP-SM-INIT-NONOWNER-MAI", "VRRP-TMR-MAI-INITIAL"})
  void forgetsWhatItLearned(Bench bench) {
    becomeBackup(bench);
    bench.send("an advert every 3 s", bench.advert(RIVAL_PRIORITY, 300));
    bench.pass(bench.nowNanos() + bench.interval().toNanos());
    bench.link(false);
    bench.pass(bench.nowNanos() + bench.interval().toNanos());
    long up = bench.link(true);
    bench.expectAdvert("the first advert", bench.after(up, bench.masterDown()));
  }

  @Case(
      id = "link-restarts-owner",
      title = "an owner advertises as soon as its link is back",
      over = {IPV4, IPV6},
      needs = {LINK, OWNERSHIP},
      obeys = {"VRRP-SM-INIT-OWNER-ADVERT", "VRRP-SM-INIT-OWNER-TO-MASTER"})
  void restartsOwner(Bench bench) {
    Seen advert = becomeMaster(bench, bench.settings().withPriority(255));
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 4);
    bench.link(false);
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 2);
    long up = bench.link(true);
    Seen first = bench.expectAdvert("the first advert", bench.after(up, AT_ONCE));
    Timers.expectCadence(bench, first);
  }
}
