package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import java.util.List;

/**
 * VRRP version 2 (RFC 3768 5.1) and 3 (RFC 9568 5.1). Reading never refuses: a receiver looks at
 * TTL, version and type before it asks whether a message is complete (RFC 9568 7.1), so the octets
 * that are there have to reach it.
 */
final class VrrpCodec {

  static final int HEADER = 8;

  /** Octets of version 2's authentication data, which stand whatever the type (RFC 3768 5.3.10). */
  static final int AUTHENTICATION = 8;

  private static final int VIRTUAL_ROUTER_ID = 1;
  private static final int PRIORITY = 2;
  private static final int COUNT = 3;
  private static final int AUTHENTICATION_TYPE = 4;
  private static final int INTERVAL = 4;
  private static final int INTERVAL_V2 = 5;
  private static final int CHECKSUM = 6;

  private VrrpCodec() {}

  static int length(VrrpPacket packet, int addressOctets) {
    return switch (packet) {
      case VrrpV2Packet v2 -> lengthV2(v2);
      case VrrpV3Packet v3 -> lengthV3(v3, addressOctets);
      case VrrpUndecodable undecodable -> undecodable.octets().length();
    };
  }

  static int lengthV2(VrrpV2Packet packet) {
    return HEADER
        + packet.addresses().size() * Ipv4Codec.ADDRESS_OCTETS
        + AUTHENTICATION
        + packet.surplus().length();
  }

  static int lengthV3(VrrpV3Packet packet, int addressOctets) {
    List<IpAddress> addresses = packet.addresses();
    for (int i = 0; i < addresses.size(); i++) {
      if (addresses.get(i).width() != addressOctets * Byte.SIZE) {
        throw new IllegalArgumentException(
            addresses.get(i) + " is not of the family of the packet that carries it");
      }
    }
    return HEADER + addresses.size() * addressOctets + packet.surplus().length();
  }

  static void write(ByteBuf out, int from, VrrpPacket packet) {
    switch (packet) {
      case VrrpV2Packet v2 -> writeV2(out, from, v2);
      case VrrpV3Packet v3 -> writeV3(out, from, v3);
      case VrrpUndecodable undecodable -> undecodable.octets().writeTo(out, from);
    }
  }

  private static void writeV2(ByteBuf out, int from, VrrpV2Packet packet) {
    List<Ipv4Address> addresses = packet.addresses();
    writeHeader(out, from, packet, addresses.size());
    out.setByte(from + AUTHENTICATION_TYPE, packet.authenticationType());
    out.setByte(from + INTERVAL_V2, packet.intervalSeconds());
    int at = from + HEADER;
    for (int i = 0; i < addresses.size(); i++) {
      out.setInt(at, addresses.get(i).bits());
      at += Ipv4Codec.ADDRESS_OCTETS;
    }
    out.setLong(at, packet.authenticationData());
    packet.surplus().writeTo(out, at + AUTHENTICATION);
  }

  private static void writeV3(ByteBuf out, int from, VrrpV3Packet packet) {
    List<IpAddress> addresses = packet.addresses();
    writeHeader(out, from, packet, addresses.size());
    out.setShort(from + INTERVAL, packet.reserved() << 12 | packet.intervalCs());
    int at = from + HEADER;
    for (int i = 0; i < addresses.size(); i++) {
      at = AddressCodec.write(out, at, addresses.get(i));
    }
    packet.surplus().writeTo(out, at);
  }

  private static void writeHeader(ByteBuf out, int from, VrrpPacket packet, int count) {
    out.setByte(from, packet.version() << 4 | packet.type());
    out.setByte(from + VIRTUAL_ROUTER_ID, packet.virtualRouterId());
    out.setByte(from + PRIORITY, packet.priority());
    out.setByte(from + COUNT, count);
    out.setShort(from + CHECKSUM, packet.checksum());
  }

  static VrrpPacket read(ByteBuf octets, int from, int end, int addressOctets) {
    if (end - from >= HEADER) {
      int version = octets.getUnsignedByte(from) >>> 4;
      int listEnd = from + HEADER + octets.getUnsignedByte(from + COUNT) * addressOctets;
      if (version == 3 && listEnd <= end) {
        return readV3(octets, from, listEnd, end, addressOctets);
      }
      // Version 2 is for IPv4 only (RFC 3768 1).
      if (version == 2
          && addressOctets == Ipv4Codec.ADDRESS_OCTETS
          && listEnd + AUTHENTICATION <= end) {
        return readV2(octets, from, listEnd, end);
      }
    }
    return new VrrpUndecodable(Octets.window(octets, from, end));
  }

  private static VrrpV2Packet readV2(ByteBuf octets, int from, int listEnd, int end) {
    return new VrrpV2Packet(
        octets.getByte(from) & 0xf,
        octets.getUnsignedByte(from + VIRTUAL_ROUTER_ID),
        octets.getUnsignedByte(from + PRIORITY),
        octets.getUnsignedByte(from + AUTHENTICATION_TYPE),
        octets.getUnsignedByte(from + INTERVAL_V2),
        octets.getUnsignedShort(from + CHECKSUM),
        readIpv4List(octets, from + HEADER, listEnd),
        octets.getLong(listEnd),
        Octets.window(octets, listEnd + AUTHENTICATION, end));
  }

  private static VrrpV3Packet readV3(
      ByteBuf octets, int from, int listEnd, int end, int addressOctets) {
    int interval = octets.getUnsignedShort(from + INTERVAL);
    return new VrrpV3Packet(
        octets.getByte(from) & 0xf,
        octets.getUnsignedByte(from + VIRTUAL_ROUTER_ID),
        octets.getUnsignedByte(from + PRIORITY),
        interval >>> 12,
        interval & 0xfff,
        octets.getUnsignedShort(from + CHECKSUM),
        AddressCodec.readList(
            octets, from + HEADER, (listEnd - from - HEADER) / addressOctets, addressOctets),
        Octets.window(octets, listEnd, end));
  }

  private static List<Ipv4Address> readIpv4List(ByteBuf octets, int from, int end) {
    if (end - from == Ipv4Codec.ADDRESS_OCTETS) {
      return List.of(new Ipv4Address(octets.getInt(from)));
    }
    Ipv4Address[] addresses = new Ipv4Address[(end - from) / Ipv4Codec.ADDRESS_OCTETS];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = new Ipv4Address(octets.getInt(from + i * Ipv4Codec.ADDRESS_OCTETS));
    }
    return List.of(addresses);
  }
}
