package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.advice.Cluster.Member;
import io.vrrplab.keepalived.config.Unicast;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.finding.Seconds;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares who sends to whom. */
final class PeerAdvice {

  private final Cluster cluster;
  private final Findings findings;

  PeerAdvice(Cluster cluster, Findings findings) {
    this.cluster = cluster;
    this.findings = findings;
  }

  void give() {
    for (Member from : cluster.members()) {
      for (Member to : cluster.members()) {
        if (from.node() != to.node()) {
          compare(from, to);
        }
      }
    }
    allTheSame();
  }

  private void compare(Member from, Member to) {
    Unicast here = from.instance().unicast();
    if (here.inUse() && !to.instance().unicast().inUse()) {
      findings.add(
          Rule.UNICAST_MIXED,
          to.instance().places().of("virtual_router_id"),
          "%s sends to its peers alone, this file multicasts: both are Master from %s s after the"
              + " start on",
          from.name(),
          Seconds.of(Waits.masterDown(to.instance())));
    }
    Optional<IpAddress> target = to.instance().source();
    if (here.inUse()
        && to.instance().unicast().inUse()
        && target.isPresent()
        && addresses(from).noneMatch(target.get()::equals)) {
      findings.add(
          Rule.UNICAST_ONE_SIDED,
          from.instance().places().of("unicast_peer"),
          "%s sends from %s and is no peer here: it never hears this node, and becomes Master after"
              + " %s s",
          to.name(),
          target.get(),
          Seconds.of(Waits.masterDown(to.instance())));
    }
  }

  /** Where every node lists the same peers, each lists itself. */
  private void allTheSame() {
    List<List<IpAddress>> lists =
        cluster.members().stream().map(it -> addresses(it).sorted().toList()).distinct().toList();
    boolean unicast = cluster.members().stream().allMatch(it -> it.instance().unicast().inUse());
    if (unicast && lists.size() == 1) {
      for (Member member : cluster.members()) {
        if (member.instance().source().isEmpty()) {
          findings.add(
              Rule.UNICAST_SELF,
              member.instance().places().of("unicast_peer"),
              "all nodes list the same peers, so each lists itself: a Master hears its own adverts"
                  + " and logs each");
        }
      }
    }
  }

  private static Stream<IpAddress> addresses(Member member) {
    return member.instance().unicast().peers().stream().map(Unicast.Peer::address);
  }
}
