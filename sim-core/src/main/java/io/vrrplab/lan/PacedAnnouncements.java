package io.vrrplab.lan;

import io.vrrplab.sim.Simulation;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.Map;
import java.util.TreeMap;

/**
 * The announcements of one family that keep a distance, on an interface or on several that share a
 * pace. As keepalived 2.2.7 was measured to do it: one that may not leave yet waits, each address
 * once however often it is to be announced, and those that wait leave in the order of the
 * configuration.
 */
final class PacedAnnouncements {

  private final Simulation simulation;
  private final TreeMap<Place, Waiting> waiting = new TreeMap<>();
  private long freeAtNanos;
  private boolean scheduled;

  PacedAnnouncements(Simulation simulation) {
    this.simulation = simulation;
  }

  /** Those of both families, which keep no distance between them. */
  record Families(PacedAnnouncements ipv4, PacedAnnouncements ipv6) {

    Families(Simulation simulation) {
      this(new PacedAnnouncements(simulation), new PacedAnnouncements(simulation));
    }

    PacedAnnouncements of(IpAddress address) {
      return address instanceof Ipv6Address ? ipv6 : ipv4;
    }
  }

  /**
   * Whose turn it is.
   *
   * @param router its number
   * @param address its place among the addresses of the virtual router
   */
  record Place(int router, int address) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int routers = Integer.compare(router, other.router);
      return routers == 0 ? Integer.compare(address, other.address) : routers;
    }
  }

  private record Waiting(long spacingNanos, VrrpDaemon daemon, Runnable send) {}

  /** Announces an address now or in its turn. */
  void announce(Place place, long spacingNanos, VrrpDaemon daemon, Runnable send) {
    Waiting announcement = new Waiting(spacingNanos, daemon, send);
    if (simulation.nowNanos() >= freeAtNanos) {
      leave(announcement);
    } else {
      waiting.putIfAbsent(place, announcement);
      schedule(daemon);
    }
  }

  private void leave(Waiting announcement) {
    announcement.send().run();
    freeAtNanos = simulation.nowNanos() + announcement.spacingNanos();
  }

  private void schedule(VrrpDaemon daemon) {
    if (!scheduled) {
      scheduled = true;
      simulation.at(
          Math.max(freeAtNanos, simulation.nowNanos()), () -> daemon.orLater(this::takeTurn));
    }
  }

  private void takeTurn() {
    scheduled = false;
    if (!waiting.isEmpty() && simulation.nowNanos() >= freeAtNanos) {
      leave(waiting.pollFirstEntry().getValue());
    }
    if (!waiting.isEmpty()) {
      schedule(waiting.firstEntry().getValue().daemon());
    }
  }

  /** Forgets what a virtual router has waiting. */
  void cancel(int router) {
    Map<Place, Waiting> its = waiting.subMap(new Place(router, 0), new Place(router + 1, 0));
    its.clear();
  }
}
