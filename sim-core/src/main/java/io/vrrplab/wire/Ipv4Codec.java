package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * IPv4 (RFC 791). What stands behind the total length is padding of the link, and is not read.
 *
 * <p>The fixed header is handled as two longs and an int, so that its checksum costs a few
 * additions. The first long holds version, header length, TOS, total length, identification, flags
 * and fragment offset; the second TTL, protocol, checksum and source; the int is the destination.
 */
final class Ipv4Codec {

  static final int ADDRESS_OCTETS = 4;

  private static final int HEADER = 20;
  private static final int SECOND = 8;
  private static final int DESTINATION = 16;

  private static final int RESERVED_FLAG = 0x8000;
  private static final int DONT_FRAGMENT = 0x4000;
  private static final int MORE_FRAGMENTS_AND_OFFSET = 0x3fff;
  private static final int CHECKSUM_SHIFT = 32;
  private static final long LOW_32 = 0xffff_ffffL;

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
    Octets options = packet.options();
    int header = HEADER + options.length();
    int start = (0x40 | header >>> 2) << 24 | packet.tos() << 16 | length;
    int fragment = packet.dontFragment() ? DONT_FRAGMENT : 0;
    long first = (long) start << 32 | (long) packet.identification() << 16 | fragment;
    long second =
        (long) packet.ttl() << 56
            | (long) packet.payload().protocol() << 48
            | packet.source().bits() & LOW_32;
    long sum =
        InternetChecksum.words(first)
            + InternetChecksum.words(second)
            + InternetChecksum.address(packet.destination())
            + options.checksumSum();
    out.setLong(at, first);
    out.setLong(at + SECOND, second | (long) InternetChecksum.complement(sum) << CHECKSUM_SHIFT);
    out.setInt(at + DESTINATION, packet.destination().bits());
    options.writeTo(out, at + HEADER);
    long addresses = InternetChecksum.addresses(packet.source(), packet.destination());
    IpPayloadCodec.write(out, at + header, at + length, packet.payload(), addresses);
  }

  static @Nullable Ipv4Packet read(Reading in, int from, int end) {
    int there = end - from;
    if (there < HEADER) {
      return in.refuseShort(Refusal.IPV4_TRUNCATED, there, HEADER);
    }
    long first = in.octets.getLong(from);
    int version = (int) (first >>> 60);
    if (version != 4) {
      return in.refuse(Refusal.IPV4_VERSION, "version " + version);
    }
    int header = (int) (first >>> 56 & 0xf) << 2;
    if (header < HEADER) {
      return in.refuse(Refusal.IPV4_HEADER_LENGTH, "header of " + header + " octets");
    }
    if (there < header) {
      return in.refuseShort(Refusal.IPV4_TRUNCATED, there, header);
    }
    long second = in.octets.getLong(from + SECOND);
    long sum =
        InternetChecksum.words(first)
            + InternetChecksum.words(second)
            + InternetChecksum.sum(in.octets, from + DESTINATION, from + header);
    if (InternetChecksum.fold(sum) != InternetChecksum.VALID) {
      int stored = (int) (second >>> CHECKSUM_SHIFT) & 0xffff;
      return in.refuseChecksum(Refusal.IPV4_HEADER_CHECKSUM, stored, sum);
    }
    int length = (int) (first >>> 32) & 0xffff;
    if (length < header || length > there) {
      return in.refuse(
          Refusal.IPV4_TOTAL_LENGTH,
          "total length " + length + ", header " + header + ", octets there " + there);
    }
    return readChecked(in, from, first, second, from + header, from + length);
  }

  private static @Nullable Ipv4Packet readChecked(
      Reading in, int from, long first, long second, int payloadFrom, int end) {
    int fragment = (int) first & 0xffff;
    if ((fragment & RESERVED_FLAG) != 0) {
      return in.refuse(Refusal.IPV4_RESERVED_FLAG, "flags and offset 0x%04x".formatted(fragment));
    }
    if ((fragment & MORE_FRAGMENTS_AND_OFFSET) != 0) {
      return in.refuse(Refusal.IPV4_FRAGMENT, "flags and offset 0x%04x".formatted(fragment));
    }
    Ipv4Address source = new Ipv4Address((int) second);
    Ipv4Address destination = new Ipv4Address(in.octets.getInt(from + DESTINATION));
    int protocol = (int) (second >>> 48) & 0xff;
    IpPayload payload = readPayload(in, protocol, payloadFrom, end, source, destination);
    if (payload == null) {
      return null;
    }
    return new Ipv4Packet(
        source,
        destination,
        (int) (first >>> 48) & 0xff,
        (int) (first >>> 16) & 0xffff,
        fragment != 0,
        (int) (second >>> 56),
        Octets.window(in.octets, from + HEADER, payloadFrom),
        payload);
  }

  private static @Nullable IpPayload readPayload(
      Reading in, int protocol, int from, int end, Ipv4Address source, Ipv4Address destination) {
    return switch (protocol) {
      case IcmpPacket.PROTOCOL -> IcmpCodec.read(in, from, end);
      case IgmpPacket.PROTOCOL -> IgmpCodec.read(in, from, end);
      case VrrpPacket.PROTOCOL -> VrrpCodec.read(in.octets, from, end, ADDRESS_OCTETS);
      case UdpPacket.PROTOCOL -> {
        long addresses = InternetChecksum.addresses(source, destination);
        yield UdpCodec.read(in, from, end, addresses, true);
      }
      default -> new OpaqueIpPayload(protocol, Octets.window(in.octets, from, end));
    };
  }
}
