package io.vrrplab.conformance.bench;

import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.Octets;

/** What a host on the segment asks; it lives at the tester's lower address. */
public final class Questions {

  private static final MacAddress HOST = MacAddress.parse("02:00:5e:00:53:05");
  private static final int HOST_TTL = 64;

  private Questions() {}

  /** Asks where an address is. */
  public static Frame whoHas(Ipv4Address address) {
    return Frame.of(
        new EthernetFrame(
            MacAddress.BROADCAST, HOST, ArpPacket.request(HOST, Bench.LOWER_ADDRESS, address)));
  }

  /** Pings an address at a MAC. */
  public static Frame ping(Ipv4Address address, MacAddress mac) {
    IcmpEcho echo = IcmpEcho.request(1, 1, Octets.zeroes(8));
    return Frame.of(
        new EthernetFrame(mac, HOST, Ipv4Packet.of(Bench.LOWER_ADDRESS, address, HOST_TTL, echo)));
  }
}
