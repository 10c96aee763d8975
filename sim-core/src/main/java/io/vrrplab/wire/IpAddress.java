package io.vrrplab.wire;

/**
 * An IPv4 or IPv6 address. The order is by family (IPv4 first), then unsigned in network byte
 * order, which is the comparison that VRRP's tie-break uses (RFC 9568 6.4.3).
 */
public sealed interface IpAddress extends Comparable<IpAddress> permits Ipv4Address, Ipv6Address {

  /**
   * Reads either family from its text form; host names are never looked up.
   *
   * @throws IllegalArgumentException if the text is no address
   */
  static IpAddress parse(String text) {
    return text.indexOf(':') >= 0 ? Ipv6Address.parse(text) : Ipv4Address.parse(text);
  }

  /** Number of bits: 32 or 128. */
  int width();

  boolean isMulticast();

  boolean isLinkLocal();

  /** Whether the first {@code prefixLength} bits of both addresses agree; false across families. */
  boolean sharesPrefix(IpAddress other, int prefixLength);

  @Override
  default int compareTo(IpAddress other) {
    return switch (this) {
      case Ipv4Address a ->
          other instanceof Ipv4Address b ? Integer.compareUnsigned(a.bits(), b.bits()) : -1;
      case Ipv6Address a -> {
        if (!(other instanceof Ipv6Address b)) {
          yield 1;
        }
        int byHigh = Long.compareUnsigned(a.high(), b.high());
        yield byHigh != 0 ? byHigh : Long.compareUnsigned(a.low(), b.low());
      }
    };
  }
}
