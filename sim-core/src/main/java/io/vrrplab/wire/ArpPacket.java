package io.vrrplab.wire;

/**
 * Address resolution for IPv4 over Ethernet (RFC 826).
 *
 * @param operation 1 request, 2 reply; other values are kept
 * @param senderMac sender hardware address
 * @param senderAddress sender protocol address
 * @param targetMac target hardware address, of no meaning in a request
 * @param targetAddress target protocol address
 */
public record ArpPacket(
    int operation,
    MacAddress senderMac,
    Ipv4Address senderAddress,
    MacAddress targetMac,
    Ipv4Address targetAddress)
    implements EthernetPayload {

  public static final int ETHER_TYPE = 0x0806;
  public static final int REQUEST = 1;
  public static final int REPLY = 2;

  public ArpPacket {
    FieldWidth.check("ARP operation", operation, 16);
  }

  /** Asks who has an address. */
  public static ArpPacket request(
      MacAddress senderMac, Ipv4Address senderAddress, Ipv4Address targetAddress) {
    return new ArpPacket(REQUEST, senderMac, senderAddress, MacAddress.ZERO, targetAddress);
  }

  /** Answers a request: the address it asks for is at that hardware address. */
  public static ArpPacket replyTo(ArpPacket request, MacAddress mac) {
    return new ArpPacket(
        REPLY, mac, request.targetAddress, request.senderMac, request.senderAddress);
  }

  /**
   * Announces an address unasked, as a request for itself (RFC 5227 3, RFC 9568 6.4.1).
   *
   * @param mac where the address is
   * @param address the address announced
   * @param targetMac what to write where a request has no meaning: all ones is what daemons send,
   *     the address's own MAC is what RFC 9568 asks for (errata 7947 and 7949)
   */
  public static ArpPacket gratuitous(MacAddress mac, Ipv4Address address, MacAddress targetMac) {
    return new ArpPacket(REQUEST, mac, address, targetMac, address);
  }

  /** Whether it announces the sender's own address, as a request or as a reply. */
  public boolean isGratuitous() {
    return senderAddress.bits() == targetAddress.bits();
  }

  @Override
  public int etherType() {
    return ETHER_TYPE;
  }
}
