package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;

/**
 * The checksum of RFC 1071. Partial sums are plain longs, so that a pseudo-header can be added from
 * numbers that are at hand. They hold 32-bit words: 65536 is 1 modulo 65535, so a word's halves
 * need not be separated before the end (RFC 1071 2 (A)), and a long has room for 2^31 of them.
 */
final class InternetChecksum {

  /** What the folded sum of sound octets comes to, their stored checksum included. */
  static final int VALID = 0xffff;

  private static final long LOW_32 = 0xffff_ffffL;

  private InternetChecksum() {}

  /** Adds up octets from one index up to another; an odd last one counts as a high half. */
  static long sum(ByteBuf octets, int from, int to) {
    long sum = 0;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      sum += words(octets.getLong(at));
    }
    if (at + Integer.BYTES <= to) {
      sum += octets.getUnsignedInt(at);
      at += Integer.BYTES;
    }
    if (at + Short.BYTES <= to) {
      sum += octets.getUnsignedShort(at);
      at += Short.BYTES;
    }
    return at < to ? sum + (octets.getUnsignedByte(at) << 8) : sum;
  }

  /** Both 32-bit words of eight octets. */
  static long words(long bits) {
    return (bits >>> 32) + (bits & LOW_32);
  }

  /** The two addresses of a pseudo-header (RFC 768, RFC 8200 8.1). */
  static long addresses(IpAddress source, IpAddress destination) {
    return address(source) + address(destination);
  }

  static long address(IpAddress address) {
    return switch (address) {
      case Ipv4Address v4 -> v4.bits() & LOW_32;
      case Ipv6Address v6 -> words(v6.high()) + words(v6.low());
    };
  }

  /** Folds a sum to 16 bits with end-around carry. */
  static int fold(long sum) {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (int) folded;
  }

  /** The value to store for a sum taken with the checksum field at 0. */
  static int complement(long sum) {
    return ~fold(sum) & 0xffff;
  }
}
