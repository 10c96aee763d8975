package io.vrrplab.lan;

import io.vrrplab.sim.Timer;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.MacAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Function;

/**
 * What a machine knows of one neighbour: the states of RFC 4861 7.3.2, which Linux uses for ARP
 * too.
 */
final class Neighbour {

  /** How sure the machine is of the MAC. */
  enum State {
    /** Asked for, not yet answered. */
    INCOMPLETE,
    /** Confirmed a short while ago. */
    REACHABLE,
    /** Known, and not confirmed for long. */
    STALE,
    /** Used while stale; somebody may yet confirm it. */
    DELAY,
    /** Being asked by unicast. */
    PROBE,
    /** Did not answer. */
    FAILED
  }

  final IpAddress address;
  final Timer timer;
  final Queue<OutgoingPacket> waiting = new ArrayDeque<>(0);
  State state = State.FAILED;
  MacAddress mac = MacAddress.ZERO;
  long confirmedNanos;
  long updatedNanos;
  int solicitationsSent;

  Neighbour(IpAddress address, NeighbourCache cache, Function<Runnable, Timer> timers) {
    this.address = address;
    this.timer = timers.apply(() -> cache.timeUp(this));
  }
}
