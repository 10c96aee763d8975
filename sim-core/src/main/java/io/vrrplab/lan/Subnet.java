package io.vrrplab.lan;

import io.vrrplab.wire.IpAddress;

/**
 * An address with the length of its network's prefix.
 *
 * @param address any address of the subnet
 * @param prefixLength 0 to 32, or to 128 for IPv6
 */
public record Subnet(IpAddress address, int prefixLength) {

  public Subnet {
    if (prefixLength < 0 || prefixLength > address.width()) {
      throw new IllegalArgumentException("prefix length " + prefixLength + " of " + address);
    }
  }

  public boolean contains(IpAddress other) {
    return address.sharesPrefix(other, prefixLength);
  }

  /** Whether two addresses lie in one and the same network. */
  boolean isSameNetwork(Subnet other) {
    return prefixLength == other.prefixLength && contains(other.address);
  }

  @Override
  public String toString() {
    return address + "/" + prefixLength;
  }
}
