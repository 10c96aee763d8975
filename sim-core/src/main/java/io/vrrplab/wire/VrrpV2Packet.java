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
 */
public record VrrpV2Packet(
    int type,
    int virtualRouterId,
    int priority,
    int authenticationType,
    int intervalSeconds,
    int checksum,
    List<Ipv4Address> addresses,
    long authenticationData)
    implements VrrpPacket {

  public VrrpV2Packet {
    addresses = List.copyOf(addresses);
  }

  @Override
  public int version() {
    return 2;
  }
}
