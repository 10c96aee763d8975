package io.vrrplab.conformance.mutant;

import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.conformance.mutant.Engines.deciding;
import static io.vrrplab.conformance.mutant.Engines.withInterval;
import static io.vrrplab.conformance.mutant.Rewriting.adverts;
import static io.vrrplab.conformance.mutant.Rewriting.dropping;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.bench.TestAdvert;
import io.vrrplab.conformance.device.Defect;
import io.vrrplab.conformance.mutant.Engines.Step;
import io.vrrplab.vrrp.Advert;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.VrrpPacket;
import java.util.List;
import java.util.function.UnaryOperator;

/** Mutants of version 3 that go wrong where they run version 2 beside it, and nowhere else. */
final class WrongMixture {

  private WrongMixture() {}

  static List<Mutant> all() {
    return List.of(
        mixture(
            "mix-without-copies",
            "sends no version 2",
            Defect.ofOutbound(dropping(WrongMixture::isVersion2))),
        mixture(
            "mix-release-in-v3-only",
            "gives up in version 3 only",
            Defect.ofOutbound(dropping(frame -> isVersion2(frame) && frame.isRelease()))),
        mixture("mix-copy-of-0", "copies 0 as the interval", copying(a -> a.withOctet(5, 0))),
        mixture("mix-copy-of-1", "copies a second always", copying(a -> a.withOctet(5, 1))),
        mixture("mix-copy-of-100", "copies centiseconds", copying(a -> a.withOctet(5, 100))),
        mixture(
            "mix-copy-of-priority-100",
            "copies priority 100 in place of any other but 0",
            copying(a -> a.message().at(2) == 0 ? a : a.withOctet(2, 100))),
        mixture(
            "mix-copy-with-pseudo-header",
            "sums a pseudo-header into its copies",
            copying(a -> a.sealedAs(RFC5798))),
        mixture(
            "mix-deaf-to-version-2",
            "hears no version 2",
            Defect.ofInbound(dropping(WrongMixture::isVersion2))),
        mixture(
            "mix-seconds-as-centiseconds",
            "takes seconds for centiseconds",
            hearing(
                (step, advert) -> step.instead(withInterval(advert, advert.intervalCs() / 100)))),
        mixture(
            "mix-own-rate",
            "counts in its own interval where the Master speaks version 2",
            hearing((step, advert) ->
                step.instead(withInterval(advert, step.config().advertisementIntervalCs())))),
        mixture(
            "mix-minds-copies", "minds the copies of its Master", hearing((step, _) -> anew(step))),
        mixture(
            "mix-minds-copied-releases",
            "minds a release in version 2 of a Master of version 3",
            hearing((step, advert) -> isRelease(advert) ? anew(step) : step.outcome())),
        mixture(
            "mix-ignores-everybody",
            "ignores version 2 of anybody once it has heard version 3",
            hearing((step, _) -> knowsVersion3(step) ? step.nothing() : step.outcome())),
        mixture(
            "mix-minds-no-release",
            "minds no release of version 2",
            hearing((step, advert) -> isRelease(advert) ? step.nothing() : step.outcome())));
  }

  private static Mutant mixture(String id, String words, Defect defect) {
    return Mutant.under(id, words, defect, RFC5798, RFC9568);
  }

  private static boolean isVersion2(Anatomy frame) {
    return frame.isAdvert() && frame.value(Field.VRRP_VERSION) == 2;
  }

  /** Changes what leaves in version 2. */
  private static Defect copying(UnaryOperator<TestAdvert> change) {
    return Defect.ofOutbound(adverts(a -> a.message().at(0) >>> 4 == 2 ? change.apply(a) : a));
  }

  /** Decides about adverts of version 2. */
  private static Defect hearing(Engines.Reaction reaction) {
    return deciding(step -> {
      Advert advert = step.advert();
      return advert != null && advert.version() == 2 ? reaction.to(step, advert) : step.outcome();
    });
  }

  private static boolean isRelease(Advert advert) {
    return advert.priority() == VrrpPacket.PRIORITY_RELEASE;
  }

  private static boolean knowsVersion3(Step step) {
    return step.state() instanceof VrrpState.Backup backup
        && backup.versions() != null
        && backup.versions().version3();
  }

  /** What would have happened if its Master had never been heard before. */
  private static Transition anew(Step step) {
    return step.state() instanceof VrrpState.Backup backup
        ? step.right()
            .step(
                new VrrpState.Backup(
                    backup.masterAdverIntervalCs(), backup.skewIntervalCs(), backup.preemptDelay()),
                step.event())
        : step.outcome();
  }
}
