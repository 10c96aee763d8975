package io.vrrplab.vrrp;

import io.vrrplab.vrrp.VrrpAction.CancelPreemptDelay;
import io.vrrplab.vrrp.VrrpAction.StartMasterDownTimer;
import io.vrrplab.vrrp.VrrpAction.StartPreemptDelay;
import io.vrrplab.vrrp.VrrpState.Backup;
import io.vrrplab.vrrp.VrrpState.PreemptDelay;
import java.util.List;

/**
 * All that a Backup may answer to adverts while the Master's interval and the delay of its own
 * preemption stay as they are, made once.
 *
 * @param backup the state
 * @param masterDown sets the timer to Master_Down_Interval
 * @param onHigher a higher priority was heard
 * @param onEqual the own priority was heard
 * @param onLower a lower one was heard, and preemption is off
 * @param onLowerBeforePreemption a lower one was heard, and preemption is on
 * @param afterRelease priority 0 was heard
 */
record WatchfulBackup(
    Backup backup,
    StartMasterDownTimer masterDown,
    Transition onHigher,
    Transition onEqual,
    Transition onLower,
    Transition onLowerBeforePreemption,
    Transition afterRelease) {

  static WatchfulBackup of(VirtualRouterConfig config, Backup backup) {
    long skewNanos = skewNanos(config, backup);
    StartMasterDownTimer masterDown = new StartMasterDownTimer(masterDownNanos(config, backup));
    return new WatchfulBackup(
        backup,
        masterDown,
        obey(backup, masterDown, Decision.HIGHER_PRIORITY_HEARD),
        obey(backup, masterDown, Decision.EQUAL_PRIORITY_HEARD),
        new Transition(backup, List.of(masterDown), Decision.LOWER_PRIORITY_TOLERATED),
        beforePreemption(config, backup, masterDown),
        new Transition(
            backup, List.of(new StartMasterDownTimer(skewNanos)), Decision.PRIORITY_ZERO_HEARD));
  }

  /** Master_Down_Interval of a Backup that knows its Master's interval. */
  static long masterDownNanos(VirtualRouterConfig config, Backup backup) {
    return config.profile().timers().downTimerAdverts()
            * VrrpTimers.intervalNanos(backup.masterAdverIntervalCs())
        + skewNanos(config, backup);
  }

  private static long skewNanos(VirtualRouterConfig config, Backup backup) {
    return VrrpTimers.skewTimeNanos(
        config.version(),
        config.priority(),
        backup.skewIntervalCs(),
        config.profile().timers().rounding());
  }

  /** A Master that is not lower ends the delay of the preemption of a lower one. */
  private static Transition obey(
      Backup backup, StartMasterDownTimer masterDown, Decision decision) {
    return switch (backup.preemptDelay()) {
      case NOT_STARTED -> new Transition(backup, List.of(masterDown), decision);
      case RUNNING ->
          new Transition(
              backup.withPreemptDelay(PreemptDelay.NOT_STARTED),
              List.of(masterDown, new CancelPreemptDelay()),
              decision);
      case OVER ->
          new Transition(
              backup.withPreemptDelay(PreemptDelay.NOT_STARTED), List.of(masterDown), decision);
    };
  }

  /** RFC 9568 6.4.2 discards what is lower; keepalived obeys it for the preempt delay first. */
  private static Transition beforePreemption(
      VirtualRouterConfig config, Backup backup, StartMasterDownTimer masterDown) {
    long delayNanos = config.options().preemptDelayNanos();
    if (delayNanos == 0 || backup.preemptDelay() == PreemptDelay.OVER) {
      return new Transition(backup, List.of(), Decision.LOWER_PRIORITY_DISCARDED);
    }
    return backup.preemptDelay() == PreemptDelay.RUNNING
        ? new Transition(backup, List.of(masterDown), Decision.PREEMPT_DELAY_RUNNING)
        : new Transition(
            backup.withPreemptDelay(PreemptDelay.RUNNING),
            List.of(masterDown, new StartPreemptDelay(delayNanos)),
            Decision.PREEMPT_DELAY_STARTED);
  }
}
