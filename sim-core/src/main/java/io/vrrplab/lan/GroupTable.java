package io.vrrplab.lan;

import io.vrrplab.sim.Simulation;
import io.vrrplab.sim.Timer;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.GroupQuery;
import io.vrrplab.wire.GroupRecord;
import io.vrrplab.wire.GroupReport;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.IpPayload;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a switch has learnt by snooping: behind which ports, told by their index, somebody listens
 * to a group, and behind which a querier is. It tells groups apart by their addresses, not by the
 * MACs that several of them share (RFC 4541 2.1.2 (4)).
 */
final class GroupTable {

  private final Simulation simulation;
  private final Snooping snooping;
  private final BiConsumer<Integer, IpAddress> forgotten;
  private final SequencedMap<IpAddress, SortedMap<Integer, Timer>> members = new LinkedHashMap<>();
  private final SortedMap<Integer, Timer> queriers = new TreeMap<>();

  /**
   * Creates an empty table.
   *
   * @param forgotten told of a port that said nothing of a group for too long
   */
  GroupTable(Simulation simulation, Snooping snooping, BiConsumer<Integer, IpAddress> forgotten) {
    this.simulation = simulation;
    this.snooping = snooping;
    this.forgotten = forgotten;
  }

  /** A multicast packet, as far as a switch looks into it. */
  private record Multicast(IpAddress source, IpAddress group, IpPayload payload) {}

  private static @Nullable Multicast multicast(Frame frame) {
    if (!(frame.decoded() instanceof Decoded.Packet(EthernetFrame packet))) {
      return null;
    }
    Multicast found =
        switch (packet.payload()) {
          case Ipv4Packet v4 -> new Multicast(v4.source(), v4.destination(), v4.payload());
          case Ipv6Packet v6 -> new Multicast(v6.source(), v6.destination(), v6.payload());
          default -> null;
        };
    return found != null && found.group().isMulticast() ? found : null;
  }

  /**
   * Learns from a frame to a group of MACs, and tells where it goes.
   *
   * @return the ports, the one it came from among them where somebody listens there too; null for
   *     all, as for what is no IP multicast or cannot be read
   */
  @Nullable BitSet waysOf(Frame frame, int port) {
    Multicast packet = multicast(frame);
    if (packet == null) {
      return null;
    }
    if (packet.payload() instanceof GroupReport report) {
      report.records().forEach(each -> learn(each, port));
      return ports(queriers); // so that hosts do not hear each other's (RFC 4541 2.1.1 (1))
    }
    if (packet.payload() instanceof GroupQuery && !isUnspecified(packet.source())) {
      remember(queriers, port, () -> queriers.remove(port)); // RFC 4541 2.1.1 (1 b)
    }
    return goesEverywhere(packet.group()) ? null : listenersTo(packet.group());
  }

  private @Nullable BitSet listenersTo(IpAddress group) {
    SortedMap<Integer, Timer> listening = members.get(group);
    if (listening == null && snooping.floodsUnknown()) {
      return null;
    }
    BitSet ways = ports(queriers);
    if (listening != null) {
      ways.or(ports(listening));
    }
    return ways;
  }

  private boolean goesEverywhere(IpAddress group) {
    return switch (group) {
      case Ipv4Address v4 ->
          v4.equals(Ipv4Address.ALL_SYSTEMS) || v4.isLocalGroup() && !snooping.prunesLocal();
      case Ipv6Address v6 -> v6.equals(Ipv6Address.ALL_NODES);
    };
  }

  private static boolean isUnspecified(IpAddress source) {
    return source.equals(Ipv4Address.ANY) || source.equals(Ipv6Address.ANY);
  }

  private static BitSet ports(SortedMap<Integer, Timer> known) {
    BitSet ports = new BitSet();
    known.keySet().forEach(ports::set);
    return ports;
  }

  /** Takes a record in; with one device at each port, who leaves was the last one there. */
  private void learn(GroupRecord said, int port) {
    IpAddress group = said.group();
    switch (said.type()) {
      case GroupRecord.MODE_IS_EXCLUDE, GroupRecord.CHANGE_TO_EXCLUDE -> remember(group, port);
      case GroupRecord.MODE_IS_INCLUDE, GroupRecord.CHANGE_TO_INCLUDE -> {
        if (said.sources().isEmpty()) {
          forget(group, port);
        } else {
          remember(group, port);
        }
      }
      default -> {
        // more or fewer sources; the group stays as it was
      }
    }
  }

  private void remember(IpAddress group, int port) {
    SortedMap<Integer, Timer> listening = members.computeIfAbsent(group, _ -> new TreeMap<>());
    remember(
        listening,
        port,
        () -> {
          forget(group, port);
          forgotten.accept(port, group);
        });
  }

  private void remember(SortedMap<Integer, Timer> known, int port, Runnable end) {
    known.computeIfAbsent(port, _ -> simulation.timer(end)).start(snooping.timeoutNanos());
  }

  private void forget(IpAddress group, int port) {
    SortedMap<Integer, Timer> listening = members.get(group);
    if (listening != null) {
      drop(listening, port);
      if (listening.isEmpty()) {
        members.remove(group);
      }
    }
  }

  private static void drop(SortedMap<Integer, Timer> known, int port) {
    Timer timer = known.remove(port);
    if (timer != null) {
      timer.cancel();
    }
  }

  /** Forgets all that was learnt at a port, as a Linux bridge does when its carrier goes. */
  void forget(int port) {
    drop(queriers, port);
    members.sequencedValues().forEach(listening -> drop(listening, port));
    members.sequencedValues().removeIf(Map::isEmpty);
  }
}
