package io.vrrplab.lan;

import io.vrrplab.sim.Timer;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpEvent;

/** The timers of one virtual router that its state machine starts and cancels. */
final class ProtocolTimers {

  private final Timer masterDown;
  private final Timer advert;
  private final Timer preemptDelay;
  private long masterDownNanos;

  ProtocolTimers(
      VrrpDaemon daemon,
      Runnable masterDownExpired,
      Runnable advertDue,
      Runnable preemptDelayOver) {
    this.masterDown = daemon.timer(masterDownExpired);
    this.advert = daemon.timer(advertDue);
    this.preemptDelay = daemon.timer(preemptDelayOver);
  }

  Timer advert() {
    return advert;
  }

  /** What it means that the advert timer fired: of those that ask, how long ago counts. */
  VrrpEvent advertDue(VirtualRouterConfig config) {
    return config.options().latePriority() > 0
        ? new VrrpEvent.AdvertTimerLate(advert.overdueNanos())
        : new VrrpEvent.AdvertTimerExpired();
  }

  Timer preemptDelay() {
    return preemptDelay;
  }

  void startMasterDown(long nanos) {
    masterDownNanos = nanos;
    masterDown.start(nanos);
  }

  /** Starts Master_Down_Timer with the interval that it had. */
  void repeatMasterDown() {
    masterDown.start(masterDownNanos);
  }

  /** Moves the deadline; one that would have passed is now. */
  void shiftMasterDown(long nanos) {
    masterDown.start(Math.max(0, masterDown.remainingNanos() + nanos));
  }

  void cancelMasterDown() {
    masterDown.cancel();
  }

  /** What Master_Down_Timer was last started with. */
  long masterDownNanos() {
    return masterDownNanos;
  }

  void cancelAll() {
    masterDown.cancel();
    advert.cancel();
    preemptDelay.cancel();
  }
}
