package io.vrrplab.lan;

import io.vrrplab.sim.Simulation;

/** The clock of a machine, which may be wrong. */
public final class MachineClock {

  /** The first of January 2026, UTC. */
  private static final long AT_START_NANOS = 1_767_225_600_000_000_000L;

  private final Simulation simulation;
  private long aheadNanos;

  MachineClock(Simulation simulation) {
    this.simulation = simulation;
  }

  /** The time that it shows, nanoseconds since 1970: a run begins with the year 2026. */
  long nowNanos() {
    return AT_START_NANOS + simulation.nowNanos() + aheadNanos;
  }

  /**
   * Sets it.
   *
   * @param nanos how far it is ahead of the others; below 0 behind
   */
  public void setAhead(long nanos) {
    aheadNanos = nanos;
  }
}
