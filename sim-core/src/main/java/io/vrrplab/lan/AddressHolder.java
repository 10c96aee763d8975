package io.vrrplab.lan;

import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.ArrayList;
import java.util.List;

/** Puts virtual addresses on interfaces and takes them off, with the groups that go with them. */
final class AddressHolder {

  private final NetworkInterface own;
  private final List<Joined> joined = new ArrayList<>(0);

  private record Joined(NetworkInterface on, IpAddress group) {}

  /**
   * The holder of a virtual router's addresses.
   *
   * @param own the interface of its adverts
   */
  AddressHolder(NetworkInterface own) {
    this.own = own;
  }

  /** Joins the solicited-node group of each IPv6 address (RFC 9568 6.4.2). */
  void joinGroups(VirtualRouterConfig config, List<IpAddress> addresses) {
    for (IpAddress address : addresses) {
      if (address instanceof Ipv6Address v6) {
        Joined group =
            new Joined(AddressSite.of(config, own, address).on(), v6.solicitedNodeGroup());
        joined.add(group);
        group.on().memberships().join(group.group());
      }
    }
  }

  void leaveGroups() {
    joined.forEach(each -> each.on().memberships().leave(each.group()));
    joined.clear();
  }

  /**
   * Takes the virtual addresses on.
   *
   * @param router the R flag of neighbour advertisements for them
   */
  void hold(VirtualRouterConfig config, boolean router) {
    for (IpAddress address : config.heldAddresses()) {
      AddressSite site = AddressSite.of(config, own, address);
      site.on()
          .hold(new LocalAddress(address, site.mac(), config.acceptsVirtualAddresses(), router));
    }
  }

  /** Those that a Master should hold and that other software took off. */
  List<IpAddress> missing(VirtualRouterConfig config) {
    return config.heldAddresses().stream()
        .filter(address -> AddressSite.of(config, own, address).on().held(address) == null)
        .toList();
  }

  /** Takes addresses off as other software does. */
  void takeOff(VirtualRouterConfig config, List<IpAddress> addresses) {
    addresses.forEach(address -> AddressSite.of(config, own, address).on().takeOff(address));
  }

  /** Takes those addresses off that another configuration has no more, or has elsewhere. */
  void letGoOfMoved(VirtualRouterConfig before, VirtualRouterConfig after) {
    List<IpAddress> kept = after.heldAddresses();
    for (IpAddress address : before.heldAddresses()) {
      NetworkInterface on = AddressSite.of(before, own, address).on();
      if (!kept.contains(address) || AddressSite.of(after, own, address).on() != on) {
        on.letGo(address);
      }
    }
  }

  /** Takes the virtual addresses off the interfaces, and leaves the groups that go with them. */
  void letGo(VirtualRouterConfig config) {
    leaveGroups();
    for (IpAddress address : config.heldAddresses()) {
      AddressSite.of(config, own, address).on().letGo(address);
    }
  }
}
