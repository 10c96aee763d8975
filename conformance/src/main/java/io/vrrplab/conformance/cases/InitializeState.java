package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.bench.Window.AT_ONCE;
import static io.vrrplab.conformance.bench.Window.SOON;
import static io.vrrplab.conformance.device.Ability.OWNERSHIP;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Questions;
import io.vrrplab.conformance.bench.RfcTimers;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.bench.Window;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.wire.IpAddress;

/** RFC 3768 6.4.1, RFC 5798 6.4.1 and RFC 9568 6.4.1: from Initialize onwards. */
public final class InitializeState {

  private static Settings owner(Bench bench) {
    return bench.settings().withPriority(255);
  }

  @Case(
      id = "baseline",
      title = "alone, it becomes Master; it yields to a higher priority and comes back",
      over = {IPV4, IPV6},
      obeys = {"VRRP-SM-TRANSITIONS", "VRRP-SM-BKP-EXPIRE-TO-MASTER", "VRRP-SM-CONVERGE-PREFERRED"})
  void baseline(Bench bench) {
    bench.start();
    long patience = 2 * bench.masterDown().toNanos();
    // The one place where silence is a failure although nothing was seen before it: a device that
    // never speaks would else leave every case inconclusive.
    bench.expectAdvert(
        "an advert of a device that is alone",
        new Window(bench.nowNanos(), bench.nowNanos() + patience));
    long rival = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    bench.expectNone(
        "advert while a higher priority is heard",
        Anatomy::isAdvert,
        rival + bench.interval().toNanos());
    bench.expectAdvert(
        "an advert after the rival fell silent", new Window(bench.nowNanos(), rival + patience));
  }

  @Case(
      id = "init-backup-waits",
      title = "a router that is not the owner first listens for Master_Down_Interval",
      over = {IPV4, IPV6},
      obeys = {
        "VRRP-SM-INIT-NONOWNER-TIMER",
        "VRRP-SM-INIT-NONOWNER-TO-BACKUP",
        "VRRP-SM-INIT-NONOWNER-MAI",
        "VRRP-TMR-MAI-INITIAL"
      })
  void backupWaits(Bench bench) {
    bench.configure(bench.settings().withIntervalCs(200));
    long started = bench.nowNanos();
    bench.start();
    bench.expectAdvert("the first advert", bench.after(started, bench.masterDown()));
  }

  @Case(
      id = "init-joins-group",
      title = "a router that starts joins the group of VRRP",
      over = {IPV4, IPV6},
      obeys = "VRRP-OPS-MULTICAST-JOIN")
  void joinsGroup(Bench bench) {
    IpAddress group = bench.settings().family().group();
    long started = bench.nowNanos();
    bench.start();
    bench.expect(
        "a report that joins " + group,
        frame -> frame.joins(group),
        bench.after(started, bench.interval()).from(started));
  }

  @Case(
      id = "init-owner-advertises",
      title = "the owner advertises as soon as it starts",
      over = {IPV4, IPV6},
      needs = OWNERSHIP,
      obeys = {
        "VRRP-SM-INIT-OWNER-ADVERT",
        "VRRP-SM-INIT-OWNER-TO-MASTER",
        "VRRP-ADDR-PRIO-OWNER-255"
      },
      refuses = "VRRP-ADDR-OWNER-DEF")
  void ownerAdvertises(Bench bench) {
    bench.configure(owner(bench));
    long started = bench.nowNanos();
    bench.start();
    bench.expectAdvert("the owner's first advert", bench.after(started, AT_ONCE));
  }

  @Case(
      id = "init-owner-announces",
      title = "the owner announces its address as soon as it starts",
      over = {IPV4, IPV6},
      needs = OWNERSHIP,
      obeys = {"VRRP-SM-INIT-OWNER-GARP", "VRRP-SM-INIT-OWNER-NA"})
  void ownerAnnounces(Bench bench) {
    Seen advert = becomeMaster(bench, owner(bench));
    bench.expect(
        "an announcement", Anatomy::isAnnouncement, bench.after(advert.atNanos(), AT_ONCE));
  }

  @Case(
      id = "init-owner-cadence",
      title = "the owner goes on once an interval",
      over = {IPV4, IPV6},
      needs = OWNERSHIP,
      obeys = "VRRP-SM-INIT-OWNER-ADVER-TIMER")
  void ownerCadence(Bench bench) {
    Timers.expectCadence(bench, becomeMaster(bench, owner(bench)));
  }

  @Case(
      id = "init-owner-preempts",
      title = "the owner takes over although its preemption is off",
      over = {IPV4, IPV6},
      needs = OWNERSHIP,
      obeys = "VRRP-SM-OWNER-PREEMPTS",
      refuses = "VRRP-SM-INIT-OWNER-ADVERT")
  void ownerPreempts(Bench bench) {
    bench.configure(owner(bench).withPreempt(false));
    bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    long started = bench.nowNanos();
    bench.start();
    bench.expectAdvert("the owner's first advert", bench.after(started, AT_ONCE));
  }

  @Case(
      id = "init-ignores-adverts",
      title = "before it starts, a router neither answers nor remembers an advert",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-INIT-QUIET")
  void ignoresAdverts(Bench bench) {
    bench.configure(bench.settings());
    bench.send("an advert of lower priority", bench.advert(50));
    bench.send("a release", bench.advert(0));
    bench.expectNone("frame", Anatomy::isAdvert, bench.nowNanos() + bench.masterDown().toNanos());
    long started = bench.nowNanos();
    bench.start();
    bench.expectAdvert("the first advert", bench.after(started, bench.masterDown()));
  }

  @Case(
      id = "init-restarts",
      title = "a Master that was stopped and started is a Backup first",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-MST-SHUTDOWN-TO-INIT",
      refuses = "VRRP-SM-TRANSITIONS")
  void restarts(Bench bench) {
    becomeMaster(bench);
    bench.stop();
    bench.pass(bench.nowNanos() + bench.interval().toNanos());
    long started = bench.nowNanos();
    bench.start();
    bench.expectAdvert(
        "the first advert",
        bench.after(started, RfcTimers.masterDown(bench.rfc(), bench.settings().priority(), 100)));
  }

  @Case(
      id = "announce-not-before-takeover",
      title = "no address is announced or answered for before the router is Master",
      over = {IPV4, IPV6},
      refuses = {"VRRP-ARP-BOOT-DELAY-GARP", "VRRP-ARP-BOOT-DELAY-REPLY", "VRRP-ND-BOOT-DELAY"})
  void announcesNothingEarly(Bench bench) {
    IpAddress address = bench.virtualAddress();
    long started = bench.nowNanos();
    bench.start();
    bench.send("where is " + address + "?", Questions.whoHas(address));
    bench.expectNone(
        "claim of " + address + " before the first advert",
        frame -> frame.claims(address),
        started + bench.masterDown().fromNanos() - bench.interval().fromNanos() / 2);
  }

  @Case(
      id = "owner-announces-when-ready",
      title = "an owner listens at the virtual router's MAC as soon as it announces it",
      over = {IPV4, IPV6},
      needs = OWNERSHIP,
      obeys = {"VRRP-ARP-BOOT-DELAY-GARP", "VRRP-ARP-BOOT-DELAY-REPLY", "VRRP-ND-BOOT-DELAY"})
  void announcesWhenReady(Bench bench) {
    bench.configure(owner(bench));
    IpAddress device = bench.deviceAddress();
    bench.send("where is " + device + "?", Questions.whoHas(device));
    long started = bench.nowNanos();
    bench.start();
    IpAddress address = bench.virtualAddress();
    if (bench.await(frame -> frame.claims(address), bench.after(started, SOON).toNanos()) == null) {
      throw bench.inconclusive("an owner that announces its address", "no announcement");
    }
    long asked = bench.send("a ping", Questions.ping(address, bench.settings().virtualMac()));
    bench.expect(
        "an answer to the ping", frame -> frame.isEchoReplyFrom(address), bench.after(asked, SOON));
  }
}
