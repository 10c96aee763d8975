package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.vrrp.TimerRounding;
import io.vrrplab.vrrp.VrrpTimers;
import java.time.Duration;

/** How long an instance waits, by the timers of the simulator. */
final class Waits {

  private Waits() {}

  /** The silence after which it takes over. */
  static Duration masterDown(Instance instance) {
    return masterDown(instance, instance.advertIntervalCentiseconds());
  }

  /** The same, with the interval that a Master of version 3 advertises. */
  static Duration masterDown(Instance instance, int intervalCentiseconds) {
    return Duration.ofNanos(
        VrrpTimers.masterDownIntervalNanos(
            instance.version(),
            instance.priority(),
            intervalCentiseconds,
            instance.downTimerAdverts(),
            TimerRounding.MICROSECOND));
  }

  /** What is left of that in the worst moment: a Master that pauses for longer is replaced. */
  static Duration freeze(Instance instance) {
    return masterDown(instance).minus(instance.advertInterval());
  }
}
