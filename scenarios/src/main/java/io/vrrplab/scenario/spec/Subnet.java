package io.vrrplab.scenario.spec;

import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;

/**
 * The addresses that share a prefix, as {@code 192.0.2.0/24}.
 *
 * @param network its first address
 * @param prefixLength how many leading bits are shared, 0 to 32 or 128
 */
public record Subnet(IpAddress network, int prefixLength) {

  /** The subnet of a prefix length in which an address lies. */
  public static Subnet around(IpAddress address, int prefixLength) {
    IpAddress network =
        switch (address) {
          case Ipv4Address(int bits) ->
              new Ipv4Address(prefixLength == 0 ? 0 : bits & -1 << 32 - prefixLength);
          case Ipv6Address(long high, long low) ->
              prefixLength <= 64
                  ? new Ipv6Address(prefixLength == 0 ? 0 : high & -1L << 64 - prefixLength, 0)
                  : new Ipv6Address(high, low & -1L << 128 - prefixLength);
        };
    return new Subnet(network, prefixLength);
  }

  /** Whether the address is of this family and has the prefix. */
  public boolean contains(IpAddress address) {
    return network.sharesPrefix(address, prefixLength);
  }

  @Override
  public String toString() {
    return network + "/" + prefixLength;
  }
}
