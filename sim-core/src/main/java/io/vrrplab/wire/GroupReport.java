package io.vrrplab.wire;

import java.util.List;

/** A report of multicast groups in either family; a snooping switch reads them alike. */
public sealed interface GroupReport permits IgmpReport, MldReport {

  /** What is said of each group, in the order in which it stands. */
  List<GroupRecord> records();
}
