package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** Ethernet II with at most one 802.1Q tag. */
final class EthernetCodec {

  static final int HEADER = 14;

  static final int SOURCE = 6;
  private static final int TYPE = 12;
  private static final int TAG = 4;

  private EthernetCodec() {}

  static ByteBuf encode(EthernetFrame frame) {
    EthernetPayload payload = frame.payload();
    VlanTag vlan = frame.vlan();
    int header = vlan == null ? HEADER : HEADER + TAG;
    int length = payloadLength(payload);
    ByteBuf out = Unpooled.wrappedBuffer(new byte[header + length]);
    long source = frame.source().bits();
    out.setLong(0, frame.destination().bits() << 16 | source >>> 32);
    out.setInt(Long.BYTES, (int) source);
    if (vlan != null) {
      out.setShort(TYPE, VlanTag.ETHER_TYPE);
      out.setShort(TYPE + 2, vlan.control());
    }
    out.setShort(header - 2, payload.etherType());
    switch (payload) {
      case ArpPacket arp -> ArpCodec.write(out, header, arp);
      case Ipv4Packet ipv4 -> Ipv4Codec.write(out, header, length, ipv4);
      case Ipv6Packet ipv6 -> Ipv6Codec.write(out, header, length, ipv6);
      case OpaqueEthernetPayload opaque -> opaque.octets().writeTo(out, header);
    }
    return out;
  }

  private static int payloadLength(EthernetPayload payload) {
    return switch (payload) {
      case ArpPacket _ -> ArpCodec.LENGTH;
      case Ipv4Packet ipv4 -> Ipv4Codec.length(ipv4);
      case Ipv6Packet ipv6 -> Ipv6Codec.length(ipv6);
      case OpaqueEthernetPayload opaque -> opaque.octets().length();
    };
  }

  static Decoded decode(ByteBuf octets) {
    Reading in = new Reading(octets);
    EthernetFrame frame = readFrame(in, octets.writerIndex());
    return frame == null ? in.refused() : new Decoded.Packet(frame);
  }

  private static @Nullable EthernetFrame readFrame(Reading in, int end) {
    if (end < HEADER) {
      return in.refuseShort(Refusal.FRAME_TOO_SHORT, end, HEADER);
    }
    ByteBuf octets = in.octets;
    int etherType = octets.getUnsignedShort(TYPE);
    int from = HEADER;
    VlanTag vlan = null;
    if (etherType == VlanTag.ETHER_TYPE) {
      from += TAG;
      if (end < from) {
        return in.refuseShort(Refusal.VLAN_TAG_TRUNCATED, end, from);
      }
      vlan = VlanTag.ofControl(octets.getUnsignedShort(TYPE + 2));
      etherType = octets.getUnsignedShort(TYPE + TAG);
    }
    EthernetPayload payload = readPayload(in, etherType, from, end);
    return payload == null
        ? null
        : new EthernetFrame(readMac(octets, 0), readMac(octets, SOURCE), vlan, payload);
  }

  private static @Nullable EthernetPayload readPayload(
      Reading in, int etherType, int from, int end) {
    return switch (etherType) {
      case ArpPacket.ETHER_TYPE -> ArpCodec.read(in, from, end);
      case Ipv4Packet.ETHER_TYPE -> Ipv4Codec.read(in, from, end);
      case Ipv6Packet.ETHER_TYPE -> Ipv6Codec.read(in, from, end);
      default -> new OpaqueEthernetPayload(etherType, Octets.window(in.octets, from, end));
    };
  }

  static MacAddress readMac(ByteBuf octets, int at) {
    return new MacAddress(macBits(octets, at));
  }

  /** Reads 48 bits; two octets behind them are looked at too, which every header here has. */
  static long macBits(ByteBuf octets, int at) {
    return octets.getLong(at) >>> 16;
  }

  static void writeMac(ByteBuf out, int at, MacAddress mac) {
    out.setShort(at, (int) (mac.bits() >>> 32));
    out.setInt(at + 2, (int) mac.bits());
  }
}
