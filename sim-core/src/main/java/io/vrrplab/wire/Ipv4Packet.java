package io.vrrplab.wire;

/**
 * An unfragmented IPv4 packet (RFC 791). Lengths, protocol number and header checksum are not kept:
 * encoding computes them.
 *
 * @param source source address
 * @param destination destination address
 * @param tos the type of service octet: DSCP and ECN (RFC 2474)
 * @param identification 0 to 65535
 * @param dontFragment the DF flag
 * @param ttl time to live, 0 to 255
 * @param options header options as they stand: a multiple of 4 octets, at most 40
 * @param payload what it carries
 */
public record Ipv4Packet(
    Ipv4Address source,
    Ipv4Address destination,
    int tos,
    int identification,
    boolean dontFragment,
    int ttl,
    Octets options,
    IpPayload payload)
    implements EthernetPayload {

  public static final int ETHER_TYPE = 0x0800;

  /** Router Alert (RFC 2113), which IGMP messages carry (RFC 3376 4). */
  public static final Octets ROUTER_ALERT = Octets.ofHex("94 04 00 00");

  private static final int MAX_OPTIONS = 40;

  public Ipv4Packet {
    FieldWidth.check("TOS", tos, 8);
    FieldWidth.check("identification", identification, 16);
    FieldWidth.check("TTL", ttl, 8);
    if (options.length() > MAX_OPTIONS || options.length() % 4 != 0) {
      throw new IllegalArgumentException(
          "IPv4 options of " + options.length() + " octets: not a multiple of 4 up to 40");
    }
    if (payload instanceof Icmpv6Packet) {
      throw new IllegalArgumentException("IPv6 only, not for IPv4: " + payload);
    }
  }

  /** A packet with zeroes in TOS and identification, DF clear, without options. */
  public static Ipv4Packet of(
      Ipv4Address source, Ipv4Address destination, int ttl, IpPayload payload) {
    return new Ipv4Packet(source, destination, 0, 0, false, ttl, Octets.EMPTY, payload);
  }

  public Ipv4Packet withSource(Ipv4Address newSource) {
    return new Ipv4Packet(
        newSource, destination, tos, identification, dontFragment, ttl, options, payload);
  }

  public Ipv4Packet withDestination(Ipv4Address newDestination) {
    return new Ipv4Packet(
        source, newDestination, tos, identification, dontFragment, ttl, options, payload);
  }

  public Ipv4Packet withTos(int newTos) {
    return new Ipv4Packet(
        source, destination, newTos, identification, dontFragment, ttl, options, payload);
  }

  public Ipv4Packet withIdentification(int newIdentification) {
    return new Ipv4Packet(
        source, destination, tos, newIdentification, dontFragment, ttl, options, payload);
  }

  public Ipv4Packet withTtl(int newTtl) {
    return new Ipv4Packet(
        source, destination, tos, identification, dontFragment, newTtl, options, payload);
  }

  public Ipv4Packet withOptions(Octets newOptions) {
    return new Ipv4Packet(
        source, destination, tos, identification, dontFragment, ttl, newOptions, payload);
  }

  @Override
  public int etherType() {
    return ETHER_TYPE;
  }
}
