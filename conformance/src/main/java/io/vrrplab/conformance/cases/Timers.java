package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.RfcTimers;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.device.Settings;

/** RFC 3768 6.1 and 6.2, RFC 5798 and RFC 9568 6.1 and 6.2: parameters and timers. */
public final class Timers {

  @Case(
      id = "timer-cadence",
      title = "a Master advertises once an interval",
      over = {IPV4, IPV6},
      obeys = {"VRRP-TMR-ADVER-FIRES", "VRRP-SM-MST-ADVER-SEND", "VRRP-SM-MST-ADVER-RESET"})
  void cadence(Bench bench) {
    expectCadence(bench, becomeMaster(bench));
  }

  @Case(
      id = "timer-cadence-3s",
      title = "an interval of three seconds is kept",
      over = {IPV4, IPV6},
      obeys = {"VRRP-TX-V2-ADVINT-OWN", "VRRP-TMR-ADVER-FIRES"})
  void cadenceOfThreeSeconds(Bench bench) {
    expectCadence(bench, becomeMaster(bench, bench.settings().withIntervalCs(300)));
  }

  @Case(
      id = "timer-cadence-100ms",
      title = "an interval of a tenth of a second is kept",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = {"VRRP-TMR-SUBSECOND", "VRRP-TMR-ADVER-FIRES"})
  void cadenceBelowASecond(Bench bench) {
    expectCadence(bench, becomeMaster(bench, bench.settings().withIntervalCs(10)));
  }

  static void expectCadence(Bench bench, Seen first) {
    Seen advert = first;
    for (int i = 0; i < 4; i++) {
      advert =
          bench.expectAdvert("the next advert", bench.after(advert.atNanos(), bench.interval()));
    }
  }

  @Case(
      id = "timer-down-priority-1",
      title = "a Backup of priority 1 takes over after Master_Down_Interval",
      over = {IPV4, IPV6},
      obeys = {"VRRP-TMR-MASTER-DOWN-FIRES", "VRRP-TMR-MDI-V2", "VRRP-TMR-MDI-V3"})
  void lowestPriority(Bench bench) {
    expectTakeover(bench, bench.settings().withPriority(1));
  }

  @Case(
      id = "timer-down-priority-100",
      title = "a Backup of priority 100 takes over after Master_Down_Interval",
      over = {IPV4, IPV6},
      obeys = {"VRRP-TMR-MASTER-DOWN-FIRES", "VRRP-TMR-MDI-V2", "VRRP-TMR-MDI-V3"})
  void usualPriority(Bench bench) {
    expectTakeover(bench, bench.settings());
  }

  @Case(
      id = "timer-down-priority-199",
      title = "a Backup of higher priority takes over earlier",
      over = {IPV4, IPV6},
      obeys = {"VRRP-TMR-SKEW-ORDERING", "VRRP-TMR-SKEW-V2", "VRRP-TMR-SKEW-V3"})
  void highPriority(Bench bench) {
    expectTakeover(bench, bench.settings().withPriority(199));
  }

  @Case(
      id = "timer-down-3s",
      title = "the skew of version 2 is counted in seconds, that of version 3 in intervals",
      over = {IPV4, IPV6},
      obeys = {"VRRP-TMR-SKEW-V2", "VRRP-TMR-SKEW-V3"})
  void longInterval(Bench bench) {
    expectTakeover(bench, bench.settings().withIntervalCs(300));
  }

  @Case(
      id = "timer-down-100ms",
      title = "a Backup takes over within a second where adverts are a tenth apart",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = {"VRRP-TMR-SUBSECOND", "VRRP-TMR-MDI-V3"})
  void shortInterval(Bench bench) {
    expectTakeover(bench, bench.settings().withIntervalCs(10));
  }

  private static void expectTakeover(Bench bench, Settings settings) {
    long rival = becomeBackup(bench, settings);
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "timer-learned-interval",
      title = "a Backup counts in the interval that its Master announces",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = {
        "VRRP-TMR-MAI-LEARNED",
        "VRRP-SM-BKP-LEARN-INTERVAL",
        "VRRP-SM-BKP-RECOMPUTE-MDI",
        "VRRP-RX-V3-ADVINT-KEEP"
      })
  void learnedInterval(Bench bench) {
    long rival = becomeBackup(bench);
    bench.pass(rival + bench.interval().fromNanos() / 2);
    long slower = bench.send("an advert every 2 s", bench.advert(RIVAL_PRIORITY, 200));
    bench.expectAdvert(
        "the takeover",
        bench.after(slower, RfcTimers.masterDown(bench.rfc(), bench.settings().priority(), 200)));
  }

  @Case(
      id = "timer-learned-skew",
      title = "a Backup works out its skew anew when it learns an interval",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      obeys = "VRRP-SM-BKP-RECOMPUTE-SKEW")
  void learnedSkew(Bench bench) {
    becomeBackup(bench);
    bench.send("an advert every 0.4 s", bench.advert(RIVAL_PRIORITY, 40));
    long release = bench.send("the rival's release", bench.advert(0, 40));
    bench.expectAdvert(
        "the takeover",
        bench.after(release, RfcTimers.skew(bench.rfc(), bench.settings().priority(), 40)));
  }

  @Case(
      id = "timer-own-interval-as-master",
      title = "a Master advertises at its own interval, whatever it learned before",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = "VRRP-TX-V3-ADVINT-OWN",
      refuses = {"VRRP-TMR-MAI-LEARNED", "VRRP-SM-BKP-EXPIRE-ADVER-TIMER"})
  void ownIntervalAsMaster(Bench bench) {
    becomeBackup(bench);
    long faster = bench.send("an advert every 0.4 s", bench.advert(RIVAL_PRIORITY, 40));
    Seen takeover =
        bench.expectAdvert(
            "the takeover",
            bench.after(
                faster, RfcTimers.masterDown(bench.rfc(), bench.settings().priority(), 40)));
    expectCadence(bench, takeover);
  }

  @Case(
      id = "timer-v2-learns-nothing",
      title = "a Backup of version 2 counts in its own interval only",
      rfcs = RFC3768,
      obeys = "VRRP-TMR-V2-NOT-LEARNED",
      refuses = "VRRP-RX-V2-ADVINT-MISMATCH")
  void version2LearnsNothing(Bench bench) {
    long rival = becomeBackup(bench);
    bench.send("an advert every 2 s", bench.advert(RIVAL_PRIORITY, 200));
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }
}
