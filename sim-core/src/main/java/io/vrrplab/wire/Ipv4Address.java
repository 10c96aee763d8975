package io.vrrplab.wire;

/**
 * An IPv4 address.
 *
 * @param bits the address in network byte order, first octet highest
 */
public record Ipv4Address(int bits) implements IpAddress {

  /** 0.0.0.0. */
  public static final Ipv4Address ANY = new Ipv4Address(0);

  /** 224.0.0.1, all systems on the link; nobody reports it (RFC 3376 6). */
  public static final Ipv4Address ALL_SYSTEMS = new Ipv4Address(0xe000_0001);

  /** 224.0.0.18, the group of VRRP (RFC 9568 5.1.1.2). */
  public static final Ipv4Address VRRP_GROUP = new Ipv4Address(0xe000_0012);

  /** 224.0.0.22, where IGMPv3 reports go (RFC 3376 4.2.14). */
  public static final Ipv4Address IGMP_ROUTERS = new Ipv4Address(0xe000_0016);

  /**
   * Reads dotted-quad text. Leading zeroes are refused, since some programs read them as octal.
   *
   * @throws IllegalArgumentException if the text is not four numbers from 0 to 255
   */
  public static Ipv4Address parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      throw notAnAddress(text);
    }
    int bits = 0;
    for (String part : parts) {
      bits = bits << 8 | octet(part, text);
    }
    return new Ipv4Address(bits);
  }

  private static int octet(String part, String text) {
    if (part.isEmpty() || part.length() > 3 || part.length() > 1 && part.charAt(0) == '0') {
      throw notAnAddress(text);
    }
    int value = 0;
    for (int i = 0; i < part.length(); i++) {
      char digit = part.charAt(i);
      if (digit < '0' || digit > '9') {
        throw notAnAddress(text);
      }
      value = value * 10 + digit - '0';
    }
    if (value > 255) {
      throw notAnAddress(text);
    }
    return value;
  }

  private static IllegalArgumentException notAnAddress(String text) {
    return new IllegalArgumentException("not an IPv4 address: " + text);
  }

  @Override
  public int width() {
    return 32;
  }

  @Override
  public boolean isMulticast() {
    return bits >>> 28 == 0xe;
  }

  /** Whether it is in 224.0.0.0/24, the groups that no router forwards (RFC 5771 4). */
  public boolean isLocalGroup() {
    return bits >>> Byte.SIZE == 0xe0_00_00;
  }

  @Override
  public boolean isLinkLocal() {
    return bits >>> 16 == 0xa9fe;
  }

  @Override
  public boolean sharesPrefix(IpAddress other, int prefixLength) {
    return other instanceof Ipv4Address that
        && (prefixLength == 0 || (bits ^ that.bits) >>> (32 - prefixLength) == 0);
  }

  @Override
  public String toString() {
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 0xff)
        + "."
        + (bits >>> 8 & 0xff)
        + "."
        + (bits & 0xff);
  }
}
