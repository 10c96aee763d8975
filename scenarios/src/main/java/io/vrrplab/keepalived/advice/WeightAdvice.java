package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.advice.Cluster.Member;
import io.vrrplab.keepalived.config.Tracker;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import java.util.List;
import java.util.OptionalInt;

/**
 * Does the sums: what priority a node has when its checks fail, and whether that moves anything.
 */
final class WeightAdvice {

  /** Weights never make an owner of a node, nor let it leave. */
  private static final int MOST = 254;

  private final Cluster cluster;
  private final Findings findings;

  WeightAdvice(Cluster cluster, Findings findings) {
    this.cluster = cluster;
    this.findings = findings;
  }

  void give() {
    for (Member member : cluster.members()) {
      List<Tracker> weighted = weighted(member);
      if (weighted.isEmpty() || member.instance().owner()) {
        continue;
      }
      clamped(member, weighted);
      OptionalInt other =
          cluster.members().stream()
              .filter(it -> it.node() != member.node())
              .mapToInt(it -> limited(well(it, weighted(it))))
              .max();
      if (limited(well(member, weighted)) > other.orElse(MOST)) {
        int well = well(member, weighted);
        weighted.forEach(tracker -> crossing(well, tracker, other.orElse(MOST)));
      }
    }
  }

  /** A file's number is not known, so its share is left out. */
  private static List<Tracker> weighted(Member member) {
    return member.config().trackersOf(member.instance()).stream()
        .filter(tracker -> tracker.weight() != 0 && tracker.kind() != Tracker.Kind.FILE)
        .toList();
  }

  /** The priority while all is well. */
  private static int well(Member member, List<Tracker> trackers) {
    int sum = member.instance().priority();
    for (Tracker tracker : trackers) {
      sum += share(tracker, true);
    }
    return sum;
  }

  private static int share(Tracker tracker, boolean well) {
    int points = tracker.reverse() ? -tracker.weight() : tracker.weight();
    return well == tracker.weight() > 0 ? points : 0;
  }

  private static int limited(int priority) {
    return Math.clamp(priority, 1, MOST);
  }

  private void clamped(Member member, List<Tracker> weighted) {
    int sum = well(member, weighted);
    int least = member.instance().priority();
    for (Tracker tracker : weighted) {
      least += share(tracker, false);
    }
    for (int priority : new int[] {sum, least}) {
      if (priority != limited(priority)) {
        findings.add(
            Rule.WEIGHT_CLAMPED,
            weighted.getFirst().at(),
            "with the weights of all checks the priority would be %d; keepalived takes %d, and a"
                + " part of the weights is lost",
            priority,
            limited(priority));
      }
    }
  }

  private void crossing(int well, Tracker failed, int other) {
    int left = limited(well - share(failed, true) + share(failed, false));
    if (left >= other) {
      findings.add(
          Rule.WEIGHT_NO_CROSSING,
          failed.at(),
          "when %s fails this node has priority %d against %d: %s",
          failed.name(),
          left,
          other,
          left == other
              ? "a tie, in which the higher address stays"
              : "it stays Master, with a failed check");
    }
  }
}
