package io.vrrplab.lan;

import io.vrrplab.sim.Simulation;
import io.vrrplab.sim.Timer;

/** How long the virtual routers of a daemon wait after a start; the later of two times counts. */
final class StartupDelay {

  private final Simulation simulation;
  private final Machine machine;
  private final Runnable begin;
  private final Timer timer;
  private long afterStartNanos;
  private long afterBootNanos;
  private long startedNanos;

  StartupDelay(Simulation simulation, Machine machine, VrrpDaemon daemon, Runnable begin) {
    this.simulation = simulation;
    this.machine = machine;
    this.begin = begin;
    this.timer = daemon.timer(begin);
  }

  void set(long startNanos, long bootNanos) {
    afterStartNanos = startNanos;
    afterBootNanos = bootNanos;
  }

  /** The daemon was started. */
  void run() {
    startedNanos = simulation.nowNanos();
    long sinceBoot = simulation.nowNanos() - machine.bootedNanos();
    long delay = Math.max(afterStartNanos, afterBootNanos - sinceBoot);
    if (delay <= 0) {
      begin.run();
    } else {
      timer.start(delay);
    }
  }

  /** For how long the daemon has run. */
  long ranNanos() {
    return simulation.nowNanos() - startedNanos;
  }

  void cancel() {
    timer.cancel();
  }
}
