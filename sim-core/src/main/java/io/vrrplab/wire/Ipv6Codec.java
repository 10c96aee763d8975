package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** IPv6 (RFC 8200). What stands behind the payload length is padding of the link. */
final class Ipv6Codec {

  static final int ADDRESS_OCTETS = 16;

  private static final int HEADER = 40;
  private static final int PAYLOAD_LENGTH = 4;
  private static final int NEXT_HEADER = 6;
  private static final int HOP_LIMIT = 7;
  private static final int SOURCE = 8;
  private static final int DESTINATION = 24;

  /** Next header and length: what stands before the options in a hop-by-hop header. */
  private static final int OPTIONS = 2;

  private static final int HOP_BY_HOP = 0;
  private static final int EXTENSION_UNIT = 8;

  private Ipv6Codec() {}

  static int length(Ipv6Packet packet) {
    int payload =
        hopByHopLength(packet.hopByHopOptions())
            + IpPayloadCodec.length(packet.payload(), ADDRESS_OCTETS);
    FieldWidth.check("IPv6 payload length", payload, 16);
    return HEADER + payload;
  }

  private static int hopByHopLength(Octets options) {
    return options.isEmpty() ? 0 : OPTIONS + options.length();
  }

  static void write(ByteBuf out, int at, int length, Ipv6Packet packet) {
    out.setInt(at, 6 << 28 | packet.trafficClass() << 20 | packet.flowLabel());
    out.setShort(at + PAYLOAD_LENGTH, length - HEADER);
    out.setByte(at + HOP_LIMIT, packet.hopLimit());
    writeAddress(out, at + SOURCE, packet.source());
    writeAddress(out, at + DESTINATION, packet.destination());
    int protocol = packet.payload().protocol();
    Octets options = packet.hopByHopOptions();
    int payload = at + HEADER + hopByHopLength(options);
    if (options.isEmpty()) {
      out.setByte(at + NEXT_HEADER, protocol);
    } else {
      out.setByte(at + NEXT_HEADER, HOP_BY_HOP);
      out.setByte(at + HEADER, protocol);
      out.setByte(at + HEADER + 1, options.length() / EXTENSION_UNIT);
      options.writeTo(out, at + HEADER + OPTIONS);
    }
    long addresses = InternetChecksum.addresses(packet.source(), packet.destination());
    IpPayloadCodec.write(out, payload, at + length, packet.payload(), addresses);
  }

  static @Nullable Ipv6Packet read(Reading in, int from, int end) {
    if (end - from < HEADER) {
      return in.refuseShort(Refusal.IPV6_TRUNCATED, end - from, HEADER);
    }
    ByteBuf octets = in.octets;
    int version = octets.getUnsignedByte(from) >>> 4;
    if (version != 6) {
      return in.refuse(Refusal.IPV6_VERSION, "version " + version);
    }
    int length = octets.getUnsignedShort(from + PAYLOAD_LENGTH);
    if (length > end - from - HEADER) {
      return in.refuse(
          Refusal.IPV6_PAYLOAD_LENGTH,
          "payload length " + length + ", octets there " + (end - from - HEADER));
    }
    int payloadEnd = from + HEADER + length;
    int nextHeader = octets.getUnsignedByte(from + NEXT_HEADER);
    return nextHeader == HOP_BY_HOP
        ? readHopByHop(in, from, payloadEnd)
        : readPayload(in, from, nextHeader, Octets.EMPTY, from + HEADER, payloadEnd);
  }

  private static @Nullable Ipv6Packet readHopByHop(Reading in, int from, int end) {
    int header = from + HEADER;
    if (end - header < EXTENSION_UNIT) {
      return in.refuseShort(Refusal.IPV6_HOP_BY_HOP, end - header, EXTENSION_UNIT);
    }
    int length = (in.octets.getUnsignedByte(header + 1) + 1) * EXTENSION_UNIT;
    if (end - header < length) {
      return in.refuseShort(Refusal.IPV6_HOP_BY_HOP, end - header, length);
    }
    int nextHeader = in.octets.getUnsignedByte(header);
    Octets options = Octets.window(in.octets, header + OPTIONS, header + length);
    return readPayload(in, from, nextHeader, options, header + length, end);
  }

  private static @Nullable Ipv6Packet readPayload(
      Reading in, int from, int nextHeader, Octets options, int payloadFrom, int end) {
    ByteBuf octets = in.octets;
    Ipv6Address source = readAddress(octets, from + SOURCE);
    Ipv6Address destination = readAddress(octets, from + DESTINATION);
    long addresses = InternetChecksum.addresses(source, destination);
    IpPayload payload =
        switch (nextHeader) {
          case Icmpv6Packet.PROTOCOL -> Icmpv6Codec.read(in, payloadFrom, end, addresses);
          case VrrpPacket.PROTOCOL -> VrrpCodec.read(octets, payloadFrom, end, ADDRESS_OCTETS);
          case UdpPacket.PROTOCOL -> UdpCodec.read(in, payloadFrom, end, addresses, false);
          default -> new OpaqueIpPayload(nextHeader, Octets.window(octets, payloadFrom, end));
        };
    if (payload == null) {
      return null;
    }
    int first = octets.getInt(from);
    return new Ipv6Packet(
        source,
        destination,
        first >>> 20 & 0xff,
        first & 0xf_ffff,
        octets.getUnsignedByte(from + HOP_LIMIT),
        options,
        payload);
  }

  static Ipv6Address readAddress(ByteBuf octets, int at) {
    return new Ipv6Address(octets.getLong(at), octets.getLong(at + Long.BYTES));
  }

  static void writeAddress(ByteBuf out, int at, Ipv6Address address) {
    out.setLong(at, address.high());
    out.setLong(at + Long.BYTES, address.low());
  }
}
