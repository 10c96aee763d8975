package io.vrrplab.keepalived.config;

import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.wire.IpAddress;

/**
 * A line of virtual_ipaddress or virtual_ipaddress_excluded.
 *
 * @param address the address
 * @param prefixLength 32 or 128 where none is written
 * @param device the interface that gets it
 * @param virtualMac whether {@code use_vmac} stands behind it
 * @param tracked whether its loss is noticed
 * @param at where it stands
 */
public record VirtualAddress(
    IpAddress address,
    int prefixLength,
    String device,
    boolean virtualMac,
    boolean tracked,
    Position at) {

  /** The interface of the machine itself, to which no link leads. */
  public static final String LOOPBACK = "lo";

  /** Whether it has a device other than the instance's interface, on a link or not. */
  public boolean isElsewhereThan(String interfaceName) {
    return !device.equals(interfaceName);
  }
}
