package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.bench.Window.AT_ONCE;
import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
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
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;

/**
 * RFC 3768 6.4.3, RFC 5798 6.4.3 and RFC 9568 6.4.3: what a Master does about adverts and a stop.
 */
public final class MasterState {

  private static final int OWN_PRIORITY = Settings.IPV4.priority();
  private static final int LOWER_PRIORITY = 50;

  /** Greater than 192.0.2.11 only for who takes the first bit for a sign. */
  private static final Ipv4Address GREATER_IF_SIGNED = Ipv4Address.parse("10.0.2.200");

  /** Smaller than fe80::11 only for who takes the first bit of its second half for a sign. */
  private static final Ipv6Address SMALLER_IF_SIGNED = Ipv6Address.parse("fe80::8000:0:0:200");

  /** A Master, and half an interval after its last advert. */
  private static Seen midway(Bench bench) {
    Seen advert = becomeMaster(bench);
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 2);
    return advert;
  }

  @Case(
      id = "master-answers-release",
      title = "a Master answers a release with an advert at once",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-MST-PRIO0-ADVERT")
  void answersRelease(Bench bench) {
    midway(bench);
    long release = bench.send("a release", bench.advert(0));
    bench.expectAdvert("the answer", bench.after(release, AT_ONCE));
  }

  @Case(
      id = "master-release-restarts-timer",
      title = "after it answered a release, a Master waits a whole interval",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-MST-PRIO0-RESET")
  void releaseRestartsTimer(Bench bench) {
    midway(bench);
    long release = bench.send("a release", bench.advert(0));
    Seen answer = bench.expectAdvert("the answer", bench.after(release, AT_ONCE));
    bench.expectAdvert("the next advert", bench.after(answer.atNanos(), bench.interval()));
  }

  @Case(
      id = "master-release-from-greater-address",
      title = "a release makes no Master step down, not even from a greater address",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-MST-PRIO0-STAYS")
  void staysAfterRelease(Bench bench) {
    midway(bench);
    long release = bench.send("a release", bench.advert(0));
    Seen answer = bench.expectAdvert("the answer", bench.after(release, AT_ONCE));
    Timers.expectCadence(bench, answer);
  }

  @Case(
      id = "master-higher-priority",
      title = "a Master yields to a higher priority and waits for Master_Down_Interval",
      over = {IPV4, IPV6},
      obeys = {
        "VRRP-SM-MST-HIGHER-CANCEL",
        "VRRP-SM-MST-HIGHER-TO-BACKUP",
        "VRRP-SM-MST-HIGHER-TIMER"
      })
  void yieldsToHigherPriority(Bench bench) {
    midway(bench);
    long rival = bench.send("the rival's advert", bench.advert(RIVAL_PRIORITY));
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "master-higher-priority-learned",
      title = "a Master that yields counts in the interval of whom it yields to",
      over = {IPV4, IPV6},
      rfcs = {RFC5798, RFC9568},
      obeys = {"VRRP-SM-MST-HIGHER-LEARN", "VRRP-SM-MST-HIGHER-RECOMPUTE"})
  void learnsFromHigherPriority(Bench bench) {
    midway(bench);
    long rival = bench.send("an advert every 2 s", bench.advert(RIVAL_PRIORITY, 200));
    bench.expectAdvert(
        "the takeover", bench.after(rival, RfcTimers.masterDown(bench.rfc(), OWN_PRIORITY, 200)));
  }

  @Case(
      id = "master-yields-without-preemption",
      title = "preemption plays no part in Master: it yields with preemption off as well",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-MST-PREEMPT-IGNORED")
  void yieldsWithoutPreemption(Bench bench) {
    bench.configure(bench.settings().withPreempt(false));
    yieldsToHigherPriority(bench);
  }

  @Case(
      id = "master-tie-greater-address",
      title = "a Master yields to its own priority from a greater address",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-MST-EQUAL-GREATER-ADDR")
  void yieldsToGreaterAddress(Bench bench) {
    midway(bench);
    long rival = bench.send("an advert of equal priority", bench.advert(OWN_PRIORITY));
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "master-tie-smaller-address",
      title = "a Master stays at its own priority from a smaller address",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-MST-EQUAL-SMALLER-ADDR",
      refuses = {"VRRP-SM-MST-EQUAL-GREATER-ADDR", "VRRP-SM-MST-LOWER-SILENT"})
  void staysAtSmallerAddress(Bench bench) {
    expectToStay(
        bench,
        "an advert of equal priority from below",
        bench.advert(OWN_PRIORITY).from(Rivals.lower(bench.settings().family())));
  }

  @Case(
      id = "master-tie-unsigned",
      title = "addresses are compared as unsigned numbers",
      obeys = {"VRRP-SM-MST-TIE-UNSIGNED", "VRRP-SM-MST-EQUAL-SMALLER-ADDR"})
  void comparesUnsigned(Bench bench) {
    expectToStay(
        bench,
        "an advert of equal priority from " + GREATER_IF_SIGNED,
        bench.advert(OWN_PRIORITY).from(GREATER_IF_SIGNED));
  }

  @Case(
      id = "master-tie6-unsigned",
      title = "IPv6 addresses are compared as unsigned numbers",
      rfcs = {RFC5798, RFC9568},
      over = IPV6,
      obeys = {"VRRP-SM-MST-TIE-UNSIGNED", "VRRP-SM-MST-EQUAL-GREATER-ADDR"})
  void comparesUnsignedIpv6(Bench bench) {
    midway(bench);
    TestAdvert equal = bench.advert(OWN_PRIORITY).from(SMALLER_IF_SIGNED);
    long rival = bench.send("an advert of equal priority from " + SMALLER_IF_SIGNED, equal);
    bench.expectAdvert("the takeover", bench.after(rival, bench.masterDown()));
  }

  @Case(
      id = "master-lower-priority",
      title = "a Master stays at a lower priority",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-MST-LOWER-DISCARD")
  void staysAtLowerPriority(Bench bench) {
    expectToStay(bench, "an advert of lower priority", bench.advert(LOWER_PRIORITY));
  }

  /** The cadence must go on; RFC 9568 puts one more advert in between. */
  private static void expectToStay(Bench bench, String what, TestAdvert advert) {
    Seen before = midway(bench);
    long sent = bench.send(what, advert);
    if (bench.rfc() == RFC9568) {
      bench.expectAdvert("the answer", bench.after(sent, AT_ONCE));
    }
    Seen next =
        bench.expectAdvert("the next advert", bench.after(before.atNanos(), bench.interval()));
    Timers.expectCadence(bench, next);
  }

  @Case(
      id = "master-lower-priority-silent",
      title = "a Master says nothing about a lower priority",
      over = {IPV4, IPV6},
      rfcs = {RFC3768, RFC5798},
      obeys = "VRRP-SM-MST-LOWER-SILENT")
  void silentAboutLowerPriority(Bench bench) {
    Seen before = midway(bench);
    bench.send("an advert of lower priority", bench.advert(LOWER_PRIORITY));
    bench.expectNone(
        "advert between two of its cadence",
        Anatomy::isAdvert,
        before.atNanos() + bench.interval().fromNanos() * 9 / 10);
  }

  @Case(
      id = "master-lower-priority-asserts",
      title = "a Master answers a lower priority with an advert at once",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      obeys = "VRRP-SM-MST-LOWER-ASSERT")
  void assertsAgainstLowerPriority(Bench bench) {
    midway(bench);
    long sent = bench.send("an advert of lower priority", bench.advert(LOWER_PRIORITY));
    bench.expectAdvert("the answer", bench.after(sent, AT_ONCE));
  }

  @Case(
      id = "master-asserts-once",
      title = "a Master answers each losing advert once, and keeps its cadence",
      over = {IPV4, IPV6},
      rfcs = RFC9568,
      obeys = "VRRP-SM-MST-LOWER-NO-LOOP",
      refuses = "VRRP-SM-MST-LOWER-ASSERT")
  void assertsOnce(Bench bench) {
    Seen before = midway(bench);
    for (int i = 0; i < 3; i++) {
      long sent = bench.send("an advert of lower priority", bench.advert(LOWER_PRIORITY));
      bench.expectAdvert("the answer", bench.after(sent, AT_ONCE));
      bench.pass(sent + bench.interval().fromNanos() / 10);
    }
    bench.expectAdvert("the next advert", bench.after(before.atNanos(), bench.interval()));
  }

  @Case(
      id = "master-noisy-lower-priority",
      title = "a noisy lower priority does not starve the Master's own adverts",
      over = {IPV4, IPV6},
      obeys = "VRRP-SM-MST-ADVER-SEND",
      refuses = "VRRP-SM-MST-LOWER-DISCARD")
  void notStarved(Bench bench) {
    long from = becomeMaster(bench).atNanos();
    long interval = bench.interval().fromNanos();
    for (int i = 0; i < 20; i++) {
      // in the middle between sevenths, so that no noise falls on the time of an advert
      bench.pass(from + (2 * i + 1) * interval / 14);
      bench.send("an advert of lower priority", bench.advert(LOWER_PRIORITY));
      bench.pass(bench.nowNanos());
    }
    // RFC 9568 answers each of them, so only the next step of the cadence can be told apart
    bench.expectAdvert("the next advert", bench.after(from + 2 * interval, bench.interval()));
  }

  @Case(
      id = "master-stop-releases",
      title = "a Master that is stopped sends one release",
      over = {IPV4, IPV6},
      obeys = {"VRRP-SM-MST-SHUTDOWN-PRIO0", "VRRP-ADDR-PRIO-ZERO-RESERVED"})
  void stopReleases(Bench bench) {
    midway(bench);
    long stopped = bench.nowNanos();
    bench.stop();
    bench.expect("a release", Anatomy::isRelease, bench.after(stopped, AT_ONCE));
  }

  @Case(
      id = "master-stop-ends-adverts",
      title = "after the release of a Master that was stopped there is silence",
      over = {IPV4, IPV6},
      obeys = {"VRRP-SM-MST-SHUTDOWN-CANCEL", "VRRP-SM-MST-SHUTDOWN-TO-INIT"})
  void stopEndsAdverts(Bench bench) {
    midway(bench);
    long stopped = bench.nowNanos();
    bench.stop();
    Seen release = bench.await(Anatomy::isRelease, bench.after(stopped, AT_ONCE).toNanos());
    if (release == null) {
      throw bench.inconclusive("a release at the stop", "none");
    }
    bench.expectNone(
        "advert of a stopped Master",
        Anatomy::isAdvert,
        bench.nowNanos() + 2 * bench.masterDown().toNanos());
  }
}
