package io.vrrplab.conformance.mutant;

import static io.vrrplab.conformance.device.Rfc.RFC3768;
import static io.vrrplab.conformance.device.Rfc.RFC5798;
import static io.vrrplab.conformance.device.Rfc.RFC9568;
import static io.vrrplab.conformance.mutant.Engines.acting;
import static io.vrrplab.conformance.mutant.Engines.deciding;

import io.vrrplab.conformance.device.Defect;
import io.vrrplab.conformance.mutant.Engines.Step;
import io.vrrplab.vrrp.TimerRounding;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VrrpAction;
import io.vrrplab.vrrp.VrrpAction.StartAdvertTimer;
import io.vrrplab.vrrp.VrrpAction.StartMasterDownTimer;
import io.vrrplab.vrrp.VrrpEvent;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.vrrp.VrrpTimers;
import java.util.List;

/** Mutants that count wrongly. */
final class WrongTimers {

  private WrongTimers() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.under(
            "skew-v3-in-seconds",
            "counts the skew of version 3 against a second",
            skew((_, _) -> 100, 0),
            RFC5798,
            RFC9568),
        Mutant.under(
            "skew-v2-in-intervals",
            "counts the skew of version 2 against its interval",
            skew((step, _) -> step.config().advertisementIntervalCs(), 0),
            RFC3768),
        Mutant.everywhere("no-skew", "waits without Skew_Time", skew((_, _) -> 0, 0)),
        Mutant.everywhere(
            "skew-upside-down",
            "waits longer at a higher priority",
            timers((step, backup, _) -> upsideDown(step, backup))),
        Mutant.everywhere(
            "skew-off-by-one", "counts (255 - Priority)", skew(WrongTimers::right, -1)),
        Mutant.everywhere(
            "down-timer-never-restarts",
            "lets Master_Down_Timer run on whatever is heard",
            deciding(step ->
                step.isBackup() && step.advert() != null ? step.nothing() : step.outcome())),
        Mutant.under(
            "learned-interval-stays",
            "advertises at the interval that it learned",
            deciding(WrongTimers::learnedStays),
            RFC5798,
            RFC9568),
        Mutant.everywhere(
            "advert-timer-late",
            "advertises every 1.001 intervals",
            deciding(step -> acting(step.outcome(), WrongTimers::late))));
  }

  /** The interval against which a skew is counted, centiseconds. */
  @FunctionalInterface
  private interface SkewBase {
    int of(Step step, VrrpState.Backup backup);
  }

  /** What becomes of Master_Down_Timer, nanoseconds. */
  @FunctionalInterface
  private interface Timer {
    long of(Step step, VrrpState.Backup backup, long rightNanos);
  }

  private static Defect timers(Timer timer) {
    return deciding(step -> {
      Transition right = step.outcome();
      return right.next() instanceof VrrpState.Backup backup
          ? acting(right, actions -> replace(actions, step, backup, timer))
          : right;
    });
  }

  private static List<VrrpAction> replace(
      List<VrrpAction> actions, Step step, VrrpState.Backup backup, Timer timer) {
    actions.replaceAll(each ->
        each instanceof StartMasterDownTimer(long nanos)
            ? new StartMasterDownTimer(timer.of(step, backup, nanos))
            : each);
    return actions;
  }

  /** Takes the right skew off the timer, and puts the wrong one on it. */
  private static Defect skew(SkewBase base, int moreSteps) {
    return timers((step, backup, nanos) ->
        nanos
            - rightSkew(step, backup)
            + (256 - step.config().priority() + moreSteps)
                * VrrpTimers.intervalNanos(base.of(step, backup))
                / 256);
  }

  private static int right(Step step, VrrpState.Backup backup) {
    return step.config().version() == 2 ? 100 : backup.skewIntervalCs();
  }

  private static long rightSkew(Step step, VrrpState.Backup backup) {
    return VrrpTimers.skewTimeNanos(
        step.config().version(),
        step.config().priority(),
        backup.skewIntervalCs(),
        TimerRounding.NANOSECOND);
  }

  private static long upsideDown(Step step, VrrpState.Backup backup) {
    return VrrpTimers.masterDownIntervalNanos(
        step.config().version(),
        256 - step.config().priority(),
        backup.masterAdverIntervalCs(),
        3,
        TimerRounding.NANOSECOND);
  }

  private static Transition learnedStays(Step step) {
    if (step.state() instanceof VrrpState.Backup backup
        && step.event() instanceof VrrpEvent.MasterDownTimerExpired) {
      long learned = VrrpTimers.intervalNanos(backup.masterAdverIntervalCs());
      return acting(
          step.outcome(),
          actions -> {
            actions.replaceAll(
                each -> each instanceof StartAdvertTimer ? new StartAdvertTimer(learned) : each);
            return actions;
          });
    }
    return step.outcome();
  }

  private static List<VrrpAction> late(List<VrrpAction> actions) {
    actions.replaceAll(each ->
        each instanceof StartAdvertTimer(long nanos)
            ? new StartAdvertTimer(nanos + nanos / 1000)
            : each);
    return actions;
  }
}
