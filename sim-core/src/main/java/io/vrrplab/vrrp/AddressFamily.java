package io.vrrplab.vrrp;

import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;

/**
 * The IP family of a virtual router. The same VRID in both families is two virtual routers that
 * never hear each other (RFC 9568 1.2).
 */
public enum AddressFamily {
  IPV4,
  IPV6;

  /** The family that an address belongs to. */
  public static AddressFamily of(IpAddress address) {
    return switch (address) {
      case Ipv4Address _ -> IPV4;
      case Ipv6Address _ -> IPV6;
    };
  }

  /** Where adverts go: 224.0.0.18 or ff02::12 (RFC 9568 5.1.1.2, 5.1.2.2). */
  public IpAddress group() {
    return switch (this) {
      case IPV4 -> Ipv4Address.VRRP_GROUP;
      case IPV6 -> Ipv6Address.VRRP_GROUP;
    };
  }
}
