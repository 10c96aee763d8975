package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;

/** Hands what an IP packet of either family carries to the codec that writes it. */
final class IpPayloadCodec {

  private IpPayloadCodec() {}

  /**
   * Number of octets that a payload takes.
   *
   * @param addressOctets octets of an address in the family of the packet, 4 or 16
   */
  static int length(IpPayload payload, int addressOctets) {
    return switch (payload) {
      case IcmpPacket icmp -> IcmpCodec.length(icmp);
      case IgmpPacket igmp -> IgmpCodec.length(igmp);
      case Icmpv6Packet icmp -> Icmpv6Codec.length(icmp);
      case VrrpPacket vrrp -> VrrpCodec.length(vrrp, addressOctets);
      case UdpPacket udp -> UdpCodec.length(udp);
      case OpaqueIpPayload opaque -> opaque.octets().length();
    };
  }

  /**
   * Writes a payload that fills the room from one index to another.
   *
   * @param addresses sum of the pseudo-header's addresses
   */
  static void write(ByteBuf out, int from, int end, IpPayload payload, long addresses) {
    switch (payload) {
      case IcmpPacket icmp -> IcmpCodec.write(out, from, icmp);
      case IgmpPacket igmp -> IgmpCodec.write(out, from, end, igmp);
      case Icmpv6Packet icmp -> Icmpv6Codec.write(out, from, end, icmp, addresses);
      case VrrpPacket vrrp -> VrrpCodec.write(out, from, vrrp);
      case UdpPacket udp -> UdpCodec.write(out, from, end, udp, addresses);
      case OpaqueIpPayload opaque -> opaque.octets().writeTo(out, from);
    }
  }
}
