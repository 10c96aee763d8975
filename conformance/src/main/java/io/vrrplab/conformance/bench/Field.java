package io.vrrplab.conformance.bench;

/** A field of a frame, and where its bits stand. */
public enum Field {
  ETHERNET_DESTINATION("Ethernet destination", Layer.ETHERNET, 0, 48, Notation.MAC),
  ETHERNET_SOURCE("Ethernet source", Layer.ETHERNET, 48, 48, Notation.MAC),
  ARP_OPERATION("ARP operation", Layer.PAYLOAD, 48, 16, Notation.DECIMAL),
  ARP_SENDER_MAC("ARP sender hardware address", Layer.PAYLOAD, 64, 48, Notation.MAC),
  ARP_SENDER_ADDRESS("ARP sender protocol address", Layer.PAYLOAD, 112, 32, Notation.IPV4),
  ARP_TARGET_MAC("ARP target hardware address", Layer.PAYLOAD, 144, 48, Notation.MAC),
  ARP_TARGET_ADDRESS("ARP target protocol address", Layer.PAYLOAD, 192, 32, Notation.IPV4),
  IPV4_TOTAL_LENGTH("IPv4 total length", Layer.PAYLOAD, 16, 16, Notation.DECIMAL),
  IPV4_TTL("IPv4 TTL", Layer.PAYLOAD, 64, 8, Notation.DECIMAL),
  IPV4_PROTOCOL("IPv4 protocol", Layer.PAYLOAD, 72, 8, Notation.DECIMAL),
  IPV4_SOURCE("IPv4 source", Layer.PAYLOAD, 96, 32, Notation.IPV4),
  IPV4_DESTINATION("IPv4 destination", Layer.PAYLOAD, 128, 32, Notation.IPV4),
  IPV6_PAYLOAD_LENGTH("IPv6 payload length", Layer.PAYLOAD, 32, 16, Notation.DECIMAL),
  IPV6_NEXT_HEADER("IPv6 next header", Layer.PAYLOAD, 48, 8, Notation.DECIMAL),
  IPV6_HOP_LIMIT("IPv6 hop limit", Layer.PAYLOAD, 56, 8, Notation.DECIMAL),
  ND_ROUTER("ND router flag", Layer.MESSAGE, 32, 1, Notation.DECIMAL),
  ND_SOLICITED("ND solicited flag", Layer.MESSAGE, 33, 1, Notation.DECIMAL),
  ND_OVERRIDE("ND override flag", Layer.MESSAGE, 34, 1, Notation.DECIMAL),
  RA_HOME_AGENT("RA home agent flag", Layer.MESSAGE, 42, 1, Notation.DECIMAL),
  ND_OPTION("ND option type", Layer.MESSAGE, 192, 8, Notation.DECIMAL),
  ND_OPTION_MAC("ND link-layer address", Layer.MESSAGE, 208, 48, Notation.MAC),
  IGMP_TYPE("IGMP type", Layer.MESSAGE, 0, 8, Notation.DECIMAL),
  IGMP_RECORD("IGMP record type", Layer.MESSAGE, 64, 8, Notation.DECIMAL),
  IGMP_GROUP("IGMP group", Layer.MESSAGE, 96, 32, Notation.IPV4),
  /** Behind the hop-by-hop header of eight octets that a report has. */
  MLD_TYPE("MLD type", Layer.MESSAGE, 64, 8, Notation.DECIMAL),
  MLD_RECORD("MLD record type", Layer.MESSAGE, 128, 8, Notation.DECIMAL),
  ICMP_TYPE("ICMP type", Layer.MESSAGE, 0, 8, Notation.DECIMAL),
  VRRP_VERSION("VRRP version", Layer.MESSAGE, 0, 4, Notation.DECIMAL),
  VRRP_TYPE("VRRP type", Layer.MESSAGE, 4, 4, Notation.DECIMAL),
  VRRP_VRID("VRRP virtual router id", Layer.MESSAGE, 8, 8, Notation.DECIMAL),
  VRRP_PRIORITY("VRRP priority", Layer.MESSAGE, 16, 8, Notation.DECIMAL),
  VRRP_COUNT("VRRP address count", Layer.MESSAGE, 24, 8, Notation.DECIMAL),
  VRRP_AUTH_TYPE("VRRP authentication type", Layer.MESSAGE, 32, 8, Notation.DECIMAL),
  VRRP_SECONDS("VRRP interval (s)", Layer.MESSAGE, 40, 8, Notation.DECIMAL),
  VRRP_RESERVED("VRRP reserved bits", Layer.MESSAGE, 32, 4, Notation.DECIMAL),
  VRRP_CENTISECONDS("VRRP interval (cs)", Layer.MESSAGE, 36, 12, Notation.DECIMAL),
  VRRP_CHECKSUM("VRRP checksum", Layer.MESSAGE, 48, 16, Notation.HEX);

  /** What a field is counted from. */
  enum Layer {
    ETHERNET,
    /** The first octet after the Ethernet header. */
    PAYLOAD,
    /** The first octet after the IP header. */
    MESSAGE
  }

  /** How people write it. */
  enum Notation {
    DECIMAL,
    HEX,
    MAC,
    IPV4
  }

  private final String title;
  private final Layer layer;
  private final int firstBit;
  private final int bits;
  private final Notation notation;

  Field(String title, Layer layer, int firstBit, int bits, Notation notation) {
    this.title = title;
    this.layer = layer;
    this.firstBit = firstBit;
    this.bits = bits;
    this.notation = notation;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  Layer layer() {
    return layer;
  }

  int firstBit() {
    return firstBit;
  }

  int bits() {
    return bits;
  }

  Notation notation() {
    return notation;
  }
}
