package io.vrrplab.wire;

import java.util.HexFormat;

/**
 * An IEEE 802 48-bit hardware address.
 *
 * @param bits the address in the low 48 bits, first octet highest
 */
public record MacAddress(long bits) implements Comparable<MacAddress> {

  /** The broadcast address. */
  public static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);

  /** All zeroes, as in the target field of an ARP request. */
  public static final MacAddress ZERO = new MacAddress(0);

  private static final long VIRTUAL_ROUTER_IPV4 = 0x0000_5e00_0100L;
  private static final long VIRTUAL_ROUTER_IPV6 = 0x0000_5e00_0200L;
  private static final long IPV4_MULTICAST = 0x0100_5e00_0000L;
  private static final long IPV6_MULTICAST = 0x3333_0000_0000L;
  private static final long GROUP_BIT = 0x0100_0000_0000L;

  public MacAddress {
    if ((bits & 0xffff_0000_0000_0000L) != 0) {
      throw new IllegalArgumentException("more than 48 bits: " + Long.toHexString(bits));
    }
  }

  /**
   * Reads {@code 00:00:5e:00:01:29}; dashes are accepted too.
   *
   * @throws IllegalArgumentException if the text is not six pairs of hex digits
   */
  public static MacAddress parse(String text) {
    String plain = text.replace('-', ':');
    try {
      byte[] octets = HexFormat.ofDelimiter(":").parseHex(plain);
      if (octets.length == 6) {
        long bits = 0;
        for (byte octet : octets) {
          bits = bits << 8 | octet & 0xff;
        }
        return new MacAddress(bits);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not a MAC address: " + text, e);
    }
    throw new IllegalArgumentException("not a MAC address: " + text);
  }

  /** Virtual router MAC for IPv4, 00-00-5E-00-01-VRID (RFC 3768 7.3, RFC 9568 7.3). */
  public static MacAddress virtualRouterIpv4(int virtualRouterId) {
    return new MacAddress(VIRTUAL_ROUTER_IPV4 | virtualRouterId & 0xff);
  }

  /** Virtual router MAC for IPv6, 00-00-5E-00-02-VRID (RFC 9568 7.3). */
  public static MacAddress virtualRouterIpv6(int virtualRouterId) {
    return new MacAddress(VIRTUAL_ROUTER_IPV6 | virtualRouterId & 0xff);
  }

  /** The group address that carries an IP multicast group (RFC 1112 6.4, RFC 2464 7). */
  public static MacAddress ofMulticast(IpAddress group) {
    return switch (group) {
      case Ipv4Address v4 -> new MacAddress(IPV4_MULTICAST | v4.bits() & 0x7f_ffff);
      case Ipv6Address v6 -> new MacAddress(IPV6_MULTICAST | v6.low() & 0xffff_ffffL);
    };
  }

  /** Whether the I/G bit is set: multicast or broadcast. */
  public boolean isGroup() {
    return (bits & GROUP_BIT) != 0;
  }

  @Override
  public int compareTo(MacAddress other) {
    return Long.compare(bits, other.bits);
  }

  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    StringBuilder text = new StringBuilder(17);
    for (int shift = 40; shift >= 0; shift -= 8) {
      text.append(hex.toHexDigits((byte) (bits >>> shift)));
      if (shift > 0) {
        text.append(':');
      }
    }
    return text.toString();
  }
}
