package io.vrrplab.lan;

import io.vrrplab.wire.Ipv4Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The routing mesh of a Docker swarm with one service: each node takes what comes to a published
 * UDP port at any of its addresses and hands it on to a node that runs a task of the service. Over
 * IPv4 only, as Docker's network "ingress".
 *
 * <p>A node is known to the others by its first IPv4 address, which also stands for the addresses
 * of its tasks: what Docker wraps into VXLAN on the way from node to node is seen without the
 * wrapping.
 *
 * @param nodes the swarm
 * @param tasks those nodes that run a task, one each, in the order in which flows are dealt out
 * @param ports what the service publishes
 * @param deadAfterNanos how long a node may be silent before the others hand nothing on to it,
 *     nanoseconds, at least 5
 */
public record RoutingMesh(
    List<Machine> nodes, List<Machine> tasks, List<PublishedPort> ports, long deadAfterNanos) {

  /** Where Docker's nodes tell each other that they are there. */
  public static final int GOSSIP_PORT = 7946;

  /** A node says that it is there so many times in the time after which it counts as dead. */
  static final int SIGNS_OF_LIFE = 5;

  public RoutingMesh {
    nodes = List.copyOf(nodes);
    tasks = List.copyOf(tasks);
    ports = List.copyOf(ports);
    if (tasks.isEmpty() || !nodes.containsAll(tasks)) {
      throw new IllegalArgumentException("tasks run on nodes of the mesh, on one at least");
    }
    if (deadAfterNanos < SIGNS_OF_LIFE) {
      throw new IllegalArgumentException("too short to notice anything: " + deadAfterNanos + " ns");
    }
  }

  /**
   * A UDP port of a service, as Docker writes it {@code 8080:80/udp}.
   *
   * @param published where clients send to
   * @param target where the tasks listen
   */
  public record PublishedPort(int published, int target) {}

  /**
   * The address by which the mesh knows a node.
   *
   * @throws IllegalArgumentException if it has none in IPv4
   */
  static Ipv4Address addressOf(Machine node) {
    return node.interfaces().stream()
        .flatMap(each -> each.subnets().stream())
        .map(Subnet::address)
        .filter(Ipv4Address.class::isInstance)
        .map(Ipv4Address.class::cast)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(node.name() + " has no IPv4 address for the mesh"));
  }

  /** What is published under a port; null if nothing is. */
  @Nullable PublishedPort published(int port) {
    for (PublishedPort each : ports) {
      if (each.published() == port) {
        return each;
      }
    }
    return null;
  }

  /** Whether tasks listen at a port. */
  boolean isTarget(int port) {
    for (PublishedPort each : ports) {
      if (each.target() == port) {
        return true;
      }
    }
    return false;
  }
}
