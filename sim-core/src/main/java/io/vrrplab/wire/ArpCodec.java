package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** ARP for IPv4 over Ethernet (RFC 826). */
final class ArpCodec {

  static final int LENGTH = 28;

  private static final int OPERATION = 6;
  private static final int SENDER_MAC = 8;
  private static final int SENDER_ADDRESS = 14;
  private static final int TARGET_MAC = 18;
  private static final int TARGET_ADDRESS = 24;

  /** Hardware type Ethernet, protocol type IPv4, six and four octets an address. */
  private static final long FORMAT = 0x0001_0800_0604L;

  private ArpCodec() {}

  static void write(ByteBuf out, int at, ArpPacket arp) {
    out.setLong(at, FORMAT << 16 | arp.operation());
    EthernetCodec.writeMac(out, at + SENDER_MAC, arp.senderMac());
    out.setInt(at + SENDER_ADDRESS, arp.senderAddress().bits());
    EthernetCodec.writeMac(out, at + TARGET_MAC, arp.targetMac());
    out.setInt(at + TARGET_ADDRESS, arp.targetAddress().bits());
  }

  static @Nullable ArpPacket read(Reading in, int from, int end) {
    if (end - from < LENGTH) {
      return in.refuseShort(Refusal.ARP_TRUNCATED, end - from, LENGTH);
    }
    ByteBuf octets = in.octets;
    long format = octets.getLong(from) >>> 16;
    if (format != FORMAT) {
      return in.refuse(Refusal.ARP_FORMAT, "address format 0x%012x".formatted(format));
    }
    return new ArpPacket(
        octets.getUnsignedShort(from + OPERATION),
        EthernetCodec.readMac(octets, from + SENDER_MAC),
        new Ipv4Address(octets.getInt(from + SENDER_ADDRESS)),
        EthernetCodec.readMac(octets, from + TARGET_MAC),
        new Ipv4Address(octets.getInt(from + TARGET_ADDRESS)));
  }
}
