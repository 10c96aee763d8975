package io.vrrplab.scenario.daemon;

import io.vrrplab.scenario.spec.VirtualAddress;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration tells of the network around it.
 *
 * @param node a name for the machine
 * @param parts its virtual routers, and then what they hold on other interfaces
 */
record Sketch(String node, List<Part> parts) {

  Sketch {
    parts = List.copyOf(parts);
  }

  /** The names of its interfaces, in the order of the file. */
  List<String> cards() {
    return parts.stream().map(Part::card).distinct().toList();
  }

  /** Its virtual routers by the names of its interfaces, both in the order of the file. */
  SequencedMap<String, List<Part>> partsByCard() {
    SequencedMap<String, List<Part>> byCard = new LinkedHashMap<>();
    for (Part part : parts) {
      byCard.computeIfAbsent(part.card(), _ -> new ArrayList<>()).add(part);
    }
    return byCard;
  }

  /** What parts of one virtual router on a network have in common. */
  record Router(int vrid, boolean ipv6) {}

  /**
   * A virtual router on an interface: that of its adverts, or another one that gets addresses of
   * it.
   *
   * @param card name of the interface
   * @param ipv6 in which family the node speaks there
   * @param advertises whether adverts go over this interface
   * @param addresses those on this interface; a prefix as long as the address says nothing
   * @param patienceNanos how long the node may take until it is Master, nanoseconds
   * @param source the own address, where the file says it
   * @param peers to whom adverts go; empty for multicast
   */
  record Part(
      String card,
      int vrid,
      boolean ipv6,
      boolean advertises,
      int priority,
      long patienceNanos,
      List<VirtualAddress> addresses,
      @Nullable IpAddress source,
      List<IpAddress> peers) {

    Part {
      addresses = List.copyOf(addresses);
      peers = List.copyOf(peers);
    }

    boolean isSameRouter(Part other) {
      return router().equals(other.router());
    }

    Router router() {
      return new Router(vrid, ipv6);
    }
  }
}
