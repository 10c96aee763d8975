package io.vrrplab.conformance.mutant;

import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.conformance.mutant.Engines.acting;
import static io.vrrplab.conformance.mutant.Engines.deciding;
import static io.vrrplab.conformance.mutant.Engines.inBackup;
import static io.vrrplab.conformance.mutant.Engines.inMaster;
import static io.vrrplab.conformance.mutant.Engines.withInterval;
import static io.vrrplab.conformance.mutant.Engines.without;
import static io.vrrplab.conformance.mutant.Rewriting.adverts;
import static io.vrrplab.conformance.mutant.Rewriting.octet;

import io.vrrplab.conformance.device.Defect;
import io.vrrplab.conformance.mutant.Engines.Step;
import io.vrrplab.vrrp.Advert;
import io.vrrplab.vrrp.Decision;
import io.vrrplab.vrrp.TimerRounding;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VrrpAction;
import io.vrrplab.vrrp.VrrpAction.SendAdvert;
import io.vrrplab.vrrp.VrrpAction.StartMasterDownTimer;
import io.vrrplab.vrrp.VrrpEvent;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.vrrp.VrrpTimers;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Mutants that remember what they should forget, forget what counts, or lose count. */
final class WrongMemory {

  private static final int HEARD = 3;
  private static final int SKIPPED = 5;
  private static final int DISGUISE = 254;
  private static final int TWO_SECONDS_CS = 200;

  private WrongMemory() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.everywhere(
            "goes-deaf", "discards every advert after the third", remembering(Deafness::new)),
        Mutant.everywhere(
            "skips-adverts", "leaves out every fifth advert", remembering(Skipping::new)),
        Mutant.under(
            "remembers-interval",
            "starts with the interval that it learned in an earlier life",
            remembering(Remembering::new),
            RFC5798,
            RFC9568),
        Mutant.everywhere("yields-once", "yields once and never again", remembering(Yielding::new)),
        Mutant.everywhere(
            "release-is-final",
            "minds no advert between a release and its takeover",
            remembering(Released::new)),
        Mutant.everywhere(
            "waits-without-preemption",
            "with preemption off never takes over once it heard a Master",
            remembering(Waiting::new)),
        Mutant.under(
            "learns-once",
            "keeps the first interval that it learned",
            inBackup(WrongMemory::learnsOnce),
            RFC5798,
            RFC9568),
        Mutant.under(
            "learns-late",
            "counts in a new interval from the second advert on",
            inBackup(WrongMemory::learnsLate),
            RFC5798,
            RFC9568),
        Mutant.under(
            "master-keeps-skew",
            "keeps its skew as it steps down",
            inMaster(WrongMemory::keepsSkew),
            RFC5798,
            RFC9568),
        Mutant.under(
            "learns-in-version-2",
            "takes another interval in version 2, and learns it",
            learningInVersion2(),
            RFC3768));
  }

  /** Decides by what it remembers of the life of one engine. */
  private static Defect remembering(Supplier<Function<Step, Transition>> memory) {
    return Defect.ofEngine((config, right) -> {
      Function<Step, Transition> decision = memory.get();
      return (state, event) -> decision.apply(new Step(config, right, state, event));
    });
  }

  private static final class Deafness implements Function<Step, Transition> {
    private int heard;

    @Override
    public Transition apply(Step step) {
      boolean minds = step.advert() != null && (step.isBackup() || step.isMaster());
      return minds && ++heard > HEARD ? step.nothing() : step.outcome();
    }
  }

  private static final class Skipping implements Function<Step, Transition> {
    private int due;

    @Override
    public Transition apply(Step step) {
      boolean skips = step.event() instanceof VrrpEvent.AdvertTimerExpired && ++due % SKIPPED == 0;
      return skips ? without(step.outcome(), SendAdvert.class) : step.outcome();
    }
  }

  private static final class Yielding implements Function<Step, Transition> {
    private boolean yielded;

    @Override
    public Transition apply(Step step) {
      if (yielded && step.isMaster() && step.advert() != null) {
        return step.nothing();
      }
      Transition right = step.outcome();
      yielded |= step.isMaster() && right.next() instanceof VrrpState.Backup;
      return right;
    }
  }

  private static final class Released implements Function<Step, Transition> {
    private boolean released;

    @Override
    public Transition apply(Step step) {
      Advert advert = step.isBackup() ? step.advert() : null;
      if (released && advert != null) {
        return step.nothing();
      }
      released = advert != null && advert.priority() == 0;
      return step.outcome();
    }
  }

  private static final class Waiting implements Function<Step, Transition> {
    private boolean heard;

    @Override
    public Transition apply(Step step) {
      heard |= step.isBackup() && step.advert() != null;
      boolean waits = heard && !step.config().preempt();
      return waits && step.event() instanceof VrrpEvent.MasterDownTimerExpired
          ? step.nothing()
          : step.outcome();
    }
  }

  private static final class Remembering implements Function<Step, Transition> {
    private int learnedCs;

    @Override
    public Transition apply(Step step) {
      if (step.event() instanceof VrrpEvent.Startup && learnedCs > 0 && !step.config().isOwner()) {
        return new Transition(
            new VrrpState.Backup(learnedCs, learnedCs),
            List.of(new StartMasterDownTimer(masterDown(step, learnedCs))),
            Decision.STARTUP_BACKUP);
      }
      Transition right = step.outcome();
      if (right.next() instanceof VrrpState.Backup backup) {
        learnedCs = backup.masterAdverIntervalCs();
      }
      return right;
    }
  }

  private static Transition learnsOnce(Step step, Advert advert) {
    int own = step.config().advertisementIntervalCs();
    return step.state() instanceof VrrpState.Backup backup && backup.masterAdverIntervalCs() != own
        ? step.instead(withInterval(advert, backup.masterAdverIntervalCs()))
        : step.outcome();
  }

  private static Transition learnsLate(Step step, Advert advert) {
    return advert.priority() > 0 && step.state() instanceof VrrpState.Backup backup
        ? waiting(step.outcome(), masterDown(step, backup.masterAdverIntervalCs()))
        : step.outcome();
  }

  private static Transition keepsSkew(Step step, Advert advert) {
    Transition right = step.outcome();
    if (!(right.next() instanceof VrrpState.Backup backup)) {
      return right;
    }
    int own = step.config().advertisementIntervalCs();
    long nanos = 3 * VrrpTimers.intervalNanos(backup.masterAdverIntervalCs()) + skew(step, own);
    return waiting(
        new Transition(
            new VrrpState.Backup(backup.masterAdverIntervalCs(), own),
            right.actions(),
            right.decision()),
        nanos);
  }

  /**
   * The engine never sees such an advert, so it comes in disguise: with the interval that is right,
   * and a priority that no rival has.
   */
  private static Defect learningInVersion2() {
    Defect learning =
        deciding(step -> {
          Advert advert = step.advert();
          return advert != null && advert.priority() == DISGUISE
              ? waiting(step.outcome(), masterDown(step, TWO_SECONDS_CS))
              : step.outcome();
        });
    return learning.alsoHearing(
        adverts(advert ->
            octet(advert, 5) == TWO_SECONDS_CS / 100
                ? advert.withOctet(5, 1).withOctet(2, DISGUISE)
                : advert));
  }

  /** The same step, but Master_Down_Timer, if it is set at all, is set otherwise. */
  private static Transition waiting(Transition right, long nanos) {
    return acting(right, actions -> waiting(actions, nanos));
  }

  private static List<VrrpAction> waiting(List<VrrpAction> actions, long nanos) {
    actions.replaceAll(
        each -> each instanceof StartMasterDownTimer ? new StartMasterDownTimer(nanos) : each);
    return actions;
  }

  private static long masterDown(Step step, int intervalCs) {
    return VrrpTimers.masterDownIntervalNanos(
        step.config().version(), step.config().priority(), intervalCs, 3, TimerRounding.NANOSECOND);
  }

  private static long skew(Step step, int intervalCs) {
    return VrrpTimers.skewTimeNanos(
        step.config().version(), step.config().priority(), intervalCs, TimerRounding.NANOSECOND);
  }
}
