package io.vrrplab.lan;

import io.vrrplab.sim.Timer;
import io.vrrplab.track.CheckResult;
import io.vrrplab.track.Condition;
import io.vrrplab.track.ScriptHealth;
import io.vrrplab.track.Tracked;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** A daemon's look at one thing that it tracks; the thing itself goes on while no daemon runs. */
sealed interface Watch {

  Tracked what();

  Condition condition();

  /**
   * The watch starts: what the daemon knew is forgotten.
   *
   * @param ranNanos for how long the daemon has run without being able to look
   */
  void start(long ranNanos);

  /** The daemon ends. */
  void stop();

  /** Takes note of what the thing shows from now on, if it is about this one. */
  void show(CheckResult result);

  /** Runs a script again and again. */
  final class OfScript implements Watch {
    private final VrrpDaemon daemon;
    private final Tracked.Script script;
    private final Timer next;
    private final Timer timeout;
    private CheckResult.Outcome outcome = CheckResult.Outcome.OK;
    private ScriptHealth health;

    OfScript(VrrpDaemon daemon, Tracked.Script script) {
      this.daemon = daemon;
      this.script = script;
      this.health = ScriptHealth.before(script);
      this.timeout = daemon.timer(() -> ended(false));
      this.next = daemon.timer(this::run);
    }

    @Override
    public Tracked what() {
      return script;
    }

    @Override
    public Condition condition() {
      return health.condition(script);
    }

    @Override
    public void start(long ranNanos) {
      health = ScriptHealth.before(script);
      run();
    }

    @Override
    public void stop() {
      next.cancel();
      timeout.cancel();
    }

    private void run() {
      if (!timeout.isRunning()) { // else the last run has not ended: this one is left out
        switch (outcome) {
          case OK -> ended(true);
          case FAIL -> ended(false);
          case HANG -> timeout.start(script.timeoutNanos());
        }
      }
      next.start(script.intervalNanos());
    }

    private void ended(boolean success) {
      health = health.after(script, success);
      daemon.review();
    }

    @Override
    public void show(CheckResult result) {
      if (result.concerns(script) && result instanceof CheckResult.OfScript(_, var shown)) {
        outcome = shown;
      }
    }
  }

  /** Sees whether the link of an interface is up. */
  record OfLink(Tracked.Link what, NetworkInterface on) implements Watch {
    @Override
    public Condition condition() {
      return new Condition.Known(on.link().isUp());
    }

    @Override
    public void start(long ranNanos) {}

    @Override
    public void stop() {}

    @Override
    public void show(CheckResult result) {}
  }

  /** Reads a number from a file whenever it changes. */
  final class OfFile implements Watch {
    private final Tracked.File file;
    private int value;

    OfFile(Tracked.File file) {
      this.file = file;
      this.value = file.initialValue();
    }

    @Override
    public Tracked what() {
      return file;
    }

    @Override
    public Condition condition() {
      return new Condition.Level(value);
    }

    @Override
    public void start(long ranNanos) {}

    @Override
    public void stop() {}

    @Override
    public void show(CheckResult result) {
      if (result.concerns(file) && result instanceof CheckResult.OfFile(_, int shown)) {
        value = shown;
      }
    }
  }

  /** Counts processes. */
  final class OfProcess implements Watch {
    private final VrrpDaemon daemon;
    private final Tracked.Processes process;
    private final Timer settling;
    private int running;
    private boolean good;

    /** A watch of a process of which as many run at first as should. */
    OfProcess(VrrpDaemon daemon, Tracked.Processes process) {
      this.daemon = daemon;
      this.process = process;
      this.running = process.quorum();
      this.good = true;
      this.settling = daemon.timer(this::settle);
    }

    @Override
    public Tracked what() {
      return process;
    }

    @Override
    public Condition condition() {
      return new Condition.Known(good);
    }

    @Override
    public void start(long ranNanos) {
      good = process.suffices(running);
    }

    @Override
    public void stop() {
      settling.cancel();
    }

    private void settle() {
      good = process.suffices(running);
      daemon.review();
    }

    @Override
    public void show(CheckResult result) {
      if (!result.concerns(process) || !(result instanceof CheckResult.OfProcess(_, int shown))) {
        return;
      }
      running = shown;
      boolean will = process.suffices(shown);
      if (will == good) {
        settling.cancel();
      } else if (daemon.isRunning()) {
        settling.start(will ? process.forkDelayNanos() : process.terminateDelayNanos());
      }
    }
  }

  /**
   * Is told of a BFD session, which another process of the daemon's keeps. Measured with keepalived
   * 2.2.7: after a start it is down, and up within 0 to 0.7 s where the neighbour is there. That
   * one answers with its next packet, and the time between two, a second, is cut by 10 to 25 %.
   */
  final class OfBfdSession implements Watch {
    private final VrrpDaemon daemon;
    private final Tracked.BfdSession session;
    private final RandomGenerator random;
    private final Consumer<Boolean> told;
    private final Timer rising;
    private boolean up = true;
    private boolean good;

    OfBfdSession(
        VrrpDaemon daemon,
        Tracked.BfdSession session,
        RandomGenerator random,
        Consumer<Boolean> told) {
      this.daemon = daemon;
      this.session = session;
      this.random = random;
      this.told = told;
      this.rising =
          daemon.timer(() -> {
            become(true);
            daemon.review();
          });
    }

    private void become(boolean goodNow) {
      if (good != goodNow) {
        good = goodNow;
        told.accept(goodNow);
      }
    }

    @Override
    public Tracked what() {
      return session;
    }

    @Override
    public Condition condition() {
      return new Condition.Known(good);
    }

    @Override
    public void start(long ranNanos) {
      good = false;
      if (up) {
        long answerNanos = (long) (random.nextDouble() * 0.9 * session.idleNanos());
        rising.start(Math.max(0, answerNanos - ranNanos));
      }
    }

    @Override
    public void stop() {
      rising.cancel();
    }

    @Override
    public void show(CheckResult result) {
      if (result.concerns(session) && result instanceof CheckResult.OfBfdSession(_, var shown)) {
        rising.cancel();
        up = shown;
        if (daemon.isRunning()) {
          daemon.orLater(() -> become(shown));
        }
      }
    }
  }
}
