package io.vrrplab.fault;

import io.vrrplab.lan.FrameFilter;
import io.vrrplab.lan.Transmission;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Icmpv6Packet;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.OpaqueEthernetPayload;

/**
 * Drops IP multicast, as many clouds and overlays do. Broadcast passes, and so do ICMPv6 messages:
 * without neighbour discovery there would be no IPv6 at all.
 */
record MulticastBlock() implements FrameFilter {

  @Override
  public boolean drops(Transmission transmission) {
    return transmission.frame().decoded() instanceof Decoded.Packet(EthernetFrame frame)
        && switch (frame.payload()) {
          case Ipv4Packet packet -> packet.destination().isMulticast();
          case Ipv6Packet packet ->
              packet.destination().isMulticast() && !(packet.payload() instanceof Icmpv6Packet);
          case ArpPacket _, OpaqueEthernetPayload _ -> false;
        };
  }
}
