package io.vrrplab.lan;

import io.vrrplab.sim.Timer;
import org.jspecify.annotations.Nullable;

/**
 * What the daemon of a machine takes the link of an interface to be: as it is, unless it was told
 * to wait until a change has lasted ({@code interface_up_down_delays} of keepalived).
 */
public final class LinkSense {

  private final NetworkInterface on;
  private long downDelayNanos;
  private long upDelayNanos;
  private boolean takenForUp = true;
  private @Nullable Timer change;

  LinkSense(NetworkInterface on) {
    this.on = on;
  }

  /**
   * Has a change count only once it has lasted, and be forgotten if it does not; for before the
   * start of the daemon.
   *
   * @param daemon of the same machine
   * @param downNanos for the loss of the link, 0 for at once
   * @param upNanos for its return, 0 for at once
   */
  public void waitOut(VrrpDaemon daemon, long downNanos, long upNanos) {
    downDelayNanos = downNanos;
    upDelayNanos = upNanos;
    change =
        daemon.timer(() -> {
          takeAsItIs();
          daemon.review();
        });
  }

  /** Whether the daemon takes the link for up. */
  boolean isUp() {
    return change == null ? on.port().hasCarrier() : takenForUp;
  }

  /** A daemon that begins sees the link as it is. */
  void begin() {
    takeAsItIs();
  }

  /** The link went or came back. */
  void changed() {
    if (change == null) {
      return;
    }
    boolean up = on.port().hasCarrier();
    long delay = up ? upDelayNanos : downDelayNanos;
    if (delay == 0) {
      takeAsItIs();
    } else {
      change.start(delay); // a change that did not last finds nothing to change when it is over
    }
  }

  private void takeAsItIs() {
    takenForUp = on.port().hasCarrier();
  }
}
