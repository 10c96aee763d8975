package io.vrrplab.lan;

import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The own addresses of an interface with their subnets; a link-local one comes last. One that is
 * taken off stays known, so that it comes back with its subnet.
 */
final class OwnAddresses {

  private static final int LINK_LOCAL_PREFIX = 64;

  private final List<Subnet> here = new ArrayList<>();
  private final List<Subnet> gone = new ArrayList<>(0);

  OwnAddresses(List<Subnet> own, MacAddress mac) {
    here.addAll(own);
    if (own.stream().anyMatch(subnet -> subnet.address() instanceof Ipv6Address)
        && own.stream().noneMatch(OwnAddresses::isIpv6LinkLocal)) {
      here.add(new Subnet(Ipv6Address.linkLocal(mac), LINK_LOCAL_PREFIX));
    }
  }

  /** A locally administered MAC that shows the address it belongs to: 02:00 and its last octets. */
  static MacAddress hardwareAddress(IpAddress address) {
    long low =
        switch (address) {
          case Ipv4Address v4 -> v4.bits() & 0xffff_ffffL;
          case Ipv6Address v6 -> v6.low() & 0xffff_ffffL;
        };
    return new MacAddress(0x0200_0000_0000L | low);
  }

  private static boolean isIpv6LinkLocal(Subnet subnet) {
    return subnet.address() instanceof Ipv6Address v6 && v6.isLinkLocal();
  }

  List<Subnet> subnets() {
    return List.copyOf(here);
  }

  /** Whether one of the subnets holds an address. */
  boolean isOnLink(IpAddress address) {
    for (int i = 0; i < here.size(); i++) {
      if (here.get(i).contains(address)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an address is one of these, or was until somebody took it off. */
  boolean areOnce(IpAddress address) {
    return find(here, address) != null || find(gone, address) != null;
  }

  /** The address to use towards a destination: of its family and scope; null if there is none. */
  @Nullable IpAddress sourceFor(IpAddress destination) {
    boolean linkScope = destination.isLinkLocal() || destination.isMulticast();
    IpAddress fallback = null;
    for (Subnet subnet : here) {
      IpAddress own = subnet.address();
      if (own.width() == destination.width()) {
        if (own.isLinkLocal() == linkScope) {
          return own;
        }
        fallback = fallback == null ? own : fallback;
      }
    }
    return fallback;
  }

  /** Takes an address off; null if it is none of these. */
  @Nullable Subnet takeOff(IpAddress address) {
    return move(address, here, gone);
  }

  /** Puts an address back that was taken off; null if it was not. */
  @Nullable Subnet putBack(IpAddress address) {
    return move(address, gone, here);
  }

  /** The addresses that were taken off. */
  List<IpAddress> gone() {
    return gone.stream().map(Subnet::address).toList();
  }

  private static @Nullable Subnet move(IpAddress address, List<Subnet> from, List<Subnet> to) {
    Subnet found = find(from, address);
    if (found != null) {
      from.remove(found);
      to.add(found);
    }
    return found;
  }

  private static @Nullable Subnet find(List<Subnet> among, IpAddress address) {
    for (int i = 0; i < among.size(); i++) {
      if (among.get(i).address().equals(address)) {
        return among.get(i);
      }
    }
    return null;
  }
}
