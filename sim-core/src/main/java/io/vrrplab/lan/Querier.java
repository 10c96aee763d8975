package io.vrrplab.lan;

import io.vrrplab.sim.Simulation;
import io.vrrplab.sim.Timer;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IgmpQuery;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.MldQuery;
import org.jspecify.annotations.Nullable;

/**
 * Asks the hosts of a segment time and again which groups they listen to, in IPv4 by IGMPv3 and in
 * IPv6 by MLDv2. It is the only one there, so none is elected.
 */
final class Querier {

  /** Query Interval (RFC 3376 8.2, RFC 3810 9.2). */
  private static final long INTERVAL_NANOS = 125_000_000_000L;

  /** Startup Query Interval (RFC 3376 8.6, RFC 3810 9.6). */
  private static final long STARTUP_INTERVAL_NANOS = INTERVAL_NANOS / 4;

  /** Startup Query Count (RFC 3376 8.7, RFC 3810 9.7). */
  private static final int STARTUP_QUERIES = 2;

  private final Simulation simulation;
  private final Voice voice;
  private final Timer timer;
  private int asked;
  private long askedNanos = -1;

  /** Who asks. */
  sealed interface Voice {

    /** A switch, which as a Linux bridge has no address of IPv4 to ask from. */
    record OfSwitch(Segment segment, Port port, MacAddress mac) implements Voice {}

    /** A machine, with its card on the segment. */
    record OfMachine(NetworkInterface card) implements Voice {}
  }

  Querier(Simulation simulation, Voice voice) {
    this.simulation = simulation;
    this.voice = voice;
    this.timer = simulation.timer(this::ask);
  }

  /** The port from which a switch asks, one without a cable; null if a machine asks. */
  @Nullable Port ownPort() {
    return voice instanceof Voice.OfSwitch(_, Port port, _) ? port : null;
  }

  /**
   * Begins with the lab: a switch once its ports forward, a machine at once, for it cannot know.
   */
  void start(long forwardDelayNanos) {
    begin(voice instanceof Voice.OfSwitch ? forwardDelayNanos : 0);
  }

  /** Begins later, or begins anew; ports that come up together are asked once. */
  private void begin(long delayNanos) {
    simulation.at(
        simulation.nowNanos() + delayNanos,
        () -> {
          if (askedNanos != simulation.nowNanos()) {
            asked = 0;
            ask();
          }
        });
  }

  /**
   * A port of the switch came up. A machine begins anew when its own link is back; a switch asks
   * once the port forwards, so that it need not wait for what it has forgotten (RFC 4541 2.1.1
   * (4)).
   */
  void portCameUp(Station station, long forwardDelayNanos) {
    switch (voice) {
      case Voice.OfSwitch _ -> begin(forwardDelayNanos);
      case Voice.OfMachine(NetworkInterface card) -> {
        if (card.machine() == station) {
          begin(0);
        }
      }
    }
  }

  private void ask() {
    asked++;
    askedNanos = simulation.nowNanos();
    ask(Ipv4Address.ALL_SYSTEMS);
    ask(Ipv6Address.ALL_NODES);
    timer.start(asked < STARTUP_QUERIES ? STARTUP_INTERVAL_NANOS : INTERVAL_NANOS);
  }

  private void ask(IpAddress everybody) {
    switch (voice) {
      case Voice.OfSwitch(Segment segment, Port port, MacAddress mac) -> {
        if (segment.subnets().stream().anyMatch(each -> isLike(each.address(), everybody))) {
          IpAddress own =
              everybody instanceof Ipv4Address ? Ipv4Address.ANY : Ipv6Address.linkLocal(mac);
          segment.say(port, query(mac, own, everybody));
        }
      }
      case Voice.OfMachine(NetworkInterface card) -> {
        IpAddress own = card.sourceFor(everybody);
        if (own != null && isLike(own, everybody) && !card.machine().isPaused()) {
          card.transmit(query(card.mac(), own, everybody));
        }
      }
    }
  }

  private static boolean isLike(IpAddress one, IpAddress other) {
    return one.width() == other.width();
  }

  private static Frame query(MacAddress mac, IpAddress own, IpAddress everybody) {
    return Frame.of(
        new EthernetFrame(
            MacAddress.ofMulticast(everybody),
            mac,
            switch (own) {
              case Ipv4Address v4 ->
                  Ipv4Packet.of(v4, Ipv4Address.ALL_SYSTEMS, 1, IgmpQuery.general())
                      .withOptions(Ipv4Packet.ROUTER_ALERT);
              case Ipv6Address v6 ->
                  Ipv6Packet.of(v6, Ipv6Address.ALL_NODES, 1, MldQuery.general())
                      .withHopByHopOptions(Ipv6Packet.MLD_ROUTER_ALERT);
            }));
  }
}
