package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** IPv4 (RFC 791). What stands behind the total length is padding of the link, and is not read. */
final class Ipv4Codec {

  static final int ADDRESS_OCTETS = 4;

  private static final int HEADER = 20;
  private static final int TOS = 1;
  private static final int TOTAL_LENGTH = 2;
  private static final int IDENTIFICATION = 4;
  private static final int FRAGMENT = 6;
  private static final int TTL = 8;
  private static final int PROTOCOL = 9;
  private static final int CHECKSUM = 10;
  private static final int SOURCE = 12;
  private static final int DESTINATION = 16;

  private static final int RESERVED_FLAG = 0x8000;
  private static final int DONT_FRAGMENT = 0x4000;
  private static final int MORE_FRAGMENTS_AND_OFFSET = 0x3fff;

  private Ipv4Codec() {}

  static int length(Ipv4Packet packet) {
    int length =
        HEADER
            + packet.options().length()
            + IpPayloadCodec.length(packet.payload(), ADDRESS_OCTETS);
    FieldWidth.check("IPv4 total length", length, 16);
    return length;
  }

  static void write(ByteBuf out, int at, int length, Ipv4Packet packet) {
    int header = HEADER + packet.options().length();
    out.setByte(at, 0x40 | header >>> 2);
    out.setByte(at + TOS, packet.tos());
    out.setShort(at + TOTAL_LENGTH, length);
    out.setShort(at + IDENTIFICATION, packet.identification());
    out.setShort(at + FRAGMENT, packet.dontFragment() ? DONT_FRAGMENT : 0);
    out.setByte(at + TTL, packet.ttl());
    out.setByte(at + PROTOCOL, packet.payload().protocol());
    out.setInt(at + SOURCE, packet.source().bits());
    out.setInt(at + DESTINATION, packet.destination().bits());
    packet.options().writeTo(out, at + HEADER);
    int checksum = InternetChecksum.complement(InternetChecksum.sum(out, at, at + header));
    out.setShort(at + CHECKSUM, checksum);
    long addresses = InternetChecksum.addresses(packet.source(), packet.destination());
    IpPayloadCodec.write(out, at + header, at + length, packet.payload(), addresses);
  }

  static @Nullable Ipv4Packet read(Reading in, int from, int end) {
    if (end - from < HEADER) {
      return in.refuseShort(Refusal.IPV4_TRUNCATED, end - from, HEADER);
    }
    ByteBuf octets = in.octets;
    int versionAndLength = octets.getUnsignedByte(from);
    if (versionAndLength >>> 4 != 4) {
      return in.refuse(Refusal.IPV4_VERSION, "version " + (versionAndLength >>> 4));
    }
    int header = (versionAndLength & 0xf) << 2;
    if (header < HEADER) {
      return in.refuse(Refusal.IPV4_HEADER_LENGTH, "header of " + header + " octets");
    }
    if (end - from < header) {
      return in.refuseShort(Refusal.IPV4_TRUNCATED, end - from, header);
    }
    long sum = InternetChecksum.sum(octets, from, from + header);
    if (InternetChecksum.fold(sum) != InternetChecksum.VALID) {
      return in.refuseChecksum(
          Refusal.IPV4_HEADER_CHECKSUM, octets.getUnsignedShort(from + CHECKSUM), sum);
    }
    int length = octets.getUnsignedShort(from + TOTAL_LENGTH);
    if (length < header || length > end - from) {
      return in.refuse(
          Refusal.IPV4_TOTAL_LENGTH,
          "total length " + length + ", header " + header + ", octets there " + (end - from));
    }
    return readWhole(in, from, header, from + length);
  }

  private static @Nullable Ipv4Packet readWhole(Reading in, int from, int header, int end) {
    ByteBuf octets = in.octets;
    int fragment = octets.getUnsignedShort(from + FRAGMENT);
    if ((fragment & RESERVED_FLAG) != 0) {
      return in.refuse(Refusal.IPV4_RESERVED_FLAG, "flags and offset 0x%04x".formatted(fragment));
    }
    if ((fragment & MORE_FRAGMENTS_AND_OFFSET) != 0) {
      return in.refuse(Refusal.IPV4_FRAGMENT, "flags and offset 0x%04x".formatted(fragment));
    }
    Ipv4Address source = new Ipv4Address(octets.getInt(from + SOURCE));
    Ipv4Address destination = new Ipv4Address(octets.getInt(from + DESTINATION));
    int protocol = octets.getUnsignedByte(from + PROTOCOL);
    IpPayload payload = readPayload(in, protocol, from + header, end, source, destination);
    if (payload == null) {
      return null;
    }
    return new Ipv4Packet(
        source,
        destination,
        octets.getUnsignedByte(from + TOS),
        octets.getUnsignedShort(from + IDENTIFICATION),
        fragment != 0,
        octets.getUnsignedByte(from + TTL),
        Octets.window(octets, from + HEADER, from + header),
        payload);
  }

  private static @Nullable IpPayload readPayload(
      Reading in, int protocol, int from, int end, Ipv4Address source, Ipv4Address destination) {
    return switch (protocol) {
      case IcmpPacket.PROTOCOL -> IcmpCodec.read(in, from, end);
      case IgmpPacket.PROTOCOL -> IgmpCodec.read(in, from, end);
      case VrrpPacket.PROTOCOL -> VrrpCodec.read(in.octets, from, end, ADDRESS_OCTETS);
      case UdpPacket.PROTOCOL ->
          UdpCodec.read(in, from, end, InternetChecksum.addresses(source, destination), true);
      default -> new OpaqueIpPayload(protocol, Octets.window(in.octets, from, end));
    };
  }
}
