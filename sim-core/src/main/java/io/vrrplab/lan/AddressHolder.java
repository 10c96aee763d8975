package io.vrrplab.lan;

import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import java.util.ArrayList;
import java.util.List;

/** Puts virtual addresses on an interface and takes them off, with the groups that go with them. */
final class AddressHolder {

  private final NetworkInterface on;
  private final List<IpAddress> joined = new ArrayList<>(0);

  AddressHolder(NetworkInterface on) {
    this.on = on;
  }

  /** Joins the solicited-node group of each IPv6 address (RFC 9568 6.4.2). */
  void joinGroups(List<IpAddress> addresses) {
    for (IpAddress address : addresses) {
      if (address instanceof Ipv6Address v6) {
        joined.add(v6.solicitedNodeGroup());
        on.memberships().join(v6.solicitedNodeGroup());
      }
    }
  }

  void leaveGroups() {
    joined.forEach(on.memberships()::leave);
    joined.clear();
  }

  /**
   * Takes the virtual addresses on.
   *
   * @param mac what answers for them
   * @param router the R flag of neighbour advertisements for them
   */
  void hold(VirtualRouterConfig config, MacAddress mac, boolean router) {
    for (IpAddress address : config.heldAddresses()) {
      on.hold(new LocalAddress(address, mac, config.acceptsVirtualAddresses(), router));
    }
  }

  /** Those that a Master should hold and that other software took off. */
  List<IpAddress> missing(VirtualRouterConfig config) {
    return config.heldAddresses().stream().filter(address -> on.held(address) == null).toList();
  }

  /** Takes the virtual addresses off the interface, and leaves the groups that go with them. */
  void letGo(VirtualRouterConfig config) {
    leaveGroups();
    config.heldAddresses().forEach(on::letGo);
  }
}
