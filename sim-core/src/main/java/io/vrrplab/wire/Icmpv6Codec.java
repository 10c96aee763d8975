package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ICMP for IPv6 (RFC 4443), with a checksum over the pseudo-header too. */
final class Icmpv6Codec {

  private static final int HEADER = 8;
  private static final int CODE = 1;
  private static final int CHECKSUM = 2;
  private static final int BODY = 4;
  private static final int SECOND_HALF = 6;

  private Icmpv6Codec() {}

  static int length(Icmpv6Packet packet) {
    return switch (packet) {
      case Icmpv6Echo echo -> HEADER + echo.data().length();
      case RouterSolicitation rs -> NeighborCodec.length(rs);
      case RouterAdvertisement ra -> NeighborCodec.length(ra);
      case NeighborSolicitation ns -> NeighborCodec.length(ns);
      case NeighborAdvertisement na -> NeighborCodec.length(na);
      case Icmpv6Redirect redirect -> NeighborCodec.length(redirect);
      case MldReport report ->
          BODY + GroupRecordCodec.length(report.records(), Ipv6Codec.ADDRESS_OCTETS);
      case MldQuery query -> HEADER + GroupQueryCodec.length(query, Ipv6Codec.ADDRESS_OCTETS);
      case Icmpv6Other other -> BODY + other.body().length();
    };
  }

  static void write(ByteBuf out, int from, int end, Icmpv6Packet packet, long addresses) {
    out.setByte(from, packet.type());
    out.setByte(from + CODE, packet.code());
    switch (packet) {
      case Icmpv6Echo echo -> {
        out.setShort(from + BODY, echo.identifier());
        out.setShort(from + SECOND_HALF, echo.sequence());
        echo.data().writeTo(out, from + HEADER);
      }
      case RouterSolicitation rs -> NeighborCodec.write(out, from, rs);
      case RouterAdvertisement ra -> NeighborCodec.write(out, from, ra);
      case NeighborSolicitation ns -> NeighborCodec.write(out, from, ns);
      case NeighborAdvertisement na -> NeighborCodec.write(out, from, na);
      case Icmpv6Redirect redirect -> NeighborCodec.write(out, from, redirect);
      case MldReport report -> GroupRecordCodec.write(out, from + BODY, report.records());
      case MldQuery query -> {
        out.setShort(from + BODY, query.maxResponseCode());
        GroupQueryCodec.write(out, from + HEADER, query);
      }
      case Icmpv6Other other -> other.body().writeTo(out, from + BODY);
    }
    int checksum = InternetChecksum.complement(sum(out, from, end, addresses));
    out.setShort(from + CHECKSUM, checksum);
  }

  /**
   * Reads a message.
   *
   * @param addresses sum of the pseudo-header's addresses
   */
  static @Nullable Icmpv6Packet read(Reading in, int from, int end, long addresses) {
    if (end - from < HEADER) {
      return in.refuseShort(Refusal.ICMPV6_TRUNCATED, end - from, HEADER);
    }
    ByteBuf octets = in.octets;
    long sum = sum(octets, from, end, addresses);
    if (InternetChecksum.fold(sum) != InternetChecksum.VALID) {
      return in.refuseChecksum(
          Refusal.ICMPV6_CHECKSUM, octets.getUnsignedShort(from + CHECKSUM), sum);
    }
    int code = octets.getUnsignedByte(from + CODE);
    return code == 0 ? readKnown(in, from, end) : other(octets, from, end);
  }

  private static @Nullable Icmpv6Packet readKnown(Reading in, int from, int end) {
    ByteBuf octets = in.octets;
    int type = octets.getUnsignedByte(from);
    return switch (type) {
      case Icmpv6Echo.TYPE_REQUEST, Icmpv6Echo.TYPE_REPLY ->
          new Icmpv6Echo(
              type == Icmpv6Echo.TYPE_REPLY,
              octets.getUnsignedShort(from + BODY),
              octets.getUnsignedShort(from + SECOND_HALF),
              Octets.window(octets, from + HEADER, end));
      case RouterSolicitation.TYPE -> NeighborCodec.readRouterSolicitation(in, from, end);
      case RouterAdvertisement.TYPE -> NeighborCodec.readRouterAdvertisement(in, from, end);
      case NeighborSolicitation.TYPE -> NeighborCodec.readNeighborSolicitation(in, from, end);
      case NeighborAdvertisement.TYPE -> NeighborCodec.readNeighborAdvertisement(in, from, end);
      case Icmpv6Redirect.TYPE -> NeighborCodec.readRedirect(in, from, end);
      case MldReport.TYPE -> readReport(in, from, end);
      case MldQuery.TYPE -> readQuery(in, from, end);
      default -> other(octets, from, end);
    };
  }

  private static @Nullable MldReport readReport(Reading in, int from, int end) {
    List<GroupRecord> records =
        GroupRecordCodec.read(in, from + BODY, end, Ipv6Codec.ADDRESS_OCTETS, Refusal.MLD_RECORDS);
    return records == null ? null : new MldReport(records);
  }

  /** A query of version 1 ends with the group (RFC 3810 8.1). */
  private static @Nullable Icmpv6Packet readQuery(Reading in, int from, int end) {
    if (end - from - HEADER < GroupQueryCodec.minLength(Ipv6Codec.ADDRESS_OCTETS)) {
      return other(in.octets, from, end);
    }
    GroupQuery.Details details =
        GroupQueryCodec.read(in, from + HEADER, end, Ipv6Codec.ADDRESS_OCTETS, Refusal.MLD_SOURCES);
    int maxResponse = in.octets.getUnsignedShort(from + BODY);
    Ipv6Address group = Ipv6Codec.readAddress(in.octets, from + HEADER);
    return details == null ? null : new MldQuery(maxResponse, group, details);
  }

  private static Icmpv6Other other(ByteBuf octets, int from, int end) {
    return new Icmpv6Other(
        octets.getUnsignedByte(from),
        octets.getUnsignedByte(from + CODE),
        Octets.window(octets, from + BODY, end));
  }

  private static long sum(ByteBuf octets, int from, int end, long addresses) {
    return InternetChecksum.sum(octets, from, end)
        + addresses
        + Icmpv6Packet.PROTOCOL
        + (end - from);
  }
}
