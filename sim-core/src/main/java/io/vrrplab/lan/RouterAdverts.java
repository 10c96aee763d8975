package io.vrrplab.lan;

import io.vrrplab.sim.Timer;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.vrrp.VirtualRouterConfig;

/**
 * The router advertisements of a Master over IPv6 (RFC 9568 6.4.3), where its profile leaves them
 * to no other program.
 */
final class RouterAdverts {

  private final VirtualRouter router;
  private final Timer timer;

  RouterAdverts(VrrpDaemon daemon, VirtualRouter router) {
    this.router = router;
    this.timer = daemon.timer(this::send);
  }

  /** Sends the first one at once, and then one after the other. */
  void begin() {
    timer.start(0);
  }

  void end() {
    timer.cancel();
  }

  /** Sends one, and the next one in time. */
  void send() {
    VirtualRouterConfig config = router.config();
    long periodNanos = config.profile().announcements().routerAdvertNanos();
    boolean routes = router.machine().forwards() && config.family() == AddressFamily.IPV6;
    if (routes && periodNanos > 0) {
      router.on().transmit(VrrpFrames.routerAdvertisement(config, router.announcedMac()));
      timer.start(periodNanos);
    }
  }
}
