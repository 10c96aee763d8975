package io.vrrplab.lan;

import io.vrrplab.lan.MeshConnections.Asked;
import io.vrrplab.lan.MeshConnections.Connection;
import io.vrrplab.lan.MeshConnections.Handed;
import io.vrrplab.lan.RoutingMesh.PublishedPort;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.UdpPacket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a machine does as a node of a routing mesh: it deals out clients to tasks in turns, as IPVS
 * with its scheduler "rr", sends what they send from its own address (masquerading), and gives the
 * answers to them from the address that they asked. A ping is no business of the mesh, since no
 * rule of Docker's touches ICMP: the machine answers it.
 */
final class MeshNode {

  private static final int DEFAULT_TTL = 64;

  /** A node's gateway bridge and its ingress sandbox each route, and take one off the TTL. */
  private static final int HOPS = 2;

  private final Lab lab;
  private final Machine machine;
  private final RoutingMesh mesh;
  private final Ipv4Address self;
  private final List<Ipv4Address> tasks;
  private final MeshGossip gossip;
  private final MeshConnections connections = new MeshConnections();
  private int turn;

  MeshNode(Lab lab, Machine machine, RoutingMesh mesh) {
    this.lab = lab;
    this.machine = machine;
    this.mesh = mesh;
    this.self = RoutingMesh.addressOf(machine);
    this.tasks = mesh.tasks().stream().map(RoutingMesh::addressOf).toList();
    this.gossip = new MeshGossip(lab, machine, mesh);
  }

  void start() {
    gossip.start();
  }

  /** The machine lost power, and with it all that its kernel knew. */
  void stop() {
    gossip.stop();
    connections.clear();
    turn = 0;
  }

  /**
   * Takes a datagram that came to an address of the machine; false if the mesh wants none of it.
   */
  boolean takes(IpStack.Arrival arrival, UdpPacket datagram) {
    if (!(arrival.frame().payload() instanceof Ipv4Packet packet)) {
      return false;
    }
    if (datagram.destinationPort() == RoutingMesh.GOSSIP_PORT) {
      gossip.heard(packet.source());
      return true;
    }
    Connection answered = connections.of(handed(packet, datagram), lab.simulation().nowNanos());
    PublishedPort port = mesh.published(datagram.destinationPort());
    if (answered != null) {
      giveBack(answered, datagram, packet.ttl() - HOPS);
    } else if (isHandedOn(packet, datagram)) {
      serve(packet, datagram);
    } else if (port != null) {
      admit(packet, datagram, port);
    } else {
      return false;
    }
    return true;
  }

  private static Handed handed(Ipv4Packet answer, UdpPacket datagram) {
    return new Handed(answer.source(), datagram.sourcePort(), datagram.destinationPort());
  }

  private boolean isHandedOn(Ipv4Packet packet, UdpPacket datagram) {
    return packet.destination().equals(self)
        && gossip.isOther(packet.source())
        && mesh.isTarget(datagram.destinationPort());
  }

  private void admit(Ipv4Packet packet, UdpPacket datagram, PublishedPort port) {
    Connection connection = connection(packet, datagram, port);
    int ttl = packet.ttl() - HOPS;
    if (connection == null || ttl < 1) {
      return;
    }
    Handed handed = connection.handed();
    if (handed.task().equals(self)) {
      note(datagram);
      giveBack(connection, datagram, DEFAULT_TTL - HOPS);
    } else {
      UdpPacket masked = new UdpPacket(handed.nodePort(), handed.taskPort(), datagram.data());
      send(Ipv4Packet.of(self, handed.task(), ttl, masked));
    }
  }

  /**
   * The connection that a packet belongs to, or begins. A packet whose task is dead ends its
   * connection and is lost; the next one begins anew (expire_nodest_conn, which Docker sets).
   */
  private @Nullable Connection connection(
      Ipv4Packet packet, UdpPacket datagram, PublishedPort port) {
    long now = lab.simulation().nowNanos();
    Asked asked =
        new Asked(packet.source(), datagram.sourcePort(), packet.destination(), port.published());
    Connection known = connections.of(asked, now);
    if (known == null) {
      Ipv4Address task = nextTask();
      return task == null ? null : connections.open(asked, task, port.target(), now);
    }
    if (gossip.isAlive(known.handed().task())) {
      return known;
    }
    connections.close(known);
    return null;
  }

  private @Nullable Ipv4Address nextTask() {
    for (int i = 0; i < tasks.size(); i++) {
      Ipv4Address task = tasks.get(turn);
      turn = (turn + 1) % tasks.size();
      if (gossip.isAlive(task)) {
        return task;
      }
    }
    return null;
  }

  /** The task of this node answers what another node handed on. */
  private void serve(Ipv4Packet packet, UdpPacket datagram) {
    note(datagram);
    UdpPacket answer =
        new UdpPacket(
            /* sourcePort= */ datagram.destinationPort(),
            /* destinationPort= */ datagram.sourcePort(),
            datagram.data());
    send(Ipv4Packet.of(self, packet.source(), DEFAULT_TTL, answer));
  }

  private void note(UdpPacket datagram) {
    Flow flow = lab.flowOf(datagram);
    if (flow != null) {
      flow.servedBy(machine, datagram);
    }
  }

  private void giveBack(Connection connection, UdpPacket answer, int ttl) {
    Asked asked = connection.asked();
    if (ttl > 0) {
      UdpPacket restored = new UdpPacket(asked.port(), asked.clientPort(), answer.data());
      send(Ipv4Packet.of(asked.address(), asked.client(), ttl, restored));
    }
  }

  private void send(Ipv4Packet packet) {
    machine.ip().send(packet.source(), packet.destination(), packet);
  }
}
