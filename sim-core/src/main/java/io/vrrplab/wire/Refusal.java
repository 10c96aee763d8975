package io.vrrplab.wire;

/**
 * Why a frame's octets make no packet. Decoding judges form: an advert with a wrong VRRP checksum
 * or TTL decodes, because receivers check those in an order of their own (RFC 9568 7.1).
 */
public enum Refusal {
  FRAME_TOO_SHORT("shorter than an Ethernet header"),
  VLAN_TAG_TRUNCATED("ends inside its 802.1Q tag"),
  ARP_TRUNCATED("ends inside its ARP message"),
  ARP_FORMAT("ARP for other addresses than Ethernet and IPv4"),
  IPV4_TRUNCATED("ends inside its IPv4 header"),
  IPV4_VERSION("IPv4 ethertype over another IP version"),
  IPV4_HEADER_LENGTH("IPv4 header shorter than 20 octets"),
  IPV4_HEADER_CHECKSUM("wrong IPv4 header checksum"),
  IPV4_TOTAL_LENGTH("IPv4 total length that the frame does not hold"),
  IPV4_RESERVED_FLAG("IPv4 reserved flag set"),
  IPV4_FRAGMENT("IPv4 fragment"),
  ICMP_TRUNCATED("ends inside its ICMP header"),
  ICMP_CHECKSUM("wrong ICMP checksum"),
  IGMP_TRUNCATED("ends inside its IGMP header"),
  IGMP_CHECKSUM("wrong IGMP checksum"),
  IGMP_RECORDS("fewer IGMP group records than announced"),
  IGMP_SOURCES("fewer IGMP sources than announced"),
  IPV6_TRUNCATED("ends inside its IPv6 header"),
  IPV6_VERSION("IPv6 ethertype over another IP version"),
  IPV6_PAYLOAD_LENGTH("IPv6 payload length that the frame does not hold"),
  IPV6_HOP_BY_HOP("ends inside its hop-by-hop options"),
  ICMPV6_TRUNCATED("ends inside its ICMPv6 message"),
  ICMPV6_CHECKSUM("wrong ICMPv6 checksum"),
  ND_OPTION("neighbour discovery option of an impossible length"),
  MLD_RECORDS("fewer MLD group records than announced"),
  MLD_SOURCES("fewer MLD sources than announced"),
  UDP_TRUNCATED("ends inside its UDP header"),
  UDP_LENGTH("UDP length that differs from what IP carries"),
  UDP_CHECKSUM("wrong UDP checksum");

  private final String phrase;

  Refusal(String phrase) {
    this.phrase = phrase;
  }

  /** A few words for a report, without a full stop. */
  public String phrase() {
    return phrase;
  }
}
