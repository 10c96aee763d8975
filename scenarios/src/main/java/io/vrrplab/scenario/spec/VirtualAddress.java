package io.vrrplab.scenario.spec;

import io.vrrplab.wire.IpAddress;

/**
 * An address that a virtual router answers for.
 *
 * @param address the address
 * @param prefixLength of the subnet it lies in; the segment's where the file says none
 */
public record VirtualAddress(IpAddress address, int prefixLength) {
  @Override
  public String toString() {
    return address + "/" + prefixLength;
  }
}
