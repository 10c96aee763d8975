package io.vrrplab.measure;

import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.vrrp.AddressFamily;

/**
 * What makes a virtual router one: the LAN, the VRID and the address family (RFC 9568 1.2).
 *
 * @param segment name of the broadcast domain
 * @param vrid 1 to 255
 * @param ipv6 family: false for IPv4
 */
public record VirtualRouterId(String segment, int vrid, boolean ipv6) {

  /** The virtual router that a node takes part in. */
  public static VirtualRouterId of(VirtualRouter router) {
    return new VirtualRouterId(
        router.on().segment().name(),
        router.config().virtualRouterId(),
        router.config().family() == AddressFamily.IPV6);
  }

  /** The text form, {@code lan/41/ipv4}. */
  @Override
  public String toString() {
    return segment + "/" + vrid + (ipv6 ? "/ipv6" : "/ipv4");
  }
}
