package io.vrrplab.lan;

import io.vrrplab.wire.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives machines their static routes: by the first router on the shortest way to each segment. */
final class Wayfinder {

  private Wayfinder() {}

  static void addRoutes(Lab lab) {
    Topology topology = lab.topology();
    for (Machine machine : lab.machines()) {
      for (Segment segment : lab.segments()) {
        List<Machine> routers = topology.routersTo(machine, segment);
        if (!routers.isEmpty()) {
          addRoutes(machine, segment, routers.getFirst());
        }
      }
    }
  }

  private static void addRoutes(Machine machine, Segment segment, Machine router) {
    for (NetworkInterface own : machine.interfaces()) {
      NetworkInterface theirs = router.interfaceOn(own.segment());
      if (theirs != null) {
        for (Subnet subnet : segment.subnets()) {
          IpAddress gateway = gateway(machine, router, theirs, subnet.address());
          if (gateway != null && !machine.ip().routes().hasDefault(subnet.address())) {
            machine.ip().routes().addVia(subnet, gateway, own);
          }
        }
        return;
      }
    }
  }

  /**
   * How neighbours call a router: by its virtual address, if it takes part in one and the neighbour
   * does not.
   */
  private static @Nullable IpAddress gateway(
      Machine neighbour, Machine router, NetworkInterface on, IpAddress destination) {
    for (VirtualRouter virtual : router.virtualRouters()) {
      List<IpAddress> addresses = virtual.config().addresses();
      if (virtual.on() == on
          && !addresses.isEmpty()
          && addresses.getFirst().width() == destination.width()
          && neighbour.virtualRouters().stream().noneMatch(other -> isSame(other, virtual))) {
        return addresses.getFirst();
      }
    }
    return on.sourceFor(destination);
  }

  private static boolean isSame(VirtualRouter one, VirtualRouter other) {
    return one.on().segment() == other.on().segment()
        && one.config().family() == other.config().family()
        && one.config().virtualRouterId() == other.config().virtualRouterId();
  }
}
