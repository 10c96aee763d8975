package io.vrrplab.vrrp;

import io.vrrplab.vrrp.VrrpAction.StartMasterDownTimer;
import io.vrrplab.vrrp.VrrpState.Backup;
import java.util.List;

/**
 * All that a Backup may answer to adverts while the Master's interval stays as it is, made once.
 *
 * @param backup the state
 * @param masterDown sets the timer to Master_Down_Interval
 * @param onHigher a higher priority was heard
 * @param onEqual the own priority was heard
 * @param onLower a lower one was heard, and preemption is off
 * @param discardLower a lower one was heard, and preemption is on: the timer runs on
 * @param afterRelease priority 0 was heard
 */
record WatchfulBackup(
    Backup backup,
    StartMasterDownTimer masterDown,
    Transition onHigher,
    Transition onEqual,
    Transition onLower,
    Transition discardLower,
    Transition afterRelease) {

  static WatchfulBackup of(VirtualRouterConfig config, Backup backup) {
    TimerRules rules = config.profile().timers();
    long skewNanos =
        VrrpTimers.skewTimeNanos(
            config.version(), config.priority(), backup.skewIntervalCs(), rules.rounding());
    long silenceNanos =
        rules.downTimerAdverts() * VrrpTimers.intervalNanos(backup.masterAdverIntervalCs());
    StartMasterDownTimer masterDown = new StartMasterDownTimer(silenceNanos + skewNanos);
    List<VrrpAction> hold = List.of(masterDown);
    return new WatchfulBackup(
        backup,
        masterDown,
        new Transition(backup, hold, Decision.HIGHER_PRIORITY_HEARD),
        new Transition(backup, hold, Decision.EQUAL_PRIORITY_HEARD),
        new Transition(backup, hold, Decision.LOWER_PRIORITY_TOLERATED),
        new Transition(backup, List.of(), Decision.LOWER_PRIORITY_DISCARDED),
        new Transition(
            backup, List.of(new StartMasterDownTimer(skewNanos)), Decision.PRIORITY_ZERO_HEARD));
  }
}
