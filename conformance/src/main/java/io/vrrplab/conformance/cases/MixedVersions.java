package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.device.Ability.MIXED_VERSIONS;
import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.vrrp.AddressFamily.IPV4;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Checksums;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.RfcTimers;
import io.vrrplab.conformance.bench.Rivals;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.bench.Window;
import io.vrrplab.conformance.device.Settings;
import java.util.List;
import java.util.function.Predicate;

/** RFC 5798 8.4.2, RFC 9568 8.4.2: version 2 beside version 3, for the time of an upgrade. */
public final class MixedVersions {

  private static final int SECONDS = 5;
  private static final long SECOND_NANOS = 1_000_000_000;

  private static Settings mixed(Bench bench) {
    return bench.settings().withMixedVersions(true);
  }

  private static Predicate<Anatomy> advertOf(int version) {
    return frame -> frame.isAdvert() && frame.value(Field.VRRP_VERSION) == version;
  }

  /** The next advert of a version, at most an interval from now. */
  private static Seen next(Bench bench, int version) {
    long now = bench.nowNanos();
    return bench.expect(
        "an advert of version " + version,
        advertOf(version),
        bench.after(now, bench.interval()).from(now));
  }

  @Case(
      id = "mix-both-versions",
      title = "a Master that mixes versions advertises in both at its interval",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      obeys = {"VRRP-MIX-SEND-BOTH", "VRRP-MIX-FLAG"})
  void bothVersions(Bench bench) {
    becomeMaster(bench, mixed(bench));
    expectBothAtTheInterval(bench);
  }

  @Case(
      id = "mix-both-versions-100ms",
      title = "neither version is left out or slower where adverts are a tenth of a second apart",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      refuses = "VRRP-MIX-SEND-BOTH")
  void bothVersionsBelowASecond(Bench bench) {
    becomeMaster(bench, mixed(bench).withIntervalCs(10));
    expectBothAtTheInterval(bench);
  }

  /** One version after the other, so that it does not matter which of the two leaves first. */
  private static void expectBothAtTheInterval(Bench bench) {
    for (int version : List.of(3, 2)) {
      Seen advert = next(bench, version);
      for (int i = 0; i < 4; i++) {
        Window due = bench.after(advert.atNanos(), bench.interval());
        advert = bench.expect("the next of version " + version, advertOf(version), due);
      }
    }
  }

  @Case(
      id = "mix-copy",
      title = "the copy in version 2 is a whole advert of the same virtual router",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      obeys = "VRRP-MIX-SEND-BOTH")
  void copy(Bench bench) {
    becomeMaster(bench, mixed(bench).withVirtualRouterId(7).withPriority(73));
    Seen copy = next(bench, 2);
    bench.expectField(copy, Field.VRRP_VRID, 7);
    bench.expectField(copy, Field.VRRP_PRIORITY, 73);
    bench.expectField(copy, Field.VRRP_AUTH_TYPE, 0);
    bench.expectField(copy, Field.VRRP_CHECKSUM, Checksums.of(copy.frame(), RFC3768));
    bench.expectField(copy, Field.IPV4_TTL, 255);
    int list = copy.frame().messageStart() + 8;
    bench.expectSame(
        "VRRP addresses",
        list + "-" + (list + 3),
        bench.settings().addresses().toString(),
        copy.frame().addresses().toString());
  }

  @Case(
      id = "mix-copy-seconds",
      title = "the copy of an advert every second carries 1",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      obeys = "VRRP-MIX-V2-ADVINT-WHOLE")
  void copyEverySecond(Bench bench) {
    becomeMaster(bench, mixed(bench));
    bench.expectField(next(bench, 2), Field.VRRP_SECONDS, 1);
  }

  @Case(
      id = "mix-copy-seconds-3s",
      title = "the copy of an advert every three seconds carries 3",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      obeys = "VRRP-MIX-V2-ADVINT-WHOLE")
  void copyEveryThreeSeconds(Bench bench) {
    becomeMaster(bench, mixed(bench).withIntervalCs(300));
    bench.expectField(next(bench, 2), Field.VRRP_SECONDS, 3);
  }

  @Case(
      id = "mix-copy-never-0",
      title = "no copy carries 0, not even below a second",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      refuses = "VRRP-MIX-V2-ADVINT-WHOLE")
  void copyBelowASecond(Bench bench) {
    becomeMaster(bench, mixed(bench).withIntervalCs(10));
    for (int i = 0; i < 4; i++) {
      if (next(bench, 2).frame().value(Field.VRRP_SECONDS) == 0) {
        throw bench.failed("a copy of 1 s or more", "one of 0 s");
      }
    }
  }

  @Case(
      id = "mix-release",
      title = "a Master that mixes versions gives up in both",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      obeys = "VRRP-MIX-SEND-BOTH")
  void release(Bench bench) {
    Seen advert = becomeMaster(bench, mixed(bench));
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 2);
    Window now = bench.after(bench.nowNanos(), new Window(0, 0));
    bench.stop();
    Seen release = bench.expect("a release", Anatomy::isRelease, now);
    int other = release.frame().value(Field.VRRP_VERSION) == 2 ? 3 : 2;
    bench.expect(
        "the release in version " + other,
        frame -> frame.isRelease() && advertOf(other).test(frame),
        now);
  }

  private static TestAdvert version2(Bench bench, int priority, int seconds) {
    return bench.advertOf(RFC3768, priority).withOctet(SECONDS, seconds);
  }

  /**
   * Brings the device into Backup by adverts of version 2, of which it should make no more than its
   * Master: it is silent between them.
   *
   * @return when the last one was sent
   */
  private static long obeyVersion2(Bench bench, Settings settings, int seconds) {
    Seen advert = becomeMaster(bench, settings);
    bench.pass(advert.atNanos() + bench.interval().fromNanos() / 2);
    long last = 0;
    for (int i = 0; i < 3; i++) {
      last = bench.send("an advert of version 2", version2(bench, RIVAL_PRIORITY, seconds));
      if (i < 2) {
        bench.expectNone(
            "advert between those of a Master of version 2",
            Anatomy::isAdvert,
            last + seconds * SECOND_NANOS);
      }
    }
    return last;
  }

  private static void expectTakeover(Bench bench, String what, long lastNanos, int intervalCs) {
    Window down = RfcTimers.masterDown(bench.rfc(), bench.settings().priority(), intervalCs);
    bench.expectAdvert(what, bench.after(lastNanos, down));
  }

  @Case(
      id = "mix-timeout-v2",
      title = "a Backup takes over after the Master_Down_Interval of a Master of version 2",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      obeys = {"VRRP-MIX-TIMEOUT", "VRRP-MIX-FLAG"},
      refuses = "VRRP-MIX-TRANSLATE")
  void timeoutOfVersion2(Bench bench) {
    expectTakeover(bench, "the takeover", obeyVersion2(bench, mixed(bench), 1), 100);
  }

  @Case(
      id = "mix-translate",
      title = "two seconds of a Master of version 2 are 200 centiseconds",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      obeys = {"VRRP-MIX-TRANSLATE", "VRRP-MIX-TIMEOUT"})
  void translate(Bench bench) {
    expectTakeover(bench, "the takeover", obeyVersion2(bench, mixed(bench), 2), 200);
  }

  @Case(
      id = "mix-timeout-not-own",
      title = "a Backup with a shorter interval of its own waits for a Master of version 2",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      refuses = "VRRP-MIX-TIMEOUT")
  void notItsOwnRate(Bench bench) {
    long last = obeyVersion2(bench, mixed(bench).withIntervalCs(10), 1);
    expectTakeover(bench, "the takeover", last, 100);
  }

  @Case(
      id = "mix-skew-v2",
      title = "a Backup waits for Skew_Time after the release of a Master of version 2",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      obeys = {"VRRP-MIX-TIMEOUT", "VRRP-SM-BKP-PRIO0-SKEW"})
  void releaseOfVersion2(Bench bench) {
    obeyVersion2(bench, mixed(bench), 1);
    long release = bench.send("a release of version 2", version2(bench, 0, 1));
    bench.expectAdvert("the takeover", bench.after(release, bench.skew()));
  }

  @Case(
      id = "mix-timeout-v3",
      title = "of a Master that speaks both, the interval of version 3 counts",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      obeys = "VRRP-MIX-TIMEOUT",
      refuses = "VRRP-MIX-IGNORE-V2")
  void intervalOfVersion3(Bench bench) {
    becomeBackup(bench, mixed(bench));
    long fast = bench.send("an advert every 0.4 s", bench.advert(RIVAL_PRIORITY, 40));
    bench.send("its copy in version 2", version2(bench, RIVAL_PRIORITY, 1));
    expectTakeover(bench, "the takeover", fast, 40);
  }

  @Case(
      id = "mix-ignore-copy",
      title = "a copy in version 2 does not restart Master_Down_Timer",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      obeys = "VRRP-MIX-IGNORE-V2")
  void copyOfTheMaster(Bench bench) {
    expectIgnored(bench, "a copy in version 2", RIVAL_PRIORITY);
  }

  @Case(
      id = "mix-ignore-copied-release",
      title = "a release in version 2 alone, of a Master that speaks version 3, has no effect",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      refuses = "VRRP-MIX-IGNORE-V2")
  void copiedRelease(Bench bench) {
    expectIgnored(bench, "a release in version 2", 0);
  }

  private static void expectIgnored(Bench bench, String what, int priority) {
    long rival = becomeBackup(bench, mixed(bench));
    bench.pass(rival + bench.interval().fromNanos() / 2);
    bench.send(what, version2(bench, priority, 1));
    expectTakeover(bench, "the takeover as if nothing had come", rival, 100);
  }

  @Case(
      id = "mix-heed-another",
      title = "an advert of version 2 counts if its sender is not the Master of version 3",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      obeys = "VRRP-MIX-IGNORE-V2")
  void version2OfAnother(Bench bench) {
    long rival = becomeBackup(bench, mixed(bench));
    bench.pass(rival + bench.interval().fromNanos() / 2);
    TestAdvert another = version2(bench, RIVAL_PRIORITY, 1).from(Rivals.lower(IPV4));
    long last = bench.send("an advert of version 2 of another router", another);
    expectTakeover(bench, "the takeover", last, 100);
  }
}
