package io.vrrplab.wire;

import java.util.List;

/**
 * A report of IGMP version 3 (RFC 3376 4.2).
 *
 * @param records groups of IPv4
 */
public record IgmpReport(List<GroupRecord> records) implements IgmpPacket, GroupReport {

  static final int TYPE = 0x22;

  public IgmpReport {
    records = GroupRecord.checkedList(records, Ipv4Codec.ADDRESS_OCTETS);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
