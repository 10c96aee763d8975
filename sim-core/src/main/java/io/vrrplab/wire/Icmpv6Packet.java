package io.vrrplab.wire;

/** A message of ICMP for IPv6 (RFC 4443). Its checksum is not kept: encoding computes it. */
public sealed interface Icmpv6Packet extends IpPayload
    permits Icmpv6Echo,
        RouterSolicitation,
        RouterAdvertisement,
        NeighborSolicitation,
        NeighborAdvertisement,
        Icmpv6Redirect,
        MldReport,
        MldQuery,
        Icmpv6Other {

  int PROTOCOL = 58;

  /** The first octet, 0 to 255. */
  int type();

  /** The second octet, 0 to 255. */
  default int code() {
    return 0;
  }

  @Override
  default int protocol() {
    return PROTOCOL;
  }
}
