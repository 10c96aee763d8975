package io.vrrplab.wire;

import java.util.List;

/**
 * What a host says of one multicast group (RFC 3376 4.2.4, RFC 3810 5.2). Auxiliary data, which
 * both RFCs leave empty and tell receivers to ignore, is not kept.
 *
 * @param type see the constants; other values are kept
 * @param group the group
 * @param sources the sources listed, of the group's family
 */
public record GroupRecord(int type, IpAddress group, List<IpAddress> sources) {

  public static final int MODE_IS_INCLUDE = 1;
  public static final int MODE_IS_EXCLUDE = 2;
  public static final int CHANGE_TO_INCLUDE = 3;
  public static final int CHANGE_TO_EXCLUDE = 4;

  public GroupRecord {
    FieldWidth.check("record type", type, 8);
    FieldWidth.check("number of sources", sources.size(), 16);
    sources = List.copyOf(sources);
    for (IpAddress source : sources) {
      if (source.width() != group.width()) {
        throw new IllegalArgumentException(source + " is not of the family of " + group);
      }
    }
  }

  /** From now on everything to the group is wanted. */
  public static GroupRecord join(IpAddress group) {
    return new GroupRecord(CHANGE_TO_EXCLUDE, group, List.of());
  }

  /** From now on nothing to the group is wanted. */
  public static GroupRecord leave(IpAddress group) {
    return new GroupRecord(CHANGE_TO_INCLUDE, group, List.of());
  }

  /** Checks what a report of a family demands of its records. */
  static List<GroupRecord> checkedList(List<GroupRecord> records, int addressOctets) {
    FieldWidth.check("number of records", records.size(), 16);
    for (GroupRecord groupRecord : records) {
      if (groupRecord.group.width() != addressOctets * Byte.SIZE) {
        throw new IllegalArgumentException(groupRecord.group + " is of the wrong family");
      }
    }
    return List.copyOf(records);
  }
}
