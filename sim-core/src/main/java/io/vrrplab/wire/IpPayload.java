package io.vrrplab.wire;

/** What an IP packet carries. */
public sealed interface IpPayload
    permits VrrpPacket, IcmpPacket, IgmpPacket, Icmpv6Packet, UdpPacket, OpaqueIpPayload {

  /** The protocol number in IPv4, the next header in IPv6: 0 to 255. */
  int protocol();
}
