package io.vrrplab.scenario.spec;

import io.vrrplab.wire.IpAddress;

/**
 * The addresses that share a prefix, as {@code 192.0.2.0/24}.
 *
 * @param network its first address
 * @param prefixLength how many leading bits are shared, 0 to 32 or 128
 */
public record Subnet(IpAddress network, int prefixLength) {

  /** Whether the address is of this family and has the prefix. */
  public boolean contains(IpAddress address) {
    return network.sharesPrefix(address, prefixLength);
  }

  @Override
  public String toString() {
    return network + "/" + prefixLength;
  }
}
