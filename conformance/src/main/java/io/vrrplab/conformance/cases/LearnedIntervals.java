package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.RfcTimers;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.bench.Window;

/**
 * RFC 5798 and RFC 9568 5.2.7, 6.1 and 6.4: what is counted in whose interval. Where a router could
 * count in its own interval, in an earlier one or in seconds, these tell it apart.
 */
public final class LearnedIntervals {

  private static Window masterDown(Bench bench, int heardIntervalCs) {
    return RfcTimers.masterDown(bench.rfc(), bench.settings().priority(), heardIntervalCs);
  }

  private static Window skew(Bench bench, int heardIntervalCs) {
    return RfcTimers.skew(bench.rfc(), bench.settings().priority(), heardIntervalCs);
  }

  @Case(
      id = "timer-learned-twice",
      title = "the interval that a Backup heard last counts, from the first advert that has it",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = {"VRRP-SM-BKP-LEARN-INTERVAL", "VRRP-SM-BKP-RECOMPUTE-MDI"})
  void learnsTwice(Bench bench) {
    long rival = becomeBackup(bench);
    bench.pass(rival + bench.interval().fromNanos() / 2);
    long slower = bench.send("an advert every 3 s", bench.advert(RIVAL_PRIORITY, 300));
    bench.pass(slower + bench.interval().fromNanos());
    long last = bench.send("an advert every 2 s", bench.advert(RIVAL_PRIORITY, 200));
    bench.expectAdvert("the takeover", bench.after(last, masterDown(bench, 200)));
  }

  @Case(
      id = "timer-learned-skew-slower",
      title = "after a release the skew is counted in the slower interval of the one that left",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      refuses = "VRRP-SM-BKP-RECOMPUTE-SKEW")
  void slowerSkew(Bench bench) {
    becomeBackup(bench);
    bench.send("an advert every 3 s", bench.advert(RIVAL_PRIORITY, 300));
    long release = bench.send("the rival's release", bench.advert(0, 300));
    bench.expectAdvert("the takeover", bench.after(release, skew(bench, 300)));
  }

  @Case(
      id = "timer-release-skew-3s",
      title =
          "with adverts three seconds apart, version 2 skews by seconds, version 3 by intervals",
      over = {IPV4, IPV6},
      refuses = {"VRRP-TMR-SKEW-V2", "VRRP-TMR-SKEW-V3"})
  void skewOfThreeSeconds(Bench bench) {
    becomeBackup(bench, bench.settings().withIntervalCs(300));
    long release = bench.send("the rival's release", bench.advert(0));
    bench.expectAdvert("the takeover", bench.after(release, bench.skew()));
  }

  @Case(
      id = "timer-release-skew-100ms",
      title = "with adverts a tenth of a second apart the skew is below a tenth of a second",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = "VRRP-TMR-SKEW-V3")
  void skewBelowASecond(Bench bench) {
    becomeBackup(bench, bench.settings().withIntervalCs(10));
    long release = bench.send("the rival's release", bench.advert(0));
    bench.expectAdvert("the takeover", bench.after(release, bench.skew()));
  }

  @Case(
      id = "timer-cadence-10ms",
      title = "the shortest interval there is, a hundredth of a second, is kept from the start",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = "VRRP-TMR-SUBSECOND")
  void shortestInterval(Bench bench) {
    bench.configure(bench.settings().withIntervalCs(1));
    long started = bench.nowNanos();
    bench.start();
    Seen advert = bench.expectAdvert("the first advert", bench.after(started, bench.masterDown()));
    Timers.expectCadence(bench, advert);
  }

  @Case(
      id = "master-higher-priority-faster",
      title = "a Master that yields to a faster one waits in that one's interval",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = "VRRP-SM-MST-HIGHER-LEARN")
  void yieldsToFaster(Bench bench) {
    long first = becomeMaster(bench).atNanos();
    bench.pass(first + bench.interval().fromNanos() / 2);
    long rival = bench.send("an advert every 0.4 s", bench.advert(RIVAL_PRIORITY, 40));
    bench.expectAdvert("the takeover", bench.after(rival, masterDown(bench, 40)));
  }

  @Case(
      id = "master-higher-priority-release",
      title = "a Master that has just yielded skews in the interval that it learned by yielding",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = "VRRP-SM-MST-HIGHER-RECOMPUTE")
  void yieldsAndSkews(Bench bench) {
    long first = becomeMaster(bench).atNanos();
    bench.pass(first + bench.interval().fromNanos() / 2);
    long rival = bench.send("an advert every 3 s", bench.advert(RIVAL_PRIORITY, 300));
    bench.pass(rival + bench.interval().fromNanos());
    long release = bench.send("the rival's release", bench.advert(0, 300));
    bench.expectAdvert("the takeover", bench.after(release, skew(bench, 300)));
  }

  @Case(
      id = "init-restart-forgets",
      title = "a router that starts again counts in its own interval, not in one it once learned",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = {"VRRP-TMR-MAI-INITIAL", "VRRP-SM-INIT-NONOWNER-MAI"})
  void restartForgets(Bench bench) {
    becomeBackup(bench);
    bench.send("an advert every 3 s", bench.advert(RIVAL_PRIORITY, 300));
    bench.pass(bench.nowNanos() + bench.interval().fromNanos());
    bench.stop();
    bench.pass(bench.nowNanos() + bench.interval().fromNanos());
    long started = bench.nowNanos();
    bench.start();
    bench.expectAdvert("the first advert", bench.after(started, bench.masterDown()));
  }

  @Case(
      id = "slow-master-overtaken",
      title = "a fast Backup beside a slow Master is Master until it first hears that one",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = "VRRP-TMR-SLOW-HIGH-PRIO")
  void overtakesSlowMaster(Bench bench) {
    bench.configure(bench.settings().withIntervalCs(10));
    long started = bench.nowNanos();
    bench.start();
    bench.expectAdvert("the first advert", bench.after(started, bench.masterDown()));
    long rival = bench.send("an advert every 3 s", bench.advert(RIVAL_PRIORITY, 300));
    bench.expectNone(
        "advert beside the slow Master",
        Anatomy::isAdvert,
        rival + 10 * 3 * bench.interval().fromNanos());
  }

  @Case(
      id = "slow-master-no-oscillation",
      title = "once it heard the slow Master, a fast Backup stays one",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      refuses = "VRRP-TMR-SLOW-HIGH-PRIO")
  void staysBesideSlowMaster(Bench bench) {
    becomeMaster(bench, bench.settings().withIntervalCs(10));
    for (int i = 0; i < 5; i++) {
      long rival = bench.send("an advert every 3 s", bench.advert(RIVAL_PRIORITY, 300));
      bench.expectNone(
          "advert beside the slow Master",
          Anatomy::isAdvert,
          rival + RfcTimers.interval(300).fromNanos());
    }
  }
}
