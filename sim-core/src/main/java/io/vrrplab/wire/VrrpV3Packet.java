package io.vrrplab.wire;

import java.util.List;

/**
 * VRRP version 3 over IPv4 or IPv6 (RFC 9568 5.1).
 *
 * @param type the low nibble of octet 0
 * @param virtualRouterId octet 1
 * @param priority octet 2
 * @param reserved the high nibble of octet 4: sent as 0, ignored on receipt (RFC 9568 5.2.6)
 * @param intervalCs Max Advertise Interval, centiseconds, 12 bits
 * @param checksum octets 6 and 7 as they stand
 * @param addresses addresses of the family of the packet; the count field is their number
 */
public record VrrpV3Packet(
    int type,
    int virtualRouterId,
    int priority,
    int reserved,
    int intervalCs,
    int checksum,
    List<IpAddress> addresses)
    implements VrrpPacket {

  public VrrpV3Packet {
    addresses = List.copyOf(addresses);
  }

  @Override
  public int version() {
    return 3;
  }
}
