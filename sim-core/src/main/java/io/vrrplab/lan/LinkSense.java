package io.vrrplab.lan;

import io.vrrplab.sim.Timer;
import org.jspecify.annotations.Nullable;

/**
 * What the daemon of a machine takes the link of an interface to be: as the kernel tells it, unless
 * it waits until a change has lasted ({@code interface_up_down_delays} of keepalived), or looks by
 * itself once a second and lets the kernel talk ({@code linkbeat_use_polling}).
 */
public final class LinkSense {

  private static final long POLL_NANOS = 1_000_000_000L;

  private final NetworkInterface on;
  private Delays delays = Delays.NONE;
  private Delays written = Delays.NONE;
  private boolean takenForUp = true;
  private boolean seenUp = true;
  private @Nullable Timer change;
  private @Nullable Timer look;

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

  /**
   * Has the daemon look once a second, counted from its start, and notice nothing in between; for
   * before the start. Measured with keepalived 2.2.7: a change counts at the next second of that
   * grid, whatever delays there are for the kernel's news, and a loss of some milliseconds never.
   *
   * @param daemon of the same machine
   */
  public void poll(VrrpDaemon daemon) {
    look = daemon.timer(() -> look(daemon));
  }

  /** Whether the daemon looks by itself. */
  public boolean isPolled() {
    return look != null;
  }

  /** Whether the daemon takes the link for up. */
  boolean isUp() {
    return look == null ? isHeardUp() : seenUp;
  }

  /**
   * The same of the link of a virtual MAC, an interface of its own on top of this one: its loss is
   * told by the kernel even where this one is polled, and both have to be up. Measured as well.
   */
  boolean isUpWithVirtualMac() {
    return isUp() && isHeardUp();
  }

  private boolean isHeardUp() {
    return change == null ? on.port().hasCarrier() : takenForUp;
  }

  /**
   * A daemon that begins sees the link as it is.
   *
   * @param ranNanos for how long it has run
   */
  void begin(long ranNanos) {
    delays = written;
    takeAsItIs();
    seenUp = on.port().hasCarrier();
    if (look != null) {
      look.start(POLL_NANOS - ranNanos % POLL_NANOS);
    }
  }

  /** The daemon is no more. */
  void end() {
    if (look != null) {
      look.cancel();
    }
  }

  private void look(VrrpDaemon daemon) {
    boolean up = on.port().hasCarrier();
    if (look != null) {
      look.start(POLL_NANOS);
    }
    if (up != seenUp) {
      seenUp = up;
      daemon.review();
    }
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
