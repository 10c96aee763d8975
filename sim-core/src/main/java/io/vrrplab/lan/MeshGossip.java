package io.vrrplab.lan;

import io.vrrplab.sim.Timer;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.UdpPacket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * How a node of a mesh knows who else is there: each says so to each other one, again and again,
 * and one that was not heard for a while is dead. Docker's nodes probe each other in turns and tell
 * what they find (memberlist, SWIM); what comes of it is the same, give or take a second.
 */
final class MeshGossip {

  private final Lab lab;
  private final Machine machine;
  private final Ipv4Address self;
  private final List<Ipv4Address> others = new ArrayList<>();
  private final SequencedMap<Ipv4Address, Long> heardNanos = new LinkedHashMap<>();
  private final long deadAfterNanos;
  private final Octets word;
  private final Timer next;

  MeshGossip(Lab lab, Machine machine, RoutingMesh mesh) {
    this.lab = lab;
    this.machine = machine;
    this.self = RoutingMesh.addressOf(machine);
    this.deadAfterNanos = mesh.deadAfterNanos();
    this.word = Octets.of(machine.name().getBytes(StandardCharsets.UTF_8));
    this.next = lab.simulation().timer(this::speak);
    mesh.nodes().stream()
        .map(RoutingMesh::addressOf)
        .filter(address -> !address.equals(self))
        .forEach(others::add);
  }

  /** Begins to speak; who is there shows as they are heard. */
  void start() {
    heardNanos.clear();
    speak();
  }

  void stop() {
    next.cancel();
  }

  private void speak() {
    next.start(deadAfterNanos / RoutingMesh.SIGNS_OF_LIFE);
    if (!machine.isPaused()) {
      for (Ipv4Address other : others) {
        machine
            .ip()
            .sendTo(other, new UdpPacket(RoutingMesh.GOSSIP_PORT, RoutingMesh.GOSSIP_PORT, word));
      }
    }
  }

  /** Takes note of what another node said. */
  void heard(Ipv4Address from) {
    if (others.contains(from)) {
      heardNanos.put(from, lab.simulation().nowNanos());
    }
  }

  boolean isOther(Ipv4Address address) {
    return others.contains(address);
  }

  boolean isAlive(Ipv4Address node) {
    Long heard = heardNanos.get(node);
    return node.equals(self)
        || heard != null && lab.simulation().nowNanos() - heard <= deadAfterNanos;
  }
}
