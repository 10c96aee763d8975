package io.vrrplab.conformance.device;

import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;

/**
 * How a device is attached to a LAN.
 *
 * @param primaryAddress what it sends IPv4 adverts from
 * @param linkLocalAddress what it sends IPv6 adverts from
 * @param interfaceMac the hardware address of its interface, which is not the virtual one
 */
public record Attachment(
    Ipv4Address primaryAddress, Ipv6Address linkLocalAddress, MacAddress interfaceMac) {

  /** What it sends adverts of a family from. */
  public IpAddress address(AddressFamily family) {
    return switch (family) {
      case IPV4 -> primaryAddress;
      case IPV6 -> linkLocalAddress;
    };
  }
}
