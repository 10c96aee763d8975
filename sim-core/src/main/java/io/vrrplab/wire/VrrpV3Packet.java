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
 * @param surplus octets beyond those announced, as a rule none
 */
public record VrrpV3Packet(
    int type,
    int virtualRouterId,
    int priority,
    int reserved,
    int intervalCs,
    int checksum,
    List<IpAddress> addresses,
    Octets surplus)
    implements VrrpPacket {

  public VrrpV3Packet {
    FieldWidth.check("type", type, 4);
    FieldWidth.check("VRID", virtualRouterId, 8);
    FieldWidth.check("priority", priority, 8);
    FieldWidth.check("reserved", reserved, 4);
    FieldWidth.check("interval", intervalCs, 12);
    FieldWidth.check("checksum", checksum, 16);
    FieldWidth.check("number of addresses", addresses.size(), 8);
    addresses = List.copyOf(addresses);
  }

  /** A packet of exactly the announced length. */
  public VrrpV3Packet(
      int type,
      int virtualRouterId,
      int priority,
      int reserved,
      int intervalCs,
      int checksum,
      List<IpAddress> addresses) {
    this(type, virtualRouterId, priority, reserved, intervalCs, checksum, addresses, Octets.EMPTY);
  }

  /** The same packet with another checksum, right or wrong. */
  public VrrpV3Packet withChecksum(int newChecksum) {
    return new VrrpV3Packet(
        type, virtualRouterId, priority, reserved, intervalCs, newChecksum, addresses, surplus);
  }

  /** The same packet with other octets behind the announced ones; the checksum stays. */
  public VrrpV3Packet withSurplus(Octets other) {
    return new VrrpV3Packet(
        type, virtualRouterId, priority, reserved, intervalCs, checksum, addresses, other);
  }

  @Override
  public int version() {
    return 3;
  }
}
