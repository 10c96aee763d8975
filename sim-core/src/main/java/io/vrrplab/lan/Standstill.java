package io.vrrplab.lan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a daemon that was stopped for a while finds when it goes on: first the timers that ran out,
 * in their order, then the packets that its socket kept.
 */
final class Standstill {

  /** About what Linux keeps of small packets in a receive buffer of its default size. */
  private static final int SOCKET_BUFFER_PACKETS = 256;

  /** Who stands still; the daemon goes on when nobody does any more. */
  enum Who {
    PROCESS,
    MACHINE
  }

  private final Set<Who> still = EnumSet.noneOf(Who.class);
  private final List<Runnable> overdue = new ArrayList<>();
  private final Deque<Runnable> packets = new ArrayDeque<>();

  boolean isFrozen() {
    return !still.isEmpty();
  }

  void begin(Who who) {
    still.add(who);
  }

  /** Does something that the daemon is due to do, or once it goes on. */
  void orLater(Runnable action) {
    if (isFrozen()) {
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

  void end(Who who) {
    if (!still.remove(who) || isFrozen()) {
      return;
    }
    List<Runnable> due = List.copyOf(overdue);
    List<Runnable> kept = List.copyOf(packets);
    overdue.clear();
    packets.clear();
    due.forEach(Runnable::run);
    kept.forEach(Runnable::run);
  }

  /** The process is gone, and all that waited for it. */
  void forget() {
    still.clear();
    overdue.clear();
    packets.clear();
  }
}
