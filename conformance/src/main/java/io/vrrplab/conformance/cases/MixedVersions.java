package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.RIVAL_PRIORITY;
import static io.vrrplab.conformance.bench.Situations.becomeBackup;
import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.bench.Window.AT_ONCE;
import static io.vrrplab.conformance.device.Ability.MIXED_VERSIONS;
import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.RfcTimers;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.conformance.device.Settings;
import java.util.List;

/** RFC 5798 8.4 and RFC 9568 8.4: versions 2 and 3 side by side, for the time of an upgrade. */
public final class MixedVersions {

  private static final int SHORT_CS = 20;
  private static final int ADVERTS = 10;

  private static Settings mixed(Bench bench) {
    return bench.settings().withMixedVersions(true);
  }

  private static boolean isCopy(Anatomy frame) {
    return frame.isAdvert() && frame.value(Field.VRRP_VERSION) == 2;
  }

  private static boolean isOwn(Anatomy frame) {
    return frame.isAdvert() && frame.value(Field.VRRP_VERSION) == 3;
  }

  /** Lets a Master speak for a while, and stops listening between two of its adverts. */
  private static void speak(Bench bench, Settings settings) {
    long first = becomeMaster(bench, settings).atNanos();
    bench.pass(first + (2 * ADVERTS + 1) * bench.interval().toNanos() / 2);
  }

  private static List<Seen> copies(Bench bench) {
    return bench.heard().stream().filter(each -> isCopy(each.frame())).toList();
  }

  @Case(
      id = "mix-sends-both",
      title = "a mixed Master says each advert in version 2 as well",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      obeys = "VRRP-MIX-SEND-BOTH")
  void sendsBoth(Bench bench) {
    long first = becomeMaster(bench, mixed(bench)).atNanos();
    bench.pass(first + bench.interval().fromNanos() / 2);
    long since = bench.nowNanos();
    Seen own =
        bench.expect(
            "an advert of version 3",
            MixedVersions::isOwn,
            bench.after(first, bench.interval()).from(since));
    Seen copy =
        bench.expect("its copy", MixedVersions::isCopy, bench.after(own.atNanos(), AT_ONCE));
    for (Field field : List.of(Field.VRRP_VRID, Field.VRRP_PRIORITY, Field.VRRP_COUNT)) {
      bench.expectField(copy, field, own.frame().value(field));
    }
  }

  @Case(
      id = "mix-keeps-rate",
      title = "a mixed Master says as much in version 2 as in version 3, below a second too",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      refuses = "VRRP-MIX-SEND-BOTH")
  void keepsRate(Bench bench) {
    speak(bench, mixed(bench).withIntervalCs(SHORT_CS));
    long own = bench.heard().stream().filter(each -> isOwn(each.frame())).count();
    bench.expectHeard(
        own + " adverts of version 2, one for each of version 3",
        own == copies(bench).size(),
        copies(bench).size() + " of them");
  }

  @Case(
      id = "mix-whole-seconds",
      title = "the copy in version 2 of an advert of a second says one second",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      obeys = "VRRP-MIX-V2-ADVINT-WHOLE")
  void wholeSeconds(Bench bench) {
    speak(bench, mixed(bench));
    expectOneSecond(bench);
  }

  @Case(
      id = "mix-never-zero-seconds",
      title = "the copy in version 2 never says that its interval is zero",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      refuses = "VRRP-MIX-V2-ADVINT-WHOLE")
  void neverZeroSeconds(Bench bench) {
    speak(bench, mixed(bench).withIntervalCs(SHORT_CS));
    expectOneSecond(bench);
  }

  private static void expectOneSecond(Bench bench) {
    if (copies(bench).isEmpty()) {
      throw bench.inconclusive("a mixed Master that speaks version 2", "no such advert");
    }
    copies(bench).forEach(copy -> bench.expectField(copy, Field.VRRP_SECONDS, 1));
  }

  @Case(
      id = "mix-held-by-v2",
      title = "a mixed Backup is held by a Master of version 2, and times out on its rate",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      obeys = "VRRP-MIX-TIMEOUT")
  void heldByVersion2(Bench bench) {
    long first = becomeMaster(bench, mixed(bench)).atNanos();
    long last = first + bench.interval().fromNanos() / 2;
    bench.pass(last);
    for (int i = 0; i < ADVERTS; i++) {
      last = bench.send("an advert of version 2", bench.advertOf(RFC3768, RIVAL_PRIORITY, 100));
      bench.expectNone(
          "advert of a Backup", MixedVersions::isOwn, last + bench.interval().fromNanos());
    }
    bench.expect("the takeover", MixedVersions::isOwn, bench.after(last, bench.masterDown()));
  }

  @Case(
      id = "mix-version-3-counts",
      title = "of a Master that speaks both versions the interval of version 3 counts",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      refuses = {"VRRP-MIX-TIMEOUT", "VRRP-MIX-IGNORE-V2"})
  void version3Counts(Bench bench) {
    becomeBackup(bench, mixed(bench));
    long last = bench.send("an advert every 3 s", bench.advert(RIVAL_PRIORITY, 300));
    bench.send("its copy in version 2", bench.advertOf(RFC3768, RIVAL_PRIORITY, 100));
    bench.expect(
        "the takeover",
        MixedVersions::isOwn,
        bench.after(last, RfcTimers.masterDown(bench.rfc(), bench.settings().priority(), 300)));
  }

  @Case(
      id = "mix-ignores-v2",
      title = "the copies of a Master that speaks version 3 do not restart the timer",
      rfcs = {RFC5798, RFC9568},
      needs = MIXED_VERSIONS,
      obeys = "VRRP-MIX-IGNORE-V2")
  void ignoresVersion2(Bench bench) {
    long last = becomeBackup(bench, mixed(bench));
    bench.pass(last + bench.interval().fromNanos());
    bench.send("a copy in version 2", bench.advertOf(RFC3768, RIVAL_PRIORITY, 100));
    bench.expect("the takeover", MixedVersions::isOwn, bench.after(last, bench.masterDown()));
  }

  @Case(
      id = "mix-translates",
      title = "a mixed Backup turns the two seconds of version 2 into 200 centiseconds",
      rfcs = RFC9568,
      needs = MIXED_VERSIONS,
      obeys = "VRRP-MIX-TRANSLATE")
  void translates(Bench bench) {
    long last = yieldToTwoSeconds(bench);
    bench.expect("the takeover", MixedVersions::isOwn, bench.after(last, bench.masterDown()));
  }

  @Case(
      id = "mix-translates-skew",
      title = "nor does it take them for two centiseconds when its Master leaves",
      rfcs = RFC9568,
      needs = MIXED_VERSIONS,
      refuses = "VRRP-MIX-TRANSLATE")
  void translatesForSkew(Bench bench) {
    long last = yieldToTwoSeconds(bench);
    bench.pass(last + bench.interval().fromNanos() / 2);
    long release = bench.send("its release", bench.advertOf(RFC3768, 0, 200));
    bench.expect("the takeover", MixedVersions::isOwn, bench.after(release, bench.skew()));
  }

  private static long yieldToTwoSeconds(Bench bench) {
    long first = becomeMaster(bench, mixed(bench).withIntervalCs(200)).atNanos();
    bench.pass(first + bench.interval().fromNanos() / 2);
    return bench.send("an advert every 2 s", bench.advertOf(RFC3768, RIVAL_PRIORITY, 200));
  }
}
