package io.vrrplab.wire;

/**
 * An IPv6 packet (RFC 8200). Lengths and next headers are not kept: encoding computes them. Of the
 * extension headers only hop-by-hop options are told apart, where they come first; any other is an
 * {@link OpaqueIpPayload} with all that follows it.
 *
 * @param source source address
 * @param destination destination address
 * @param trafficClass DSCP and ECN, 0 to 255
 * @param flowLabel 20 bits
 * @param hopLimit 0 to 255
 * @param hopByHopOptions the options as they stand, padding included: none, or a multiple of 8
 *     octets plus 6
 * @param payload what it carries
 */
public record Ipv6Packet(
    Ipv6Address source,
    Ipv6Address destination,
    int trafficClass,
    int flowLabel,
    int hopLimit,
    Octets hopByHopOptions,
    IpPayload payload)
    implements EthernetPayload {

  public static final int ETHER_TYPE = 0x86dd;

  /** Router Alert for MLD and its padding (RFC 2711 2.1), which reports carry (RFC 3810 5). */
  public static final Octets MLD_ROUTER_ALERT = Octets.ofHex("05 02 00 00 01 00");

  private static final int MAX_OPTIONS = 255 * 8 + 6;

  public Ipv6Packet {
    FieldWidth.check("traffic class", trafficClass, 8);
    FieldWidth.check("flow label", flowLabel, 20);
    FieldWidth.check("hop limit", hopLimit, 8);
    int options = hopByHopOptions.length();
    if (options != 0 && (options % 8 != 6 || options > MAX_OPTIONS)) {
      throw new IllegalArgumentException(
          "hop-by-hop options of " + options + " octets: not 8n + 6 up to " + MAX_OPTIONS);
    }
    checkPayload(payload);
  }

  private static void checkPayload(IpPayload payload) {
    switch (payload) {
      case IcmpPacket _, IgmpPacket _, VrrpV2Packet _ ->
          throw new IllegalArgumentException("IPv4 only, not for IPv6: " + payload);
      case UdpPacket udp when !udp.checksummed() ->
          throw new IllegalArgumentException("UDP over IPv6 needs its checksum (RFC 8200 8.1)");
      case UdpPacket _, Icmpv6Packet _, VrrpV3Packet _, VrrpUndecodable _, OpaqueIpPayload _ -> {}
    }
  }

  /** A packet with zeroes in traffic class and flow label, without extension headers. */
  public static Ipv6Packet of(
      Ipv6Address source, Ipv6Address destination, int hopLimit, IpPayload payload) {
    return new Ipv6Packet(source, destination, 0, 0, hopLimit, Octets.EMPTY, payload);
  }

  public Ipv6Packet withTrafficClass(int newTrafficClass) {
    return new Ipv6Packet(
        source, destination, newTrafficClass, flowLabel, hopLimit, hopByHopOptions, payload);
  }

  public Ipv6Packet withFlowLabel(int newFlowLabel) {
    return new Ipv6Packet(
        source, destination, trafficClass, newFlowLabel, hopLimit, hopByHopOptions, payload);
  }

  public Ipv6Packet withHopLimit(int newHopLimit) {
    return new Ipv6Packet(
        source, destination, trafficClass, flowLabel, newHopLimit, hopByHopOptions, payload);
  }

  public Ipv6Packet withHopByHopOptions(Octets newOptions) {
    return new Ipv6Packet(
        source, destination, trafficClass, flowLabel, hopLimit, newOptions, payload);
  }

  @Override
  public int etherType() {
    return ETHER_TYPE;
  }
}
