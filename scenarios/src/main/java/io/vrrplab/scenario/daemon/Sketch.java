package io.vrrplab.scenario.daemon;

import io.vrrplab.scenario.spec.VirtualAddress;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration tells of the network around it.
 *
 * @param node a name for the machine
 * @param parts its virtual routers
 */
record Sketch(String node, List<Part> parts) {

  Sketch {
    parts = List.copyOf(parts);
  }

  /** The names of its interfaces, in the order of the file. */
  List<String> cards() {
    return parts.stream().map(Part::card).distinct().toList();
  }

  List<Part> partsOn(String card) {
    return parts.stream().filter(part -> part.card().equals(card)).toList();
  }

  /**
   * A virtual router.
   *
   * @param card name of the interface
   * @param ipv6 the family: false for IPv4
   * @param addresses what tells of the network, mostly of that family; a prefix as long as the
   *     address says nothing
   * @param patienceNanos how long the node may take until it is Master, nanoseconds
   * @param source the own address, where the file says it
   * @param peers to whom adverts go; empty for multicast
   */
  record Part(
      String card,
      int vrid,
      int priority,
      long patienceNanos,
      boolean ipv6,
      List<VirtualAddress> addresses,
      @Nullable IpAddress source,
      List<IpAddress> peers) {

    Part {
      addresses = List.copyOf(addresses);
      peers = List.copyOf(peers);
    }

    boolean isSameRouter(Part other) {
      return vrid == other.vrid && ipv6 == other.ipv6;
    }
  }
}
