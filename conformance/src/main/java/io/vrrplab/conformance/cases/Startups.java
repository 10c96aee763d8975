package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.bench.Window.SOON;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.Questions;
import io.vrrplab.wire.IpAddress;

/**
 * RFC 3768 6.4.1, RFC 5798 and RFC 9568 6.4.1, and the Shutdown events of 6.4.2 and 6.4.3: routers
 * that come and go, and what provokes one that is not there.
 */
public final class Startups {

  @Case(
      id = "init-stopped-quiet",
      title = "a router that was stopped is silent whatever it is sent",
      over = {IPV4, IPV6},
      refuses = {
        "VRRP-SM-INIT-QUIET",
        "VRRP-SM-MST-SHUTDOWN-TO-INIT",
        "VRRP-SM-MST-SHUTDOWN-CANCEL"
      })
  void stoppedIsQuiet(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    bench.stop();
    bench.pass(bench.nowNanos() + SOON.toNanos());
    IpAddress address = bench.virtualAddress();
    bench.send("where is " + address + "?", Questions.whoHas(address));
    bench.send("an advert of lower priority", bench.advert(50));
    bench.send("a release", bench.advert(0));
    bench.send("where is " + address + "?", Questions.whoHasAt(address, bench.deviceMac()));
    bench.expectNone(
        "frame for the virtual router",
        frame -> frame.isAdvert() || frame.claims(address),
        bench.nowNanos() + 2 * bench.masterDown().toNanos());
  }

  @Case(
      id = "init-highest-priority-waits",
      title = "priority 254 does not make an owner: that router waits like any other",
      over = {IPV4, IPV6},
      refuses = {"VRRP-SM-INIT-NONOWNER-TO-BACKUP", "VRRP-SM-INIT-NONOWNER-TIMER"})
  void highestPriorityWaits(Bench bench) {
    bench.configure(bench.settings().withPriority(254));
    long started = bench.nowNanos();
    bench.start();
    bench.expectAdvert("the first advert", bench.after(started, bench.masterDown()));
  }

  @Case(
      id = "init-rejoins-group",
      title = "a router that starts again joins the group of VRRP again",
      over = {IPV4, IPV6},
      refuses = "VRRP-OPS-MULTICAST-JOIN")
  void rejoinsGroup(Bench bench) {
    IpAddress group = bench.settings().family().group();
    becomeMaster(bench);
    bench.stop();
    bench.pass(bench.nowNanos() + bench.masterDown().toNanos());
    long started = bench.nowNanos();
    bench.start();
    bench.expect(
        "a report that joins " + group,
        frame -> frame.joins(group),
        bench.after(started, bench.interval()).from(started));
  }

  @Case(
      id = "init-backup-announces-nothing",
      title = "a router that starts as Backup announces no virtual address",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = {"VRRP-ARP-IFCONF-GARP", "VRRP-ND-IFCONF-NA"})
  void backupAnnouncesNothing(Bench bench) {
    long started = bench.nowNanos();
    bench.start();
    bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    bench.expectNone(
        "claim of a Backup",
        frame -> frame.claims(bench.virtualAddress()),
        bench.after(started, bench.masterDown()).fromNanos() - 1);
    bench.expectAdvert("the first advert", bench.after(started, bench.masterDown()));
  }

  @Case(
      id = "backup-stops-without-release",
      title = "a Backup that is stopped sends no release, for it has nothing to give up",
      over = {IPV4, IPV6},
      refuses = "VRRP-SM-BKP-SHUTDOWN-TO-INIT")
  void noReleaseOfABackup(Bench bench) {
    long rival = becomeBackup(bench);
    bench.pass(rival + bench.interval().fromNanos() / 2);
    bench.stop();
    bench.expectNone("release of a Backup", Anatomy::isRelease, bench.nowNanos() + SOON.toNanos());
  }

  @Case(
      id = "backup-stopped-then-release",
      title = "a Backup that was stopped does not take over, not even when its Master leaves",
      over = {IPV4, IPV6},
      refuses = "VRRP-SM-BKP-SHUTDOWN-CANCEL")
  void stoppedBackupHearsRelease(Bench bench) {
    long rival = becomeBackup(bench);
    bench.pass(rival + bench.interval().fromNanos() / 2);
    bench.stop();
    bench.send("the rival's release", bench.advert(0));
    bench.expectNone(
        "advert of a stopped Backup",
        Anatomy::isAdvert,
        bench.nowNanos() + 2 * bench.masterDown().toNanos());
  }

  @Case(
      id = "no-preemption-after-restart",
      title = "with preemption off, the router that failed comes back and stays Backup",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = "VRRP-OPS-NO-OWNER-NO-PREEMPT")
  void noMoveBack(Bench bench) {
    becomeMaster(bench, bench.settings().withPreempt(false));
    bench.stop();
    bench.pass(bench.nowNanos() + bench.interval().toNanos());
    long sent = bench.send("the stand-in's advert", bench.advert(50));
    bench.start();
    for (int i = 0; i < 10; i++) {
      bench.expectNone("move back", Anatomy::isAdvert, sent + bench.interval().fromNanos());
      sent = bench.send("the stand-in's advert", bench.advert(50));
    }
  }

  @Case(
      id = "no-preemption-real-failure",
      title = "with preemption off, a failure of the stand-in still moves the role",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = "VRRP-OPS-NO-OWNER-NO-PREEMPT")
  void failureMovesTheRole(Bench bench) {
    becomeMaster(bench, bench.settings().withPreempt(false));
    bench.stop();
    bench.pass(bench.nowNanos() + bench.interval().toNanos());
    bench.start();
    long sent = bench.send("the stand-in's last advert", bench.advert(50));
    bench.expectAdvert("the takeover", bench.after(sent, bench.masterDown()));
  }

  @Case(
      id = "pkt-priority-254",
      title = "the highest priority of a router that is not the owner is told as it is",
      over = {IPV4, IPV6},
      obeys = "VRRP-ADDR-PRIO-BACKUP-RANGE")
  void highestPriority(Bench bench) {
    bench.expectField(
        becomeMaster(bench, bench.settings().withPriority(254)), Field.VRRP_PRIORITY, 254);
  }

  @Case(
      id = "pkt-priority-1",
      title = "the lowest priority never becomes the 0 of a release before its router is stopped",
      over = {IPV4, IPV6},
      refuses = {"VRRP-ADDR-PRIO-BACKUP-RANGE", "VRRP-ADDR-PRIO-ZERO-RESERVED"})
  void lowestPriority(Bench bench) {
    becomeMaster(bench, bench.settings().withPriority(1));
    bench.expectNone(
        "release of a router that stays",
        frame -> frame.isAdvert() && frame.value(Field.VRRP_PRIORITY) != 1,
        bench.nowNanos() + 5 * bench.interval().toNanos());
  }
}
