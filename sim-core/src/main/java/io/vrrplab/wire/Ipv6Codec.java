package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;

/** IPv6 (RFC 8200). */
final class Ipv6Codec {

  static final int ADDRESS_OCTETS = 16;

  private Ipv6Codec() {}

  static Ipv6Address readAddress(ByteBuf octets, int at) {
    return new Ipv6Address(octets.getLong(at), octets.getLong(at + Long.BYTES));
  }
}
