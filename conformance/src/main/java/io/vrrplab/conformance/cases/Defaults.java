package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.bench.Window.SOON;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.Seen;

/**
 * RFC 3768 5.3 and 6.1, RFC 5798 and RFC 9568 5.2 and 6.1: what a router assumes that is told its
 * VRID and its addresses, and nothing else.
 */
public final class Defaults {

  private static void assume(Bench bench) {
    bench.configure(bench.settings().asAssumed());
  }

  @Case(
      id = "default-priority",
      title = "a router that is told no priority advertises 100",
      over = {IPV4, IPV6},
      obeys = "VRRP-ADDR-PRIO-DEFAULT-100")
  void priority(Bench bench) {
    assume(bench);
    bench.expectField(becomeMaster(bench), Field.VRRP_PRIORITY, 100);
  }

  @Case(
      id = "default-interval",
      title = "a router that is told no interval advertises one second",
      over = {IPV4, IPV6},
      obeys = {"VRRP-TMR-ADVINT-DEFAULT-V2", "VRRP-TMR-ADVINT-DEFAULT-V3"})
  void interval(Bench bench) {
    assume(bench);
    Seen advert = becomeMaster(bench);
    if (bench.rfc().version() == 2) {
      bench.expectField(advert, Field.VRRP_SECONDS, 1);
    } else {
      bench.expectField(advert, Field.VRRP_CENTISECONDS, 100);
    }
  }

  @Case(
      id = "default-timers",
      title = "a router that is told neither waits and advertises by 100 and one second",
      over = {IPV4, IPV6},
      refuses = {
        "VRRP-ADDR-PRIO-DEFAULT-100",
        "VRRP-TMR-ADVINT-DEFAULT-V2",
        "VRRP-TMR-ADVINT-DEFAULT-V3"
      })
  void timers(Bench bench) {
    assume(bench);
    long started = bench.nowNanos();
    bench.start();
    Seen advert = bench.expectAdvert("the first advert", bench.after(started, bench.masterDown()));
    Timers.expectCadence(bench, advert);
  }

  @Case(
      id = "default-preemption",
      title = "a router that is told nothing of preemption takes over from a lower priority",
      over = {IPV4, IPV6},
      obeys = "VRRP-ADDR-PREEMPT-DEFAULT")
  void preempts(Bench bench) {
    assume(bench);
    long rival = becomeBackup(bench);
    bench.pass(rival + bench.interval().fromNanos());
    bench.send("an advert of lower priority", bench.advert(50));
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "default-preemption-at-start",
      title =
          "a router that is told nothing of preemption does not wait for a lower Master to fail",
      over = {IPV4, IPV6},
      refuses = "VRRP-ADDR-PREEMPT-DEFAULT")
  void preemptsAtStart(Bench bench) {
    assume(bench);
    long started = bench.nowNanos();
    bench.start();
    for (int i = 1; i <= 3; i++) {
      bench.pass(started + i * bench.interval().fromNanos());
      bench.send("an advert of lower priority", bench.advert(50));
    }
    bench.expectAdvert("the takeover", bench.after(started, bench.masterDown()));
  }

  @Case(
      id = "default-accept",
      title = "a router that is told nothing of Accept_Mode takes nothing for a virtual address",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = "VRRP-ADDR-ACCEPT-DEFAULT")
  void acceptsNothing(Bench bench) {
    assume(bench);
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    VirtualAddresses.expectNoEcho(bench, bench.settings().virtualMac());
  }

  @Case(
      id = "default-accept-after-takeover",
      title = "not even after it took over, and by its own MAC",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = "VRRP-ADDR-ACCEPT-DEFAULT")
  void acceptsNothingAfterTakeover(Bench bench) {
    assume(bench);
    long rival = becomeBackup(bench);
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
    bench.pass(bench.nowNanos() + SOON.toNanos());
    VirtualAddresses.expectNoEcho(bench, bench.deviceMac());
  }
}
