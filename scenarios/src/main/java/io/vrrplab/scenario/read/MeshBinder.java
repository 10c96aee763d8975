package io.vrrplab.scenario.read;

import io.vrrplab.lan.RoutingMesh;
import io.vrrplab.lan.RoutingMesh.PublishedPort;
import io.vrrplab.scenario.spec.InterfaceSpec;
import io.vrrplab.scenario.spec.MeshSpec;
import io.vrrplab.wire.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Binds {@code mesh}: who is in the swarm, and what its service publishes. */
final class MeshBinder {

  private static final double DEFAULT_DEAD_AFTER_NANOS = 5e9;
  private static final int LAST_PORT = 65535;

  private final Cast cast;
  private final SequencedMap<String, List<InterfaceSpec>> devices;

  /**
   * A binder.
   *
   * @param devices the interfaces of each device that bound
   */
  MeshBinder(Cast cast, SequencedMap<String, List<InterfaceSpec>> devices) {
    this.cast = cast;
    this.devices = devices;
  }

  /** The mesh, without what could not be bound; null where there is none. */
  @Nullable MeshSpec bind(Cursor root) {
    return root.get("mesh").map(this::mesh).orElse(null);
  }

  private MeshSpec mesh(Cursor at) {
    List<String> nodes = nodes(at);
    return new MeshSpec(
        nodes,
        at.has("tasks") ? tasks(at, nodes) : nodes,
        ports(at),
        QuantityBinder.bind(at, "dead-after", Range.PATIENCE, DEFAULT_DEAD_AFTER_NANOS));
  }

  private List<String> nodes(Cursor at) {
    List<String> nodes = new ArrayList<>();
    for (Cursor item : at.items("nodes")) {
      cast.device(item)
          .filter(name -> isNew(item, name, nodes))
          .ifPresent(name -> {
            checkIpv4(item, name);
            nodes.add(name);
          });
    }
    return nodes;
  }

  private static List<String> tasks(Cursor at, List<String> nodes) {
    List<String> tasks = new ArrayList<>();
    for (Cursor item : at.items("tasks")) {
      item.text()
          .filter(name -> isAmong(item, name, nodes))
          .filter(name -> isNew(item, name, tasks))
          .ifPresent(tasks::add);
    }
    return tasks;
  }

  private static boolean isAmong(Cursor item, String name, List<String> nodes) {
    if (!nodes.contains(name)) {
      item.error(
          "\"%s\" is not among the nodes of the mesh; %s"
              .formatted(name, Hints.nearestOrAll(name, nodes)));
    }
    return nodes.contains(name);
  }

  private static boolean isNew(Cursor item, String name, List<String> before) {
    if (before.contains(name)) {
      item.error("\"" + name + "\" stands twice");
    }
    return !before.contains(name);
  }

  /** A device that did not bind has got its complaint. */
  private void checkIpv4(Cursor item, String name) {
    List<InterfaceSpec> interfaces = devices.get(name);
    if (interfaces != null
        && interfaces.stream()
            .flatMap(each -> each.addresses().stream())
            .noneMatch(Ipv4Address.class::isInstance)) {
      item.error("\"" + name + "\" has no IPv4 address, and a routing mesh knows no other");
    }
  }

  private static List<PublishedPort> ports(Cursor at) {
    List<PublishedPort> ports = new ArrayList<>();
    for (Cursor item : at.get("publish").map(Cursor::oneOrMore).orElse(List.of())) {
      item.text()
          .flatMap(text -> port(item, text))
          .filter(port -> isFree(item, port, ports))
          .ifPresent(ports::add);
    }
    return ports;
  }

  /** A port as the schema has it: two numbers of up to five digits, and udp. */
  private static Optional<PublishedPort> port(Cursor item, String text) {
    String[] parts = text.split("[:/]", -1);
    if (parts.length != 3 || !(parts[0] + parts[1]).matches("[0-9]{2,10}")) {
      return Optional.empty();
    }
    PublishedPort port = new PublishedPort(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    for (int number : List.of(port.published(), port.target())) {
      if (number < 1 || number > LAST_PORT) {
        item.error("port %d is outside 1–%d".formatted(number, LAST_PORT));
        return Optional.empty();
      }
    }
    return Optional.of(port);
  }

  private static boolean isFree(Cursor item, PublishedPort port, List<PublishedPort> before) {
    if (port.published() == RoutingMesh.GOSSIP_PORT) {
      item.error(port.published() + " is where the nodes of the mesh talk to each other");
      return false;
    }
    boolean taken = before.stream().anyMatch(each -> each.published() == port.published());
    if (taken) {
      item.error(port.published() + " is published twice");
    }
    return !taken;
  }
}
