package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IGMP (RFC 3376). Every message of every version has eight octets or more. */
final class IgmpCodec {

  private static final int MIN_LENGTH = 8;
  private static final int MAX_RESPONSE = 1;
  private static final int CHECKSUM = 2;
  private static final int BODY = 4;

  private IgmpCodec() {}

  static int length(IgmpPacket packet) {
    return BODY
        + switch (packet) {
          case IgmpReport report ->
              GroupRecordCodec.length(report.records(), Ipv4Codec.ADDRESS_OCTETS);
          case IgmpQuery query -> GroupQueryCodec.length(query, Ipv4Codec.ADDRESS_OCTETS);
          case IgmpOther other -> other.body().length();
        };
  }

  static void write(ByteBuf out, int from, int end, IgmpPacket packet) {
    out.setByte(from, packet.type());
    switch (packet) {
      case IgmpReport report -> GroupRecordCodec.write(out, from + BODY, report.records());
      case IgmpQuery query -> {
        out.setByte(from + MAX_RESPONSE, query.maxResponseCode());
        GroupQueryCodec.write(out, from + BODY, query);
      }
      case IgmpOther other -> {
        out.setByte(from + MAX_RESPONSE, other.maxResponse());
        other.body().writeTo(out, from + BODY);
      }
    }
    int checksum = InternetChecksum.complement(InternetChecksum.sum(out, from, end));
    out.setShort(from + CHECKSUM, checksum);
  }

  static @Nullable IgmpPacket read(Reading in, int from, int end) {
    if (end - from < MIN_LENGTH) {
      return in.refuseShort(Refusal.IGMP_TRUNCATED, end - from, MIN_LENGTH);
    }
    ByteBuf octets = in.octets;
    long sum = InternetChecksum.sum(octets, from, end);
    if (InternetChecksum.fold(sum) != InternetChecksum.VALID) {
      return in.refuseChecksum(
          Refusal.IGMP_CHECKSUM, octets.getUnsignedShort(from + CHECKSUM), sum);
    }
    int type = octets.getUnsignedByte(from);
    boolean version3 = end - from - BODY >= GroupQueryCodec.minLength(Ipv4Codec.ADDRESS_OCTETS);
    if (type == IgmpReport.TYPE) {
      return readReport(in, from, end);
    }
    int maxResponse = octets.getUnsignedByte(from + MAX_RESPONSE);
    return type == IgmpQuery.TYPE && version3
        ? readQuery(in, from, end, maxResponse)
        : new IgmpOther(type, maxResponse, Octets.window(octets, from + BODY, end));
  }

  private static @Nullable IgmpReport readReport(Reading in, int from, int end) {
    List<GroupRecord> records =
        GroupRecordCodec.read(in, from + BODY, end, Ipv4Codec.ADDRESS_OCTETS, Refusal.IGMP_RECORDS);
    return records == null ? null : new IgmpReport(records);
  }

  private static @Nullable IgmpQuery readQuery(Reading in, int from, int end, int maxResponse) {
    GroupQuery.Details details =
        GroupQueryCodec.read(in, from + BODY, end, Ipv4Codec.ADDRESS_OCTETS, Refusal.IGMP_SOURCES);
    Ipv4Address group = new Ipv4Address(in.octets.getInt(from + BODY));
    return details == null ? null : new IgmpQuery(maxResponse, group, details);
  }
}
