package io.vrrplab.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who held a virtual router, and for how long nobody or more than one did.
 *
 * @param id the virtual router
 * @param version VRRP version, 2 or 3
 * @param addresses its virtual addresses as text
 * @param masters terms in the order in which they began
 * @param dualMasterNanos time with two Masters or more, nanoseconds
 * @param noMasterNanos time without a Master, counted from the first term on, nanoseconds
 */
public record MastershipReport(
    VirtualRouterId id,
    int version,
    List<String> addresses,
    List<Term> masters,
    long dualMasterNanos,
    long noMasterNanos) {

  /**
   * One stay in the state Master.
   *
   * @param node name of the node
   * @param fromNanos when it became Master
   * @param toNanos when it ceased to be, or null if it still was at the end of the run
   */
  public record Term(String node, long fromNanos, @Nullable Long toNanos) {

    /** Whether the node was Master at that time; the end is exclusive. */
    public boolean covers(long atNanos) {
      return fromNanos <= atNanos && (toNanos == null || atNanos < toNanos);
    }
  }
}
