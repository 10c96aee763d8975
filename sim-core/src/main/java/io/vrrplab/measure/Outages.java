package io.vrrplab.measure;

import io.vrrplab.lan.VirtualRouter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Finds what clients lost for a failover. */
final class Outages {

  private Outages() {}

  /**
   * The longest outage that any sender suffered: from its first packet to the virtual router that
   * was lost to its first that got through, over all its flows.
   *
   * @param beganNanos when the trouble began; earlier outages that had ended by then do not count
   * @param overNanos outages that began later do not count
   * @return null if there was no traffic to the virtual router, or it never got through again
   */
  static @Nullable Long of(
      VirtualRouter router, long beganNanos, long overNanos, List<TrafficReport> traffic) {
    List<String> addresses =
        router.config().heldAddresses().stream().map(Object::toString).toList();
    List<TrafficReport> concerned = new ArrayList<>(traffic.size());
    SequencedSet<String> senders = new LinkedHashSet<>();
    for (TrafficReport report : traffic) {
      if (addresses.contains(report.destination())) {
        concerned.add(report);
        senders.add(report.from());
      }
    }
    if (concerned.isEmpty()) {
      return null;
    }
    long longest = 0;
    for (String sender : senders) {
      long from = Long.MAX_VALUE;
      long to = Long.MAX_VALUE;
      for (TrafficReport report : concerned) {
        if (report.from().equals(sender)) {
          for (TrafficReport.Outage outage : report.outages()) {
            Long end = outage.toNanos();
            if (outage.fromNanos() <= overNanos && (end == null || end > beganNanos)) {
              from = Math.min(from, outage.fromNanos());
              to = end == null ? to : Math.min(to, end);
            }
          }
        }
      }
      if (from != Long.MAX_VALUE) {
        longest = to == Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(longest, to - from);
      }
    }
    return longest == Long.MAX_VALUE ? null : (Long) longest;
  }
}
