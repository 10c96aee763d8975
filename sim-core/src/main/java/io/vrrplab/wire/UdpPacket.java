package io.vrrplab.wire;

/**
 * A UDP datagram (RFC 768).
 *
 * @param sourcePort 0 to 65535
 * @param destinationPort 0 to 65535
 * @param checksummed whether it carries a checksum, which encoding computes; over IPv6 it must (RFC
 *     8200 8.1)
 * @param data what it carries
 */
public record UdpPacket(int sourcePort, int destinationPort, boolean checksummed, Octets data)
    implements IpPayload {

  public static final int PROTOCOL = 17;

  public UdpPacket {
    FieldWidth.check("source port", sourcePort, 16);
    FieldWidth.check("destination port", destinationPort, 16);
  }

  /** A datagram with a checksum. */
  public UdpPacket(int sourcePort, int destinationPort, Octets data) {
    this(sourcePort, destinationPort, true, data);
  }

  @Override
  public int protocol() {
    return PROTOCOL;
  }
}
