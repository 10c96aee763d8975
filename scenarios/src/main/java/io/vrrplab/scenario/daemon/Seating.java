package io.vrrplab.scenario.daemon;

import io.vrrplab.scenario.spec.Subnet;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * Who has which address on a network: what was said on the command line, else what the file of a
 * node says of itself, else what its peers list, else the first address that is free.
 */
final class Seating {

  private final Lan lan;
  private final List<Subnet> subnets;
  private final SequencedSet<IpAddress> reserved = new LinkedHashSet<>();
  private final SequencedMap<String, List<IpAddress>> seats = new LinkedHashMap<>();

  /**
   * Seats the nodes of a network.
   *
   * @param said the addresses of nodes, as the user has said them, by name
   */
  Seating(Lan lan, SequencedMap<String, List<IpAddress>> said) {
    this.lan = lan;
    List<Subnet> known = lan.subnets(List.of());
    List<IpAddress> own =
        lan.legs().stream()
            .flatMap(leg ->
                said.getOrDefault(leg.node().node(), List.of()).stream()
                    .filter(address ->
                        leg.node().cards().size() == 1
                            || known.stream().anyMatch(subnet -> subnet.contains(address))))
            .toList();
    this.subnets = lan.subnets(own);
    lan.parts().forEach(part -> part.addresses().forEach(a -> reserved.add(a.address())));
    reserved.addAll(lan.mentioned());
    reserved.addAll(own);
    lan.legs().forEach(leg -> seats.put(leg.node().node(), new ArrayList<>()));
    for (Lan.Leg leg : lan.legs()) {
      said.getOrDefault(leg.node().node(), List.of()).forEach(address -> seat(leg, address));
    }
    lan.legs().forEach(this::seatBySource);
    lan.legs().forEach(this::seatByPeers);
    lan.legs().forEach(this::seatAnywhere);
  }

  List<Subnet> subnets() {
    return subnets;
  }

  /** The addresses of a node, by its name. */
  List<IpAddress> of(String node) {
    return seats.getOrDefault(node, List.of());
  }

  /** An address of a family for somebody who pings: the last one that is free. */
  Optional<IpAddress> forClient(boolean ipv6) {
    return subnetOf(ipv6).map(subnet -> free(subnet, false));
  }

  private void seat(Lan.Leg leg, IpAddress address) {
    List<IpAddress> mine = of(leg.node().node());
    boolean fits = subnets.stream().anyMatch(subnet -> subnet.contains(address));
    if (fits && !has(mine, address instanceof Ipv6Address)) {
      mine.add(address);
      reserved.add(address);
    }
  }

  private static boolean has(List<IpAddress> addresses, boolean ipv6) {
    return addresses.stream().anyMatch(each -> each instanceof Ipv6Address == ipv6);
  }

  private void seatBySource(Lan.Leg leg) {
    for (Sketch.Part part : leg.parts()) {
      IpAddress source = part.source();
      if (source != null && !Lan.isEverywhere(source) && isFree(source)) {
        seat(leg, source);
      }
    }
  }

  private boolean isFree(IpAddress address) {
    return seats.sequencedValues().stream().noneMatch(taken -> taken.contains(address));
  }

  /** All others send to it: first what the node does not send to itself. */
  private void seatByPeers(Lan.Leg leg) {
    List<Sketch.Part> others =
        lan.legs().stream()
            .filter(other -> !other.equals(leg))
            .flatMap(other -> other.parts().stream())
            .filter(other -> !other.peers().isEmpty())
            .toList();
    for (Sketch.Part part : leg.parts()) {
      if (has(of(leg.node().node()), part.ipv6())) {
        continue;
      }
      List<IpAddress> listed =
          others.stream()
              .filter(other -> other.isSameRouter(part))
              .flatMap(other -> other.peers().stream())
              .distinct()
              .filter(this::isFree)
              .toList();
      SequencedSet<IpAddress> own = new LinkedHashSet<>(part.peers());
      listed.stream()
          .filter(address -> !own.contains(address))
          .findFirst()
          .or(() -> listed.stream().findFirst())
          .ifPresent(address -> seat(leg, address));
    }
  }

  private void seatAnywhere(Lan.Leg leg) {
    for (Sketch.Part part : leg.parts()) {
      if (!has(of(leg.node().node()), part.ipv6())) {
        subnetOf(part.ipv6()).ifPresent(subnet -> seat(leg, free(subnet, true)));
      }
    }
  }

  private Optional<Subnet> subnetOf(boolean ipv6) {
    return subnets.stream()
        .filter(subnet -> subnet.network() instanceof Ipv6Address == ipv6)
        .findFirst();
  }

  private IpAddress free(Subnet subnet, boolean fromTheStart) {
    long most = subnet.network() instanceof Ipv4Address v4 ? hosts(v4, subnet) : 0xffff;
    for (long i = 1; i <= most; i++) {
      IpAddress candidate = nth(subnet, fromTheStart ? i : most + 1 - i);
      if (!reserved.contains(candidate)) {
        return candidate;
      }
    }
    return nth(subnet, 1);
  }

  private static long hosts(Ipv4Address network, Subnet subnet) {
    int hostBits = network.width() - subnet.prefixLength();
    return hostBits < 2 ? hostBits : (1L << hostBits) - 2;
  }

  private static IpAddress nth(Subnet subnet, long index) {
    return switch (subnet.network()) {
      case Ipv4Address(int bits) -> new Ipv4Address(bits + (int) index);
      case Ipv6Address(long high, long low) -> new Ipv6Address(high, low + index);
    };
  }
}
