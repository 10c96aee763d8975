package io.vrrplab.scenario.daemon;

import io.vrrplab.scenario.spec.Subnet;
import io.vrrplab.scenario.spec.VirtualAddress;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A network that follows from configurations: the interfaces on it, and its subnets. */
final class Lan {

  /** The usual prefixes, where a file says none. */
  private static final int IPV4_PREFIX = 24;

  private static final int IPV6_PREFIX = 64;
  private static final int SHORTEST_PREFIX = 8;

  private static final Subnet EXAMPLE_IPV4 =
      Subnet.around(IpAddress.parse("192.0.2.0"), IPV4_PREFIX);
  private static final Subnet EXAMPLE_IPV6 =
      Subnet.around(IpAddress.parse("2001:db8::"), IPV6_PREFIX);

  private final List<Leg> legs = new ArrayList<>();

  /** An interface of a node. */
  record Leg(Sketch node, String card) {
    List<Sketch.Part> parts() {
      return node.partsOn(card);
    }
  }

  /**
   * The networks of some nodes. Interfaces are on one network if they take part in the same virtual
   * router, or if their virtual addresses lie in one subnet.
   */
  static List<Lan> of(List<Sketch> nodes) {
    List<Lan> lans = new ArrayList<>();
    for (Sketch node : nodes) {
      for (String card : node.cards()) {
        Leg leg = new Leg(node, card);
        lans.stream()
            .filter(lan -> lan.suits(leg))
            .findFirst()
            .orElseGet(() -> {
              Lan fresh = new Lan();
              lans.add(fresh);
              return fresh;
            })
            .legs
            .add(leg);
      }
    }
    return lans;
  }

  List<Leg> legs() {
    return legs;
  }

  List<Sketch.Part> parts() {
    return legs.stream().flatMap(leg -> leg.parts().stream()).toList();
  }

  private boolean suits(Leg leg) {
    return legs.stream().noneMatch(other -> other.node().equals(leg.node()))
        && leg.parts().stream()
            .anyMatch(mine -> parts().stream().anyMatch(theirs -> belong(mine, theirs)));
  }

  private static boolean belong(Sketch.Part one, Sketch.Part other) {
    return one.isSameRouter(other)
        || one.addresses().stream()
            .anyMatch(a -> other.addresses().stream().anyMatch(b -> overlap(usual(a), usual(b))));
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
   * that are known to be there.
   *
   * @param own what the nodes are said to have
   */
  List<Subnet> subnets(List<IpAddress> own) {
    List<Subnet> subnets = new ArrayList<>();
    for (Sketch.Part part : parts()) {
      part.addresses().stream()
          .filter(address -> !address.address().isLinkLocal())
          .map(Lan::usual)
          .forEach(subnet -> add(subnets, subnet));
    }
    Stream.concat(own.stream(), mentioned().stream())
        .filter(address -> !address.isLinkLocal())
        .forEach(address -> embrace(subnets, address));
    addUntold(subnets, false);
    addUntold(subnets, true);
    return subnets;
  }

  /** A family of which no address tells has one of the networks that are kept for examples. */
  private void addUntold(List<Subnet> subnets, boolean ipv6) {
    boolean told =
        subnets.stream().anyMatch(subnet -> subnet.network() instanceof Ipv6Address == ipv6);
    if (!told && parts().stream().anyMatch(part -> part.ipv6() == ipv6)) {
      subnets.add(ipv6 ? EXAMPLE_IPV6 : EXAMPLE_IPV4);
    }
  }

  /** The addresses of machines that the configurations mention. */
  List<IpAddress> mentioned() {
    return parts().stream()
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
