package io.vrrplab.measure;

import io.vrrplab.vrrp.TimerRounding;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.vrrp.VrrpTimers;

/**
 * How long a Backup may wait after the last advert that it heard.
 *
 * @param clause where it stands
 * @param nanos the bound
 */
record RfcBound(String clause, long nanos) {

  /**
   * Master_Down_Interval, or Skew_Time after priority 0 (RFC 9568 6.1 and 6.4.2).
   *
   * @param before the state that the node left
   */
  static RfcBound of(VirtualRouterConfig config, VrrpState before, boolean release) {
    int intervalCs =
        before instanceof VrrpState.Backup backup
            ? backup.masterAdverIntervalCs()
            : config.advertisementIntervalCs();
    long nanos =
        release
            ? VrrpTimers.skewTimeNanos(
                config.version(), config.priority(), intervalCs, TimerRounding.NANOSECOND)
            : VrrpTimers.masterDownIntervalNanos(
                config.version(), config.priority(), intervalCs, 3, TimerRounding.NANOSECOND);
    return new RfcBound(clause(config), nanos);
  }

  private static String clause(VirtualRouterConfig config) {
    return config.version() == 2 ? "RFC 3768 6.1" : "RFC 9568 6.1";
  }
}
