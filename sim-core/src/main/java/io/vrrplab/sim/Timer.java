package io.vrrplab.sim;

/**
 * A timer that can be started, started anew and cancelled at will. Starting it anew is cheap, since
 * a Backup does so at every advert: as long as the deadline only moves away, the queue keeps the
 * entry it has, which on coming up moves to the deadline of the day.
 *
 * <p>It fires in the order of its last start, exactly as if that had scheduled an event.
 */
public final class Timer {

  private static final long NOT_QUEUED = Long.MAX_VALUE;

  private final Simulation simulation;
  private final Runnable action;
  private boolean armed;
  private long deadlineNanos;
  private long sequence;
  private long queuedNanos = NOT_QUEUED;
  private long queuedSequence;

  Timer(Simulation simulation, Runnable action) {
    this.simulation = simulation;
    this.action = action;
  }

  /**
   * Starts the timer, or starts it anew if it was running.
   *
   * @param delayNanos how far away the deadline is, nanoseconds, at least 0
   */
  public void start(long delayNanos) {
    if (delayNanos < 0) {
      throw new IllegalArgumentException("negative delay: " + delayNanos);
    }
    armed = true;
    deadlineNanos = Math.addExact(simulation.nowNanos(), delayNanos);
    sequence = simulation.nextSequence();
    if (deadlineNanos < queuedNanos) {
      enqueue();
    }
  }

  /** Stops the timer; one that does not run stays as it is. */
  public void cancel() {
    armed = false;
  }

  public boolean isRunning() {
    return armed;
  }

  /** Time left, nanoseconds; 0 if the timer does not run. */
  public long remainingNanos() {
    return armed ? deadlineNanos - simulation.nowNanos() : 0;
  }

  /** How long ago the last deadline was, nanoseconds; below 0 while it lies ahead. */
  public long overdueNanos() {
    return simulation.nowNanos() - deadlineNanos;
  }

  private void enqueue() {
    queuedNanos = deadlineNanos;
    queuedSequence = sequence;
    simulation.enqueue(deadlineNanos, sequence, this);
  }

  /**
   * Takes note that a queue entry of this timer came up.
   *
   * @return whether the timer is to fire now
   */
  boolean cameUp(long entrySequence) {
    if (entrySequence != queuedSequence) {
      return false; // an earlier deadline was set after this entry was queued
    }
    queuedNanos = NOT_QUEUED;
    if (!armed) {
      return false;
    }
    if (sequence != entrySequence) {
      enqueue();
      return false;
    }
    armed = false;
    return true;
  }

  void fire() {
    action.run();
  }
}
