package io.vrrplab.wire;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Group records, which IGMPv3 (RFC 3376 4.2) and MLDv2 (RFC 3810 5.2) lay out alike but for the
 * width of an address: two reserved octets, the number of records, the records. Octets behind the
 * last record are ignored, as both RFCs ask.
 */
final class GroupRecordCodec {

  private static final int LIST_HEADER = 4;
  private static final int LIST_COUNT = 2;
  private static final int RECORD_HEADER = 4;
  private static final int AUXILIARY = 1;
  private static final int SOURCES = 2;

  private GroupRecordCodec() {}

  static int length(List<GroupRecord> records, int addressOctets) {
    int length = LIST_HEADER;
    for (GroupRecord groupRecord : records) {
      length += RECORD_HEADER + (1 + groupRecord.sources().size()) * addressOctets;
    }
    return length;
  }

  static void write(ByteBuf out, int from, List<GroupRecord> records) {
    out.setShort(from + LIST_COUNT, records.size());
    int at = from + LIST_HEADER;
    for (GroupRecord groupRecord : records) {
      out.setByte(at, groupRecord.type());
      out.setShort(at + SOURCES, groupRecord.sources().size());
      at = AddressCodec.write(out, at + RECORD_HEADER, groupRecord.group());
      for (IpAddress source : groupRecord.sources()) {
        at = AddressCodec.write(out, at, source);
      }
    }
  }

  static @Nullable List<GroupRecord> read(
      Reading in, int from, int end, int addressOctets, Refusal refusal) {
    int count = in.octets.getUnsignedShort(from + LIST_COUNT);
    List<GroupRecord> records = new ArrayList<>(Math.min(count, 16));
    int at = from + LIST_HEADER;
    for (int i = 0; i < count; i++) {
      if (end - at < RECORD_HEADER + addressOctets) {
        return in.refuse(refusal, i + " records of " + count);
      }
      int sources = in.octets.getUnsignedShort(at + SOURCES);
      int auxiliary = in.octets.getUnsignedByte(at + AUXILIARY) * Integer.BYTES;
      int list = at + RECORD_HEADER + addressOctets;
      int next = list + sources * addressOctets + auxiliary;
      if (next > end) {
        return in.refuse(refusal, "record " + (i + 1) + " ends behind the message");
      }
      records.add(
          new GroupRecord(
              in.octets.getUnsignedByte(at),
              AddressCodec.read(in.octets, at + RECORD_HEADER, addressOctets),
              AddressCodec.readList(in.octets, list, sources, addressOctets)));
      at = next;
    }
    return records;
  }
}
