package io.vrrplab.lan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a daemon that was stopped for a while finds when it goes on: first the timers that ran out,
 * in their order, then the packets that its socket kept.
 */
final class Standstill {

  /** About what Linux keeps of small packets in a receive buffer of its default size. */
  private static final int SOCKET_BUFFER_PACKETS = 256;

  private final List<Runnable> overdue = new ArrayList<>();
  private final Deque<Runnable> packets = new ArrayDeque<>();
  private boolean frozen;

  boolean isFrozen() {
    return frozen;
  }

  void begin() {
    frozen = true;
  }

  /** Does something that the daemon is due to do, or once it goes on. */
  void orLater(Runnable action) {
    if (frozen) {
      overdue.add(action);
    } else {
      action.run();
    }
  }

  /** Keeps a packet for the time after; what does not fit into the buffer is lost. */
  void keep(Runnable packet) {
    if (packets.size() < SOCKET_BUFFER_PACKETS) {
      packets.add(packet);
    }
  }

  void end() {
    frozen = false;
    List<Runnable> due = List.copyOf(overdue);
    List<Runnable> kept = List.copyOf(packets);
    forget();
    due.forEach(Runnable::run);
    kept.forEach(Runnable::run);
  }

  /** The process is gone, and all that waited for it. */
  void forget() {
    frozen = false;
    overdue.clear();
    packets.clear();
  }
}
