package io.vrrplab.lan;

import io.vrrplab.sim.Simulation;
import io.vrrplab.sim.Timer;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.MacAddress;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The ARP or neighbour cache of an interface, with the states and the default times of Linux: an
 * entry is believed for 15 to 45 s after it was last confirmed, then used for 5 s more, then asked
 * for three times by unicast, a second apart, and then forgotten.
 */
final class NeighbourCache {

  private static final long SECOND = 1_000_000_000L;
  private static final long BASE_REACHABLE_NANOS = 30 * SECOND;
  private static final long DELAY_FIRST_PROBE_NANOS = 5 * SECOND;
  private static final long RETRANSMIT_NANOS = SECOND;
  private static final int MAX_SOLICITATIONS = 3;

  /** Linux holds 101 packets for a neighbour that it is asking for, and then drops the oldest. */
  private static final int MAX_WAITING = 101;

  /** Of several answers within a second the first counts ({@code arp_process}: locktime). */
  private static final long LOCK_NANOS = SECOND;

  private final Asker asker;
  private final Simulation simulation;
  private final Function<Runnable, Timer> timers;
  private final SequencedMap<IpAddress, Neighbour> entries = new LinkedHashMap<>();
  private final long reachableNanos;

  /** Whether an answer may replace another MAC that is known and not in doubt. */
  enum Replace {
    /** Gratuitous ARP, and the override flag of RFC 4861 7.2.5. */
    ALWAYS,
    /** Other ARP: of several answers within a second the first counts. */
    AFTER_LOCK_TIME,
    /** Neighbour advertisements without the override flag. */
    NEVER
  }

  /** What the cache has the interface do. */
  interface Asker {

    /**
     * Asks who has an address.
     *
     * @param onBehalfOf source address of the packet that waits for the answer
     * @param to the MAC to ask; null asks everybody
     */
    void ask(IpAddress address, @Nullable IpAddress onBehalfOf, @Nullable MacAddress to);

    /** Sends a packet whose next hop is known now. */
    void send(OutgoingPacket packet, MacAddress to);
  }

  NeighbourCache(Asker asker, Simulation simulation, RandomGenerator random) {
    this.asker = asker;
    this.simulation = simulation;
    this.timers = simulation::timer;
    this.reachableNanos = BASE_REACHABLE_NANOS / 2 + random.nextLong(BASE_REACHABLE_NANOS);
  }

  /** Sends a packet to a neighbour, asking for its MAC first where that is not known. */
  void send(IpAddress nextHop, OutgoingPacket packet) {
    Neighbour neighbour = entries.get(nextHop);
    if (neighbour == null) {
      neighbour = add(nextHop);
    }
    switch (neighbour.state) {
      case REACHABLE -> {
        if (simulation.nowNanos() - neighbour.confirmedNanos > reachableNanos) {
          delay(neighbour);
        }
        asker.send(packet, neighbour.mac);
      }
      case STALE -> {
        delay(neighbour);
        asker.send(packet, neighbour.mac);
      }
      case DELAY, PROBE -> asker.send(packet, neighbour.mac);
      case INCOMPLETE -> enqueue(neighbour, packet);
      case FAILED -> {
        enqueue(neighbour, packet);
        neighbour.state = Neighbour.State.INCOMPLETE;
        neighbour.solicitationsSent = 0;
        solicit(neighbour);
      }
    }
  }

  private Neighbour add(IpAddress address) {
    Neighbour neighbour = new Neighbour(address, this, timers);
    entries.put(address, neighbour);
    return neighbour;
  }

  private static void enqueue(Neighbour neighbour, OutgoingPacket packet) {
    if (neighbour.waiting.size() == MAX_WAITING) {
      neighbour.waiting.remove();
    }
    neighbour.waiting.add(packet);
  }

  private static void delay(Neighbour neighbour) {
    neighbour.state = Neighbour.State.DELAY;
    neighbour.timer.start(DELAY_FIRST_PROBE_NANOS);
  }

  private void solicit(Neighbour neighbour) {
    OutgoingPacket first = neighbour.waiting.peek();
    boolean unicast = neighbour.state == Neighbour.State.PROBE;
    neighbour.solicitationsSent++;
    neighbour.timer.start(RETRANSMIT_NANOS);
    asker.ask(
        neighbour.address, first == null ? null : first.source(), unicast ? neighbour.mac : null);
  }

  void timeUp(Neighbour neighbour) {
    switch (neighbour.state) {
      case DELAY -> {
        neighbour.state = Neighbour.State.PROBE;
        neighbour.solicitationsSent = 0;
        solicit(neighbour);
      }
      case PROBE, INCOMPLETE -> {
        if (neighbour.solicitationsSent < MAX_SOLICITATIONS) {
          solicit(neighbour);
        } else {
          neighbour.state = Neighbour.State.FAILED;
          neighbour.waiting.clear();
        }
      }
      case REACHABLE, STALE, FAILED -> {
        // the timer was overtaken by an answer
      }
    }
  }

  /** Takes an answer in that was asked for: the neighbour is reachable. */
  void answered(IpAddress address, MacAddress mac, Replace replace) {
    Neighbour neighbour = entries.get(address);
    if (neighbour != null && mayReplace(neighbour, mac, replace)) {
      update(neighbour, mac, Neighbour.State.REACHABLE);
    }
  }

  /** Takes in what a neighbour said of itself without being asked: a known entry follows it. */
  void overheard(IpAddress address, MacAddress mac, Replace replace) {
    Neighbour neighbour = entries.get(address);
    if (neighbour != null && mayReplace(neighbour, mac, replace)) {
      refresh(neighbour, mac);
    }
  }

  /** A neighbour asked this machine something: from then on it is known. */
  void askedBy(IpAddress address, MacAddress mac) {
    Neighbour neighbour = entries.get(address);
    refresh(neighbour == null ? add(address) : neighbour, mac);
  }

  /** The layer above heard from beyond the neighbour, so its MAC is right. */
  void confirm(IpAddress address) {
    Neighbour neighbour = entries.get(address);
    if (neighbour == null) {
      return;
    }
    switch (neighbour.state) {
      case REACHABLE -> neighbour.confirmedNanos = simulation.nowNanos();
      case STALE, DELAY, PROBE -> {
        neighbour.timer.cancel();
        neighbour.state = Neighbour.State.REACHABLE;
        neighbour.confirmedNanos = simulation.nowNanos();
      }
      case INCOMPLETE, FAILED -> {
        // nothing to confirm
      }
    }
  }

  /** Forgets everything, as on power loss. */
  void clear() {
    entries.values().forEach(neighbour -> neighbour.timer.cancel());
    entries.clear();
  }

  private boolean mayReplace(Neighbour neighbour, MacAddress mac, Replace replace) {
    return neighbour.mac.equals(mac)
        || neighbour.state == Neighbour.State.INCOMPLETE
        || neighbour.state == Neighbour.State.FAILED
        || switch (replace) {
          case ALWAYS -> true;
          case AFTER_LOCK_TIME -> simulation.nowNanos() - neighbour.updatedNanos > LOCK_NANOS;
          case NEVER -> false;
        };
  }

  private void refresh(Neighbour neighbour, MacAddress mac) {
    boolean known =
        switch (neighbour.state) {
          case REACHABLE, DELAY, PROBE, STALE -> neighbour.mac.equals(mac);
          case INCOMPLETE, FAILED -> false;
        };
    if (!known) {
      update(neighbour, mac, Neighbour.State.STALE);
    }
  }

  private void update(Neighbour neighbour, MacAddress mac, Neighbour.State state) {
    neighbour.timer.cancel();
    neighbour.mac = mac;
    neighbour.state = state;
    neighbour.updatedNanos = simulation.nowNanos();
    if (state == Neighbour.State.REACHABLE) {
      neighbour.confirmedNanos = simulation.nowNanos();
    }
    if (!neighbour.waiting.isEmpty() && state == Neighbour.State.STALE) {
      delay(neighbour);
    }
    while (!neighbour.waiting.isEmpty()) {
      asker.send(neighbour.waiting.remove(), mac);
    }
  }
}
