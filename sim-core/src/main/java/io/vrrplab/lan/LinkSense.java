package io.vrrplab.lan;

import io.vrrplab.sim.Timer;
import org.jspecify.annotations.Nullable;

/**
 * What the daemon of a machine takes the link of an interface to be: as it is, unless it was told
 * to wait until a change has lasted ({@code interface_up_down_delays} of keepalived).
 */
public final class LinkSense {

  private final NetworkInterface on;
  private Delays delays = Delays.NONE;
  private Delays written = Delays.NONE;
  private boolean takenForUp = true;
  private @Nullable Timer change;

  LinkSense(NetworkInterface on) {
    this.on = on;
  }

  /** What is waited out, nanoseconds. */
  private record Delays(long down, long up) {
    static final Delays NONE = new Delays(0, 0);
  }

  /**
   * Has a change count only once it has lasted, and be forgotten if it does not; from now on, even
   * if the daemon runs. A change that is being waited out goes on as before.
   *
   * @param daemon of the same machine
   * @param downNanos for the loss of the link, 0 for at once
   * @param upNanos for its return, 0 for at once
   */
  public void waitOut(VrrpDaemon daemon, long downNanos, long upNanos) {
    delays = new Delays(downNanos, upNanos);
    written = delays;
    if (change == null) {
      takeAsItIs();
      change =
          daemon.timer(() -> {
            takeAsItIs();
            daemon.review();
          });
    }
  }

  /**
   * The configuration says nothing of the link any more. As seen of keepalived 2.2.7, what it said
   * before counts until the daemon is started anew.
   */
  void forgetAtStart() {
    written = Delays.NONE;
  }

  /** Whether the daemon takes the link for up. */
  boolean isUp() {
    return change == null ? on.port().hasCarrier() : takenForUp;
  }

  /** A daemon that begins sees the link as it is. */
  void begin() {
    delays = written;
    takeAsItIs();
  }

  /** The link went or came back. */
  void changed() {
    if (change == null) {
      return;
    }
    boolean up = on.port().hasCarrier();
    long delay = up ? delays.up() : delays.down();
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
