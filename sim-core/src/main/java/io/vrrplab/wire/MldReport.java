package io.vrrplab.wire;

import java.util.List;

/**
 * A report of MLD version 2 (RFC 3810 5.2).
 *
 * @param records groups of IPv6
 */
public record MldReport(List<GroupRecord> records) implements Icmpv6Packet, GroupReport {

  static final int TYPE = 143;

  public MldReport {
    records = GroupRecord.checkedList(records, Ipv6Codec.ADDRESS_OCTETS);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
