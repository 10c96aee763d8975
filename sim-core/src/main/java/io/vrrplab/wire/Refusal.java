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
