package io.vrrplab.cli;

/**
 * Whether the user wants to stop. A signal arrives on a thread of its own, in the midst of a run
 * that may be long: what is finished by then is written from that thread, and the process ends.
 */
public final class Interrupt {

  private boolean raised;
  private Runnable rescue = () -> {};

  /** Makes the work stop before its next run, and saves what is finished. */
  public synchronized void raise() {
    if (!raised) {
      raised = true;
      rescue.run();
    }
  }

  /** Whether {@link #raise()} was called. */
  synchronized boolean isRaised() {
    return raised;
  }

  /** Names what to do on {@link #raise()}, once; the last one named counts. */
  synchronized void onRaise(Runnable rescue) {
    this.rescue = rescue;
  }
}
