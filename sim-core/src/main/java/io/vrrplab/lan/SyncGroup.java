package io.vrrplab.lan;

import io.vrrplab.vrrp.Decision;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VrrpEvent;
import io.vrrplab.vrrp.VrrpState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Consumer;

/**
 * Virtual routers of one daemon that are Master together or not at all, as keepalived's {@code
 * vrrp_sync_group}: the last one whose Master falls silent takes the others along, and the first
 * one that has to yield or to leave does so too.
 */
final class SyncGroup {

  private final boolean countsWeights;
  private final List<VirtualRouter> members;
  private final SequencedSet<VirtualRouter> willing = new LinkedHashSet<>();

  /** While one member takes the others along, these have nobody to take along themselves. */
  private boolean moving;

  /**
   * A group.
   *
   * @param countsWeights whether what its members track may change their priorities ({@code
   *     sync_group_tracking_weight})
   */
  SyncGroup(List<VirtualRouter> members, boolean countsWeights) {
    this.members = List.copyOf(members);
    this.countsWeights = countsWeights;
  }

  List<VirtualRouter> members() {
    return members;
  }

  boolean countsWeights() {
    return countsWeights;
  }

  /** Whether a member whose Master fell silent may take over now, since all others would too. */
  boolean agreesTo(VirtualRouter expired) {
    willing.add(expired);
    return members.stream().allMatch(each -> each.isMaster() || willing.contains(each));
  }

  /** Has the others do what follows for them from one member's step. */
  void follow(VirtualRouter member, VrrpState before, Transition transition) {
    boolean wasMaster = before instanceof VrrpState.Master;
    switch (transition.next()) {
      case VrrpState.Initialize _ -> willing.remove(member);
      case VrrpState.Backup _ -> {
        if (wasMaster) {
          willing.clear();
          VrrpEvent event =
              transition.decision() == Decision.ADDRESS_REMOVED
                  ? new VrrpEvent.AddressRemoved()
                  : new VrrpEvent.GroupYielded();
          others(member, true, each -> each.handle(event, null));
        } else if (obeys(transition.decision())) {
          willing.remove(member);
        }
      }
      case VrrpState.Master _ -> {
        if (!wasMaster) {
          willing.clear();
          others(member, false, VirtualRouter::takeOverWithGroup);
        } else if (reasserts(transition.decision())) {
          others(member, true, each -> each.handle(new VrrpEvent.GroupReasserted(), null));
        }
      }
    }
  }

  private void others(VirtualRouter member, boolean masters, Consumer<VirtualRouter> action) {
    if (moving) {
      return;
    }
    moving = true;
    for (VirtualRouter each : members) {
      if (each != member && each.isMaster() == masters && each.isTakingPart()) {
        action.accept(each);
      }
    }
    moving = false;
  }

  private static boolean obeys(Decision decision) {
    return decision == Decision.HIGHER_PRIORITY_HEARD
        || decision == Decision.EQUAL_PRIORITY_HEARD
        || decision == Decision.LOWER_PRIORITY_TOLERATED
        || decision == Decision.PREEMPT_DELAY_STARTED
        || decision == Decision.PREEMPT_DELAY_RUNNING;
  }

  private static boolean reasserts(Decision decision) {
    return decision == Decision.LOWER_PRIORITY_ANSWERED
        || decision == Decision.SMALLER_ADDRESS_ANSWERED;
  }
}
