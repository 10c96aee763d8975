package io.vrrplab.wire;

/** A message of ICMP for IPv4 (RFC 792). Its checksum is not kept: encoding computes it. */
public sealed interface IcmpPacket extends IpPayload
    permits IcmpEcho, IcmpUnreachable, IcmpRedirect, IcmpOther {

  int PROTOCOL = 1;

  /** The first octet, 0 to 255. */
  int type();

  /** The second octet, 0 to 255. */
  int code();

  @Override
  default int protocol() {
    return PROTOCOL;
  }
}
