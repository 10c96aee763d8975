package io.vrrplab.scenario.spec;

import io.vrrplab.lan.RoutingMesh.PublishedPort;
import java.util.List;

/**
 * The routing mesh of a Docker swarm that runs one service.
 *
 * @param nodes names of the swarm's nodes
 * @param tasks names of those that run a task of the service, in the order in which flows are dealt
 *     out
 * @param ports what the service publishes
 * @param deadAfter how long a node may be silent before the others hand nothing on to it,
 *     nanoseconds
 */
public record MeshSpec(
    List<String> nodes, List<String> tasks, List<PublishedPort> ports, Quantity deadAfter) {
  public MeshSpec {
    nodes = List.copyOf(nodes);
    tasks = List.copyOf(tasks);
    ports = List.copyOf(ports);
  }

  public long deadAfterNanos() {
    return deadAfter.asLong();
  }

  /** Settles what is left to chance. */
  public MeshSpec resolve(long run) {
    return new MeshSpec(nodes, tasks, ports, deadAfter.resolve(run));
  }
}
