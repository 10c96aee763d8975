package io.vrrplab.lan;

import io.vrrplab.wire.EthernetPayload;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.IpPayload;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;

/** Makes IP packets of either family. */
final class IpPackets {

  /** What neighbour discovery and VRRP demand: nobody forwarded it (RFC 4861 7.1, RFC 9568 5.1). */
  static final int UNFORWARDED = 255;

  private IpPackets() {}

  /**
   * A packet of the family of its addresses.
   *
   * @throws IllegalArgumentException if the two addresses are of different families
   */
  static EthernetPayload of(
      IpAddress source, IpAddress destination, int hopLimit, IpPayload payload) {
    return switch (source) {
      case Ipv4Address from when destination instanceof Ipv4Address to ->
          Ipv4Packet.of(from, to, hopLimit, payload);
      case Ipv6Address from when destination instanceof Ipv6Address to ->
          Ipv6Packet.of(from, to, hopLimit, payload);
      case Ipv4Address _, Ipv6Address _ ->
          throw new IllegalArgumentException(
              source + " and " + destination + " do not go together");
    };
  }
}
