package io.vrrplab.scenario.daemon;

import io.vrrplab.scenario.spec.Subnet;
import io.vrrplab.scenario.spec.VirtualAddress;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** A network that follows from configurations: the interfaces on it, and its subnets. */
final class Lan {

  /** The usual prefixes, where a file says none. */
  private static final int IPV4_PREFIX = 24;

  private static final int IPV6_PREFIX = 64;
  private static final int SHORTEST_PREFIX = 8;

  private final int number;
  private final List<Leg> legs = new ArrayList<>();
  private final List<Sketch.Part> parts = new ArrayList<>();
  private final SequencedSet<String> nodes = new LinkedHashSet<>();
  private final SequencedSet<Sketch.Router> routers = new LinkedHashSet<>();
  private final SequencedSet<Subnet> networks = new LinkedHashSet<>();

  private Lan(int number) {
    this.number = number;
  }

  /** An interface of a node. */
  record Leg(Sketch node, String card, List<Sketch.Part> parts) {
    Leg {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The networks of some nodes. Interfaces are on one network if they take part in the same virtual
   * router, or if their virtual addresses lie in one subnet.
   */
  static List<Lan> of(List<Sketch> nodes) {
    List<Lan> lans = new ArrayList<>();
    for (Sketch node : nodes) {
      node.partsByCard().forEach((card, parts) -> place(new Leg(node, card, parts), lans));
    }
    return lans;
  }

  private static void place(Leg leg, List<Lan> lans) {
    lans.stream()
        .filter(lan -> lan.suits(leg))
        .findFirst()
        .orElseGet(() -> {
          Lan fresh = new Lan(lans.size());
          lans.add(fresh);
          return fresh;
        })
        .add(leg);
  }

  private void add(Leg leg) {
    legs.add(leg);
    nodes.add(leg.node().node());
    for (Sketch.Part part : leg.parts()) {
      parts.add(part);
      routers.add(part.router());
      part.addresses().forEach(address -> networks.add(usual(address)));
    }
  }

  List<Leg> legs() {
    return legs;
  }

  List<Sketch.Part> parts() {
    return parts;
  }

  private boolean suits(Leg leg) {
    return !nodes.contains(leg.node().node())
        && (leg.parts().stream().anyMatch(part -> routers.contains(part.router()))
            || leg.parts().stream()
                .flatMap(part -> part.addresses().stream())
                .map(Lan::usual)
                .distinct()
                .anyMatch(this::overlaps));
  }

  private boolean overlaps(Subnet subnet) {
    return networks.contains(subnet) || networks.stream().anyMatch(each -> overlap(each, subnet));
  }

  private static Subnet usual(VirtualAddress address) {
    int said = address.prefixLength();
    int width = address.address().width();
    int usual = address.address() instanceof Ipv6Address ? IPV6_PREFIX : IPV4_PREFIX;
    return Subnet.around(address.address(), said < width ? said : usual);
  }

  private static boolean overlap(Subnet one, Subnet other) {
    return one.network()
        .sharesPrefix(other.network(), Math.min(one.prefixLength(), other.prefixLength()));
  }

  /**
   * The subnets: those of the virtual addresses, the first of them wide enough for all addresses
   * that are known to be there. A network of which no address is known, as one for adverts alone,
   * gets one that is set aside for laboratories.
   *
   * @param own what the nodes are said to have
   */
  List<Subnet> subnets(List<IpAddress> own) {
    List<Subnet> subnets = new ArrayList<>();
    for (Sketch.Part part : parts) {
      part.addresses().stream()
          .filter(address -> !isEverywhere(address.address()))
          .map(Lan::usual)
          .forEach(subnet -> add(subnets, subnet));
    }
    Stream.concat(own.stream(), mentioned().stream())
        .filter(address -> !isEverywhere(address))
        .forEach(address -> embrace(subnets, address));
    parts().stream()
        .map(Sketch.Part::ipv6)
        .distinct()
        .filter(ipv6 ->
            subnets.stream().noneMatch(each -> each.network() instanceof Ipv6Address == ipv6))
        .forEach(ipv6 -> subnets.add(laboratory(ipv6)));
    return subnets;
  }

  /** One of the networks for benchmarks (RFC 2544 C.2.2, RFC 5180 8). */
  private Subnet laboratory(boolean ipv6) {
    return ipv6
        ? Subnet.around(IpAddress.parse("2001:2:0:%x::".formatted(number)), IPV6_PREFIX)
        : Subnet.around(IpAddress.parse("198.18.%d.0".formatted(number % 256)), IPV4_PREFIX);
  }

  /** Whether an address tells nothing of the subnet around it: IPv6 has such ones on each link. */
  static boolean isEverywhere(IpAddress address) {
    return address instanceof Ipv6Address && address.isLinkLocal();
  }

  /** The addresses of machines that the configurations mention. */
  List<IpAddress> mentioned() {
    return parts.stream()
        .flatMap(part -> Stream.concat(Stream.ofNullable(part.source()), part.peers().stream()))
        .distinct()
        .toList();
  }

  private static void add(List<Subnet> subnets, Subnet subnet) {
    for (int i = 0; i < subnets.size(); i++) {
      if (overlap(subnets.get(i), subnet)) {
        subnets.set(
            i, subnets.get(i).prefixLength() <= subnet.prefixLength() ? subnets.get(i) : subnet);
        return;
      }
    }
    subnets.add(subnet);
  }

  private static void embrace(List<Subnet> subnets, IpAddress address) {
    if (subnets.stream().anyMatch(subnet -> subnet.contains(address))) {
      return;
    }
    for (int i = 0; i < subnets.size(); i++) {
      Subnet subnet = subnets.get(i);
      for (int length = subnet.prefixLength(); length >= SHORTEST_PREFIX; length--) {
        if (Subnet.around(subnet.network(), length).contains(address)) {
          subnets.set(i, Subnet.around(subnet.network(), length));
          return;
        }
      }
    }
    boolean ipv6 = address instanceof Ipv6Address;
    subnets.add(Subnet.around(address, ipv6 ? IPV6_PREFIX : IPV4_PREFIX));
  }
}
