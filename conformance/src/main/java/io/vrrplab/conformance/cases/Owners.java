package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.bench.Window.AT_ONCE;
import static io.vrrplab.conformance.bench.Window.SOON;
import static io.vrrplab.conformance.device.Ability.OWNERSHIP;
import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Questions;
import io.vrrplab.conformance.bench.Rivals;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;

/**
 * RFC 3768 6.4, 7.1 and 8.2, RFC 5798 and RFC 9568 likewise: the router that owns the addresses.
 */
public final class Owners {

  private static final MacAddress STAND_IN = MacAddress.parse("02:00:5e:00:53:99");

  private static Seen start(Bench bench) {
    return becomeMaster(bench, bench.settings().withPriority(255));
  }

  /** Stops the owner, lets a stand-in speak, and starts it again; gives when that was. */
  private static long comeBack(Bench bench) {
    start(bench);
    bench.stop();
    bench.pass(bench.nowNanos() + bench.interval().toNanos());
    bench.send("the stand-in's advert", bench.advert(254));
    bench.pass(bench.nowNanos() + bench.interval().fromNanos() / 2);
    long started = bench.nowNanos();
    bench.start();
    return started;
  }

  @Case(
      id = "owner-announces-each",
      title = "an owner of three addresses announces all three as soon as it starts",
      over = {IPV4, IPV6},
      needs = OWNERSHIP,
      refuses = {"VRRP-SM-INIT-OWNER-GARP", "VRRP-SM-INIT-OWNER-NA"})
  void announcesEach(Bench bench) {
    Settings three = PacketFormat.threeAddresses(bench).withPriority(255);
    Seen advert = becomeMaster(bench, three);
    for (IpAddress address : three.addresses()) {
      bench.expect(
          "an announcement of " + address,
          frame -> frame.isAnnouncement() && frame.claims(address),
          bench.after(advert.atNanos(), AT_ONCE));
    }
  }

  @Case(
      id = "owner-second-advert",
      title = "the owner's second advert comes after an interval of its own, of three seconds here",
      over = {IPV4, IPV6},
      needs = OWNERSHIP,
      refuses = "VRRP-SM-INIT-OWNER-ADVER-TIMER")
  void secondAdvert(Bench bench) {
    bench.configure(bench.settings().withPriority(255).withIntervalCs(300));
    bench.start();
    Seen first = bench.await(Anatomy::isAdvert, bench.nowNanos() + SOON.toNanos());
    if (first == null) {
      throw bench.inconclusive("an owner that advertises as it starts", "no advert");
    }
    bench.expectAdvert("the second advert", bench.after(first.atNanos(), bench.interval()));
  }

  @Case(
      id = "owner-comes-back",
      title = "an owner that comes back takes over at once and stays, whatever its stand-in says",
      over = {IPV4, IPV6},
      needs = OWNERSHIP,
      refuses = {"VRRP-SM-OWNER-PREEMPTS", "VRRP-SM-INIT-OWNER-TO-MASTER"})
  void takesBack(Bench bench) {
    bench.configure(bench.settings().withPriority(255).withPreempt(false));
    becomeMaster(bench);
    bench.stop();
    bench.pass(bench.nowNanos() + bench.interval().toNanos());
    bench.send("the stand-in's advert", bench.advert(254));
    bench.pass(bench.nowNanos() + bench.interval().fromNanos() / 2);
    long started = bench.nowNanos();
    bench.start();
    Seen advert = bench.expectAdvert("the owner's advert", bench.after(started, AT_ONCE));
    Timers.expectCadence(bench, advert);
  }

  @Case(
      id = "owner-restart-virtual-mac",
      title = "an owner that comes back ties its address to the virtual router's MAC only",
      over = {IPV4, IPV6},
      needs = OWNERSHIP,
      obeys = {"VRRP-ARP-BOOT-NOT-PHYS", "VRRP-ND-BOOT-NOT-PHYS"},
      refuses = {"VRRP-ARP-BOOT-ONLY-VMAC", "VRRP-ND-BOOT-ONLY-VMAC"})
  void comesBackWithVirtualMac(Bench bench) {
    long started = comeBack(bench);
    IpAddress address = bench.virtualAddress();
    long virtual = bench.settings().virtualMac().bits();
    bench.expect("a claim of " + address, f -> f.claims(address), bench.after(started, AT_ONCE));
    for (Seen seen : bench.heard()) {
      if (seen.frame().claims(address)) {
        bench.expectField(seen, LifeAnnouncements.claimedMac(seen.frame()), virtual);
      }
    }
  }

  @Case(
      id = "owner-restart-answered",
      title = "an owner comes back at once although its stand-in says that the address is taken",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      needs = OWNERSHIP,
      refuses = "VRRP-ND-DAD-SKIP")
  void comesBackAlthoughTaken(Bench bench) {
    long started = comeBack(bench);
    Ipv6Address address = (Ipv6Address) bench.virtualAddress();
    bench.send("the stand-in: " + address + " is mine", Questions.movedTo(address, STAND_IN));
    Seen advert = bench.expectAdvert("the owner's advert", bench.after(started, AT_ONCE));
    Timers.expectCadence(bench, advert);
  }

  @Case(
      id = "owner-stop-releases",
      title = "an owner that is stopped sends a release as well",
      over = {IPV4, IPV6},
      needs = OWNERSHIP,
      refuses = "VRRP-SM-MST-SHUTDOWN-PRIO0")
  void stopReleases(Bench bench) {
    Seen advert = start(bench);
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 2);
    long stopped = bench.nowNanos();
    bench.stop();
    bench.expect("a release", Anatomy::isRelease, bench.after(stopped, AT_ONCE));
  }

  @Case(
      id = "owner-ignores-release",
      title = "an owner discards a release of another, and does not answer it",
      over = {IPV4, IPV6},
      rfcs = {RFC3768, RFC5798},
      needs = OWNERSHIP,
      obeys = "VRRP-RX-OWNER-DISCARD")
  void ignoresRelease(Bench bench) {
    Seen advert = start(bench);
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 2);
    bench.send("a release", bench.advert(0));
    Timers.expectCadence(bench, advert);
  }

  @Case(
      id = "owner-asserts",
      title = "of two owners the one with the greater address stays and answers at once",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      needs = OWNERSHIP,
      refuses = "VRRP-RX-OWNER-PROCESS")
  void asserts(Bench bench) {
    Seen advert = start(bench);
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 2);
    IpAddress below = Rivals.lower(bench.settings().family());
    long sent = bench.send("another owner's advert", bench.advert(255).from(below));
    bench.expectAdvert("the answer", bench.after(sent, AT_ONCE));
    Timers.expectCadence(
        bench, bench.expectAdvert("the next", bench.after(advert.atNanos(), bench.interval())));
  }
}
