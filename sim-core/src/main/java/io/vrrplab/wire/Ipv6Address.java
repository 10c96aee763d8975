package io.vrrplab.wire;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An IPv6 address.
 *
 * @param high the first 64 bits, network byte order
 * @param low the last 64 bits, network byte order
 */
public record Ipv6Address(long high, long low) implements IpAddress {

  /** The unspecified address, {@code ::}. */
  public static final Ipv6Address ANY = new Ipv6Address(0, 0);

  /** ff02::1, all nodes on the link. */
  public static final Ipv6Address ALL_NODES = new Ipv6Address(0xff02_0000_0000_0000L, 1);

  /** ff02::2, all routers on the link. */
  public static final Ipv6Address ALL_ROUTERS = new Ipv6Address(0xff02_0000_0000_0000L, 2);

  /** ff02::16, where MLDv2 reports go (RFC 3810 5.2.14). */
  public static final Ipv6Address MLD_ROUTERS = new Ipv6Address(0xff02_0000_0000_0000L, 0x16);

  /** ff02::12, the group of VRRP (RFC 9568 5.1.2.2). */
  public static final Ipv6Address VRRP_GROUP = new Ipv6Address(0xff02_0000_0000_0000L, 0x12);

  private static final int GROUPS = 8;

  /** Digits only: a number parser would take a sign, too. */
  private static final Pattern HEX_GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

  /**
   * Reads RFC 4291 text, {@code ::} and a dotted-quad tail included; no zone identifier.
   *
   * @throws IllegalArgumentException if the text is not an IPv6 address
   */
  public static Ipv6Address parse(String text) {
    String plain = hexTail(text);
    int gap = plain.indexOf("::");
    int[] groups = new int[GROUPS];
    if (gap < 0) {
      if (readGroups(plain, groups, 0, text) != GROUPS) {
        throw notAnAddress(text);
      }
    } else {
      int head = readGroups(plain.substring(0, gap), groups, 0, text);
      int[] tail = new int[GROUPS];
      int tailCount = readGroups(plain.substring(gap + 2), tail, 0, text);
      if (head + tailCount >= GROUPS) {
        throw notAnAddress(text);
      }
      System.arraycopy(tail, 0, groups, GROUPS - tailCount, tailCount);
    }
    return new Ipv6Address(pack(groups, 0), pack(groups, 4));
  }

  private static String hexTail(String text) {
    if (text.indexOf('.') < 0) {
      return text;
    }
    int lastColon = text.lastIndexOf(':');
    int bits = Ipv4Address.parse(text.substring(lastColon + 1)).bits();
    return text.substring(0, lastColon + 1)
        + Integer.toHexString(bits >>> 16)
        + ":"
        + Integer.toHexString(bits & 0xffff);
  }

  private static int readGroups(String part, int[] into, int from, String text) {
    if (part.isEmpty()) {
      return from;
    }
    int at = from;
    for (String group : part.split(":", -1)) {
      if (at == GROUPS || !HEX_GROUP.matcher(group).matches()) {
        throw notAnAddress(text);
      }
      into[at++] = HexFormat.fromHexDigits(group);
    }
    return at;
  }

  private static long pack(int[] groups, int from) {
    long bits = 0;
    for (int i = from; i < from + 4; i++) {
      bits = bits << 16 | groups[i];
    }
    return bits;
  }

  private static IllegalArgumentException notAnAddress(String text) {
    return new IllegalArgumentException("not an IPv6 address: " + text);
  }

  /** The link-local address that an interface makes from its MAC (RFC 4291 appendix A). */
  public static Ipv6Address linkLocal(MacAddress mac) {
    long bits = mac.bits() ^ 0x0200_0000_0000L;
    long identifier = bits >>> 24 << 40 | 0xff_fe00_0000L | bits & 0xff_ffffL;
    return new Ipv6Address(0xfe80_0000_0000_0000L, identifier);
  }

  /** The solicited-node group ff02::1:ffXX:XXXX of this address (RFC 4291 2.7.1). */
  public Ipv6Address solicitedNodeGroup() {
    return new Ipv6Address(0xff02_0000_0000_0000L, 0x1_ff00_0000L | low & 0xff_ffffL);
  }

  @Override
  public int width() {
    return 128;
  }

  @Override
  public boolean isMulticast() {
    return high >>> 56 == 0xff;
  }

  @Override
  public boolean isLinkLocal() {
    return high >>> 54 == 0x3fa;
  }

  @Override
  public boolean sharesPrefix(IpAddress other, int prefixLength) {
    if (!(other instanceof Ipv6Address that)) {
      return false;
    }
    int highBits = Math.min(prefixLength, 64);
    int lowBits = prefixLength - highBits;
    return (highBits == 0 || (high ^ that.high) >>> (64 - highBits) == 0)
        && (lowBits == 0 || (low ^ that.low) >>> (64 - lowBits) == 0);
  }

  private int group(int index) {
    long half = index < 4 ? high : low;
    return (int) (half >>> (48 - 16 * (index % 4))) & 0xffff;
  }

  /** The canonical text of RFC 5952: lower case, the longest run of zero groups shortened. */
  @Override
  public String toString() {
    int bestStart = -1;
    int bestLength = 1;
    for (int start = 0; start < GROUPS; start++) {
      int end = start;
      while (end < GROUPS && group(end) == 0) {
        end++;
      }
      if (end - start > bestLength) {
        bestStart = start;
        bestLength = end - start;
      }
      start = Math.max(start, end);
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < GROUPS; i++) {
      if (i == bestStart) {
        text.append("::");
        i += bestLength - 1;
      } else {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
          text.append(':');
        }
        text.append(Integer.toHexString(group(i)));
      }
    }
    return text.toString();
  }
}
