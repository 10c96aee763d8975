package io.vrrplab.lan;

import org.jspecify.annotations.Nullable;

/** A port of a switch, and what is at the other end of its cable. */
final class Outlet {

  final Port port;
  final Station station;

  /** Which part of a split network it belongs to. */
  int zone;

  @Nullable SourceGuard guard;

  /** From when on it forwards, or 0. */
  private long forwardsNanos;

  Outlet(Port port, Station station) {
    this.port = port;
    this.station = station;
  }

  /** The port came up. */
  void cameUp(long nowNanos, long forwardDelayNanos) {
    forwardsNanos = forwardDelayNanos == 0 ? 0 : nowNanos + forwardDelayNanos;
  }

  /**
   * Whether the port forwards; one without delay is not asked for the time, which has its price.
   */
  boolean forwards(Lab lab) {
    return forwardsNanos == 0 || forwardsNanos <= lab.simulation().nowNanos();
  }
}
