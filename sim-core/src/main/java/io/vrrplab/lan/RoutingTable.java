package io.vrrplab.lan;

import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which way a machine sends a packet: the longest prefix that matches wins. */
final class RoutingTable {

  /** The longest prefixes first, of one length in the order in which they came. */
  private final List<Route> routes = new ArrayList<>();

  private @Nullable IpAddress lastDestination;
  private @Nullable Hop lastHop;

  private record Route(Subnet subnet, @Nullable IpAddress gateway, NetworkInterface out) {}

  /**
   * The next hop of a packet.
   *
   * @param out the interface to leave by
   * @param address whose MAC to send to: the destination itself or a gateway
   */
  record Hop(NetworkInterface out, IpAddress address) {}

  void addOnLink(Subnet subnet, NetworkInterface out) {
    add(new Route(subnet, null, out));
  }

  /** Forgets the way to a subnet in which the machine has no address any more. */
  void removeOnLink(Subnet subnet, NetworkInterface out) {
    routes.remove(new Route(subnet, null, out));
    lastDestination = null;
  }

  void addVia(Subnet subnet, IpAddress gateway, NetworkInterface out) {
    add(new Route(subnet, gateway, out));
  }

  private void add(Route route) {
    int at = routes.size();
    while (at > 0 && routes.get(at - 1).subnet().prefixLength() < route.subnet().prefixLength()) {
      at--;
    }
    routes.add(at, route);
    lastDestination = null;
  }

  /** Whether there is a way to everywhere for the family of an address. */
  boolean hasDefault(IpAddress family) {
    for (int i = routes.size() - 1; i >= 0 && routes.get(i).subnet().prefixLength() == 0; i--) {
      if (routes.get(i).subnet().address().width() == family.width()) {
        return true;
      }
    }
    return false;
  }

  /** Where a packet goes next; null if no route leads there. */
  @Nullable Hop hopTo(IpAddress destination) {
    if (!destination.equals(lastDestination)) {
      lastHop = search(destination);
      lastDestination = destination;
    }
    return lastHop;
  }

  private @Nullable Hop search(IpAddress destination) {
    for (Route route : routes) {
      if (route.subnet().contains(destination)) {
        IpAddress gateway = route.gateway();
        return new Hop(route.out(), gateway == null ? destination : gateway);
      }
    }
    return null;
  }
}
