package io.vrrplab.lan;

import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives machines their static routes: by the first router on the shortest way to each segment. */
final class Wayfinder {

  private Wayfinder() {}

  /**
   * How a machine reaches a router beside it.
   *
   * @param out by which interface of its own
   * @param theirs the router's interface there
   * @param virtual4 the router's virtual IPv4 address there, if neighbours call it by one
   * @param virtual6 the same for IPv6
   */
  private record Reach(
      NetworkInterface out,
      NetworkInterface theirs,
      @Nullable IpAddress virtual4,
      @Nullable IpAddress virtual6) {

    @Nullable IpAddress gateway(IpAddress destination) {
      IpAddress virtual = destination instanceof Ipv6Address ? virtual6 : virtual4;
      return virtual == null ? theirs.sourceFor(destination) : virtual;
    }
  }

  static void addRoutes(Lab lab) {
    Topology topology = lab.topology();
    Map<String, List<Subnet>> subnets = new LinkedHashMap<>();
    lab.segments().forEach(segment -> subnets.put(segment.name(), segment.subnets()));
    for (Machine machine : lab.machines()) {
      Topology.Ways ways = topology.waysFrom(machine);
      Map<String, Optional<Reach>> reaches = new LinkedHashMap<>();
      for (Segment segment : lab.segments()) {
        Machine router = ways.firstRouterTo(segment);
        if (router != null) {
          reaches
              .computeIfAbsent(router.name(), _ -> reach(machine, router))
              .ifPresent(reach ->
                  addRoutes(machine, subnets.getOrDefault(segment.name(), List.of()), reach));
        }
      }
    }
  }

  private static void addRoutes(Machine machine, List<Subnet> subnets, Reach reach) {
    for (Subnet subnet : subnets) {
      IpAddress gateway = reach.gateway(subnet.address());
      if (gateway != null && !machine.ip().routes().hasDefault(subnet.address())) {
        machine.ip().routes().addVia(subnet, gateway, reach.out());
      }
    }
  }

  private static Optional<Reach> reach(Machine machine, Machine router) {
    for (NetworkInterface own : machine.interfaces()) {
      NetworkInterface theirs = router.interfaceOn(own.segment());
      if (theirs != null) {
        return Optional.of(
            new Reach(
                own,
                theirs,
                virtual(machine, router, theirs, false),
                virtual(machine, router, theirs, true)));
      }
    }
    return Optional.empty();
  }

  /**
   * How neighbours call a router: by its virtual address on their segment, if it takes part in one
   * and the neighbour does not.
   */
  private static @Nullable IpAddress virtual(
      Machine neighbour, Machine router, NetworkInterface on, boolean ipv6) {
    for (VirtualRouter virtual : router.virtualRouters()) {
      IpAddress first = firstOn(virtual, on, ipv6);
      if (first != null
          && neighbour.virtualRouters().stream().noneMatch(other -> isSame(other, virtual))) {
        return first;
      }
    }
    return null;
  }

  private static @Nullable IpAddress firstOn(
      VirtualRouter virtual, NetworkInterface on, boolean ipv6) {
    for (IpAddress address : virtual.config().addresses()) {
      if (address instanceof Ipv6Address == ipv6
          && AddressSite.of(virtual.config(), virtual.on(), address).on() == on) {
        return address;
      }
    }
    return null;
  }

  private static boolean isSame(VirtualRouter one, VirtualRouter other) {
    return one.on().segment() == other.on().segment()
        && one.config().family() == other.config().family()
        && one.config().virtualRouterId() == other.config().virtualRouterId();
  }
}
