package io.vrrplab.scenario.daemon;

import io.vrrplab.scenario.spec.Subnet;
import io.vrrplab.scenario.spec.VirtualAddress;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The scenario file of the standard drill: the nodes that some configurations describe, a client
 * that pings each virtual address, and a Master that is stopped, started, killed and started again.
 */
final class Drill {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long SHORTEST_STEP_SECONDS = 10;

  private final List<Sketch> nodes;
  private final SequencedMap<Lan, String> lans = new LinkedHashMap<>();
  private final SequencedMap<Lan, Seating> seatings = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  private Drill(List<Sketch> nodes, SequencedMap<String, List<IpAddress>> said) {
    this.nodes = nodes;
    List<Lan> networks = Lan.of(nodes);
    SequencedMap<String, Integer> uses = new LinkedHashMap<>();
    networks.stream()
        .flatMap(lan -> lan.legs().stream().map(Lan.Leg::card).distinct())
        .forEach(card -> uses.merge(card, 1, Integer::sum));
    for (Lan lan : networks) {
      lans.put(lan, networks.size() == 1 ? "lan" : name(lan, uses));
      seatings.put(lan, new Seating(lan, said));
    }
  }

  /**
   * Writes the file.
   *
   * @param nodes at least one, with different names
   * @param files the path of each node's configuration, relative to the scenario file, by its name
   * @param said the addresses of nodes, as the user has said them
   */
  static String text(
      List<Sketch> nodes,
      SequencedMap<String, String> files,
      SequencedMap<String, List<IpAddress>> said) {
    Drill drill = new Drill(nodes, said);
    drill.head();
    drill.segments();
    drill.nodes(files);
    drill.clients();
    drill.timeline();
    return drill.text.toString();
  }

  /**
   * The only network is the LAN; of several, each has the name of its interfaces, if that tells.
   */
  private String name(Lan lan, SequencedMap<String, Integer> uses) {
    String card = lan.legs().getFirst().card();
    return uses.getOrDefault(card, 0) == 1 ? card : "lan" + (lans.size() + 1);
  }

  private void head() {
    List<String> names = nodes.stream().map(Sketch::node).toList();
    line("scenario: The standard drill of " + String.join(", ", names));
    line("about: >");
    line(
        "  The Master of the first virtual router is stopped in good order and started again,"
            + " then");
    line("  killed and started again. Addresses and segments follow from the virtual addresses.");
    line("duration: " + 5 * stepSeconds() + "s");
  }

  /** Long enough for a Master to be found, and for a better one to come back. */
  private long stepSeconds() {
    long patience =
        nodes.stream()
            .flatMap(node -> node.parts().stream())
            .mapToLong(Sketch.Part::patienceNanos)
            .max()
            .orElse(0);
    return Math.max(SHORTEST_STEP_SECONDS, Math.ceilDiv(patience, NANOS_PER_SECOND) + 2);
  }

  private void segments() {
    section("segments");
    lans.forEach((lan, name) -> {
      List<Subnet> subnets = seating(lan).subnets();
      line("  %s: { subnet: %s }".formatted(name, oneOrMore(subnets)));
    });
  }

  private Seating seating(Lan lan) {
    Seating seating = seatings.get(lan);
    if (seating == null) {
      throw new IllegalArgumentException("a network of another drill");
    }
    return seating;
  }

  private void nodes(SequencedMap<String, String> files) {
    section("nodes");
    for (Sketch node : nodes) {
      List<IpAddress> addresses =
          seatings.sequencedValues().stream()
              .flatMap(seating -> seating.of(node.node()).stream())
              .toList();
      line(
          "  %s: { %s, address: %s, keepalived: %s }"
              .formatted(node.node(), place(node), oneOrMore(addresses), files.get(node.node())));
    }
  }

  private String place(Sketch node) {
    SequencedMap<String, String> cards = new LinkedHashMap<>();
    lans.forEach((lan, name) ->
        lan.legs().stream()
            .filter(leg -> leg.node().equals(node))
            .forEach(leg -> cards.put(leg.card(), name)));
    if (cards.size() == 1) {
      return "segment: " + cards.firstEntry().getValue();
    }
    return cards.entrySet().stream()
        .map(card -> card.getKey() + ": " + card.getValue())
        .collect(Collectors.joining(", ", "interfaces: { ", " }"));
  }

  private static String oneOrMore(List<?> values) {
    List<String> texts = values.stream().map(Object::toString).toList();
    return texts.size() == 1 ? texts.getFirst() : "[" + String.join(", ", texts) + "]";
  }

  private void clients() {
    section("hosts");
    lans.forEach((lan, name) ->
        line(
            "  %s: { segment: %s, address: %s }"
                .formatted(client(lan), name, oneOrMore(clientAddresses(lan)))));
    if (lans.sequencedKeySet().stream().anyMatch(lan -> !pinged(lan).isEmpty())) {
      section("traffic");
    }
    for (Lan lan : lans.sequencedKeySet()) {
      for (IpAddress address : pinged(lan)) {
        line("  - ping: { from: %s, to: %s, every: 1s }".formatted(client(lan), address));
      }
    }
  }

  private String client(Lan lan) {
    String plain = lans.size() == 1 ? "client" : "client-" + lans.get(lan);
    return nodes.stream().anyMatch(node -> node.node().equals(plain)) ? plain + ".drill" : plain;
  }

  private List<IpAddress> clientAddresses(Lan lan) {
    List<IpAddress> addresses = new ArrayList<>();
    seating(lan).forClient(false).ifPresent(addresses::add);
    seating(lan).forClient(true).ifPresent(addresses::add);
    return addresses;
  }

  /** Each virtual address once; the link-local ones of IPv6 are for routers. */
  private static List<IpAddress> pinged(Lan lan) {
    return lan.parts().stream()
        .flatMap(part -> part.addresses().stream())
        .map(VirtualAddress::address)
        .filter(address -> !Lan.isEverywhere(address))
        .distinct()
        .toList();
  }

  private void timeline() {
    long step = stepSeconds();
    Lan lan = lans.firstEntry().getKey();
    Sketch.Part first = lan.parts().getFirst();
    List<Lan.Leg> ranking = ranking(lan, first);
    String master = ranking.getFirst().node().node();
    section("timeline");
    line("  - { at: %ds, stop: %s }".formatted(step, master));
    line("  - { at: %ds, start: %s }".formatted(2 * step, master));
    line("  - { at: %ds, kill: %s }".formatted(3 * step, master));
    line("  - { at: %ds, start: %s }".formatted(4 * step, master));
    String which =
        "virtual-router: %s/%d/%s"
            .formatted(lans.get(lan), first.vrid(), first.ipv6() ? "ipv6" : "ipv4");
    section("expect");
    line("  - { at: %ds, master: %s, %s }".formatted(step - 1, master, which));
    if (ranking.size() > 1) {
      line("  - failover: { from: %s, within: rfc, %s }".formatted(master, which));
      line("  - dual-master: { at-most: 100ms, %s }".formatted(which));
    }
  }

  /** The nodes of a virtual router, the best first: by priority, then by address. */
  private List<Lan.Leg> ranking(Lan lan, Sketch.Part router) {
    Comparator<Lan.Leg> byPriority = Comparator.comparingInt(leg -> priority(leg, router));
    Comparator<Lan.Leg> byAddress =
        Comparator.comparing(leg -> address(lan, leg, router), IpAddress::compareTo);
    return lan.legs().stream()
        .filter(leg -> leg.parts().stream().anyMatch(router::isSameRouter))
        .sorted(byPriority.thenComparing(byAddress).reversed())
        .toList();
  }

  private static int priority(Lan.Leg leg, Sketch.Part router) {
    return leg.parts().stream()
        .filter(router::isSameRouter)
        .mapToInt(Sketch.Part::priority)
        .max()
        .orElse(0);
  }

  private IpAddress address(Lan lan, Lan.Leg leg, Sketch.Part router) {
    return seating(lan).of(leg.node().node()).stream()
        .filter(address -> address instanceof Ipv6Address == router.ipv6())
        .findFirst()
        .orElseThrow();
  }

  private void section(String key) {
    text.append('\n').append(key).append(":\n");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
