package io.vrrplab.wire;

/** What an Ethernet frame carries. */
public sealed interface EthernetPayload
    permits ArpPacket, Ipv4Packet, Ipv6Packet, OpaqueEthernetPayload {

  /** The number that announces this payload in the frame, 0 to 65535. */
  int etherType();
}
