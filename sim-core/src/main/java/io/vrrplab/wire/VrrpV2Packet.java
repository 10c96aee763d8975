package io.vrrplab.wire;

import java.util.List;

/**
 * VRRP version 2 (RFC 3768 5.1).
 *
 * @param type the low nibble of octet 0
 * @param virtualRouterId octet 1
 * @param priority octet 2
 * @param authenticationType octet 4: 0 none, 1 simple password, 2 IP Authentication Header
 * @param intervalSeconds octet 5, seconds
 * @param checksum octets 6 and 7 as they stand
 * @param addresses IPv4 addresses; the count field is their number
 * @param authenticationData the eight octets of the trailer, first octet highest
 * @param surplus octets beyond those announced, as a rule none
 */
public record VrrpV2Packet(
    int type,
    int virtualRouterId,
    int priority,
    int authenticationType,
    int intervalSeconds,
    int checksum,
    List<Ipv4Address> addresses,
    long authenticationData,
    Octets surplus)
    implements VrrpPacket {

  public VrrpV2Packet {
    FieldWidth.check("type", type, 4);
    FieldWidth.check("VRID", virtualRouterId, 8);
    FieldWidth.check("priority", priority, 8);
    FieldWidth.check("authentication type", authenticationType, 8);
    FieldWidth.check("interval", intervalSeconds, 8);
    FieldWidth.check("checksum", checksum, 16);
    FieldWidth.check("number of addresses", addresses.size(), 8);
    addresses = List.copyOf(addresses);
  }

  /** A packet of exactly the announced length. */
  public VrrpV2Packet(
      int type,
      int virtualRouterId,
      int priority,
      int authenticationType,
      int intervalSeconds,
      int checksum,
      List<Ipv4Address> addresses,
      long authenticationData) {
    this(
        type,
        virtualRouterId,
        priority,
        authenticationType,
        intervalSeconds,
        checksum,
        addresses,
        authenticationData,
        Octets.EMPTY);
  }

  /** The same packet with another checksum, right or wrong. */
  public VrrpV2Packet withChecksum(int newChecksum) {
    return new VrrpV2Packet(
        type,
        virtualRouterId,
        priority,
        authenticationType,
        intervalSeconds,
        newChecksum,
        addresses,
        authenticationData,
        surplus);
  }

  /** The same packet with other octets behind the announced ones; the checksum stays. */
  public VrrpV2Packet withSurplus(Octets other) {
    return new VrrpV2Packet(
        type,
        virtualRouterId,
        priority,
        authenticationType,
        intervalSeconds,
        checksum,
        addresses,
        authenticationData,
        other);
  }

  @Override
  public int version() {
    return 2;
  }
}
