package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.bench.Window.AT_ONCE;
import static io.vrrplab.conformance.device.Ability.OWNERSHIP;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Questions;
import io.vrrplab.conformance.bench.Rivals;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.bench.Window;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;

/**
 * What happens between routers and hardly anybody looks at: ties at the start, partitions that
 * heal, adverts on odd ways, an owner that comes back.
 */
public final class SeveralRouters {

  @Case(
      id = "tie-at-start-greater-rival",
      title = "of two that take over at once, the one with the smaller address yields",
      over = {IPV4, IPV6},
      obeys = {"VRRP-SM-MST-EQUAL-GREATER-ADDR", "VRRP-SM-CONVERGE-PREFERRED"})
  void tieAtStart(Bench bench) {
    Seen first = becomeMaster(bench);
    int own = bench.settings().priority();
    long rival = bench.send("an equal's first advert", bench.advert(own));
    if (rival > first.atNanos() + bench.interval().fromNanos()) {
      throw bench.inconclusive("two first adverts at once", "the device's came too late");
    }
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "tie-at-start-smaller-rival",
      title = "of two that take over at once, the one with the greater address goes on",
      over = {IPV4, IPV6},
      obeys = {"VRRP-SM-MST-EQUAL-SMALLER-ADDR", "VRRP-SM-CONVERGE-PREFERRED"})
  void tieAtStartWon(Bench bench) {
    Seen first = becomeMaster(bench);
    int own = bench.settings().priority();
    TestAdvert equal = bench.advert(own).from(Rivals.lower(bench.settings().family()));
    long sent = bench.send("an equal's first advert", equal);
    if (bench.rfc() == RFC9568) {
      bench.expectAdvert("the answer", bench.after(sent, AT_ONCE));
    }
    Timers.expectCadence(bench, first);
  }

  @Case(
      id = "three-start-together",
      title = "of three that take over at once, the lowest stays silent while the highest speaks",
      over = {IPV4, IPV6},
      obeys = {"VRRP-SM-CONVERGE-PREFERRED", "VRRP-SM-MST-HIGHER-TO-BACKUP"})
  void threeAtOnce(Bench bench) {
    becomeMaster(bench);
    TestAdvert middle =
        bench.advert(RIVAL_PRIORITY - 50).from(Rivals.lower(bench.settings().family()));
    bench.send("the second rival's first advert", middle);
    long rival = bench.send("the first rival's first advert", bench.advert(RIVAL_PRIORITY));
    for (int i = 0; i < 3; i++) {
      bench.expectNone(
          "advert of a Backup", Anatomy::isAdvert, rival + bench.interval().fromNanos());
      rival = bench.send("the first rival's advert", bench.advert(RIVAL_PRIORITY));
    }
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "partition-heals",
      title = "when a partition heals, the lower of two Masters falls silent and stays so",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-MST-HIGHER-TO-BACKUP",
      refuses = {
        "VRRP-TX-ONLY-MASTER",
        "VRRP-SM-CONVERGE-PREFERRED",
        "VRRP-SM-BKP-EXPIRE-TO-MASTER"
      })
  void partitionHeals(Bench bench) {
    long rival = becomeBackup(bench);
    Seen takeover = bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
    Timers.expectCadence(bench, takeover);
    rival = bench.send("the rival's advert, heard again", bench.advert(RIVAL_PRIORITY));
    for (int i = 0; i < 5; i++) {
      bench.expectNone(
          "advert of a Backup", Anatomy::isAdvert, rival + bench.interval().fromNanos());
      rival = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    }
  }

  @Case(
      id = "rx-own-advert",
      title = "an advert of its own that comes back does not make a Master yield",
      over = {IPV4, IPV6},
      refuses = {"VRRP-SM-MST-HIGHER-TO-BACKUP", "VRRP-SM-MST-EQUAL-SMALLER-ADDR"})
  void ownAdvertReturns(Bench bench) {
    Seen advert = becomeMaster(bench);
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 2);
    TestAdvert copy = TestAdvert.read(advert.frame());
    // over a loop, not from the virtual MAC: the switch is to go on sending that to the device
    long sent = bench.send("its own advert", copy.frameFrom(Questions.HOST));
    bench.pass(sent + bench.interval().fromNanos() / 4);
    Window due = bench.after(advert.atNanos(), bench.interval());
    Seen next = bench.expectAdvert("the next advert", due);
    Timers.expectCadence(bench, next);
  }

  @Case(
      id = "rx-other-destination",
      title = "an advert that was not sent to the group hastens no takeover",
      over = {IPV4, IPV6},
      refuses = {"VRRP-TMR-MASTER-DOWN-FIRES", "VRRP-TX-DST-IPV4", "VRRP-TX-DST-IPV6"})
  void otherDestination(Bench bench) {
    long rival = becomeBackup(bench);
    bench.pass(rival + bench.interval().fromNanos() / 2);
    TestAdvert advert = bench.advert(RIVAL_PRIORITY).to(bench.deviceAddress());
    long sent = bench.send("an advert to the device alone", advert.frameTo(bench.deviceMac()));
    // no document says whether it counts
    long earliest = bench.after(rival, bench.masterDown()).fromNanos();
    long latest = bench.after(sent, bench.masterDown()).toNanos();
    bench.expectAdvert("the takeover", new Window(earliest, latest));
  }

  @Case(
      id = "rx-other-mac",
      title = "an advert counts whatever MAC it comes from",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-BKP-HIGHER-RESET",
      refuses = "VRRP-TX-SRC-MAC-VIRTUAL")
  void otherMac(Bench bench) {
    long rival = becomeBackup(bench);
    bench.pass(rival + bench.interval().fromNanos() / 2);
    TestAdvert advert = bench.advert(RIVAL_PRIORITY);
    long sent = bench.send("an advert from another MAC", advert.frameFrom(Questions.HOST));
    bench.expectAdvert("the takeover", bench.after(sent, bench.masterDown()));
  }

  @Case(
      id = "owner-boot-virtual-mac",
      title = "an owner that starts ties its address to the virtual router's MAC only",
      over = {IPV4, IPV6},
      needs = OWNERSHIP,
      obeys = {
        "VRRP-ARP-BOOT-ONLY-VMAC",
        "VRRP-ND-BOOT-ONLY-VMAC",
        "VRRP-ARP-IFCONF-GARP",
        "VRRP-ND-IFCONF-NA"
      },
      refuses = {"VRRP-ARP-BOOT-NOT-PHYS", "VRRP-ND-BOOT-NOT-PHYS"})
  void ownerBoots(Bench bench) {
    bench.configure(bench.settings().withPriority(255));
    long started = bench.nowNanos();
    bench.start();
    IpAddress address = bench.virtualAddress();
    long virtual = bench.settings().virtualMac().bits();
    Seen first =
        bench.expect(
            "a claim of " + address, f -> f.claims(address), bench.after(started, AT_ONCE));
    bench.expectField(first, LifeAnnouncements.claimedMac(first.frame()), virtual);
    bench.expectNone(
        "claim of " + address + " with another MAC",
        f -> f.claims(address) && f.claimedMac() != virtual,
        started + 10 * bench.interval().fromNanos());
  }

  @Case(
      id = "owner-restart-no-probe",
      title = "an owner that comes back does not let duplicate detection cost it its address",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      needs = OWNERSHIP,
      obeys = "VRRP-ND-DAD-SKIP")
  void ownerRestarts(Bench bench) {
    becomeMaster(bench, bench.settings().withPriority(255));
    bench.stop();
    bench.pass(bench.nowNanos() + bench.interval().toNanos());
    bench.send("the stand-in's advert", bench.advert(RIVAL_PRIORITY));
    bench.start();
    bench.expectNone(
        "probe for its own address",
        frame -> frame.isSolicitation() && frame.source().equals(Ipv6Address.ANY),
        bench.nowNanos() + bench.interval().fromNanos() / 2);
    expectClaimed(bench);
  }

  @Case(
      id = "owner-stopped-mac",
      title = "an owner that was stopped no longer says the virtual router's MAC for its address",
      over = {IPV4, IPV6},
      needs = OWNERSHIP,
      obeys = "VRRP-SM-MST-SHUTDOWN-TO-INIT",
      refuses = {"VRRP-ARP-MST-REPLY", "VRRP-ND-MST-REPLY"})
  void stoppedOwner(Bench bench) {
    becomeMaster(bench, bench.settings().withPriority(255));
    bench.pass(bench.nowNanos() + bench.interval().toNanos() / 2);
    bench.stop();
    bench.pass(bench.nowNanos() + bench.interval().toNanos());
    IpAddress address = bench.virtualAddress();
    long virtual = bench.settings().virtualMac().bits();
    long asked = bench.send("where is " + address + "?", Questions.whoHas(address));
    // under its interface's MAC the address may go on to be answered for: it is the owner's own
    bench.expectNone(
        "claim with the MAC of a virtual router that another one may run",
        frame -> frame.claims(address) && frame.claimedMac() == virtual,
        asked + bench.interval().toNanos());
  }

  /** The address is still claimed after a while. */
  private static void expectClaimed(Bench bench) {
    IpAddress address = bench.virtualAddress();
    long asked = bench.send("ND: where is " + address + "?", Questions.whoHas(address));
    bench.expect("an answer", frame -> frame.claims(address), bench.after(asked, Window.SOON));
  }
}
