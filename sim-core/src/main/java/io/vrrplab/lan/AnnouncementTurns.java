package io.vrrplab.lan;

import io.vrrplab.sim.Simulation;

/** The turns of announcements that keep a distance on an interface. */
final class AnnouncementTurns {

  private final Simulation simulation;
  private long reservedUntilNanos;

  AnnouncementTurns(Simulation simulation) {
    this.simulation = simulation;
  }

  /**
   * Reserves the next moment at which an announcement may leave, at least {@code spacingNanos}
   * after the last one that was reserved.
   */
  long nextNanos(long spacingNanos) {
    long next = Math.max(simulation.nowNanos(), reservedUntilNanos);
    reservedUntilNanos = next + spacingNanos;
    return next;
  }
}
