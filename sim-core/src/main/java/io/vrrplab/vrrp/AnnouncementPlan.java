package io.vrrplab.vrrp;

import io.vrrplab.vrrp.AnnouncementRules.Burst;
import io.vrrplab.vrrp.VrrpAction.Announce;
import io.vrrplab.vrrp.VrrpAction.CancelAnnounceTimers;
import io.vrrplab.vrrp.VrrpAction.StartAnnounceTimer;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.List;

/** When one virtual router announces its addresses, and when again. */
final class AnnouncementPlan {

  private final AnnouncementRules rules;
  private final List<IpAddress> held;

  /** 0 where no interface is to remind the switches of its MAC. */
  private final long reminderNanos;

  private final List<IpAddress> reminded;

  AnnouncementPlan(VirtualRouterConfig config) {
    this.rules = config.profile().announcements();
    this.held = config.heldAddresses();
    boolean hidden =
        rules.announcedMac() == MacChoice.VIRTUAL
            && config.profile().sending().advertSource() == MacChoice.INTERFACE;
    Placement placement = config.options().placement();
    this.reminderNanos = placement.reminds() ? placement.reminderNanos() : 0;
    this.reminded = reminderNanos > 0 ? placement.reminded(held, hidden) : List.of();
  }

  /** What a new Master announces, and has announced later. */
  void takeover(List<VrrpAction> actions) {
    announce(rules.takeover(), AnnounceTimer.SECOND_BURST, actions);
    if (rules.refreshNanos() > 0) {
      actions.add(refreshTimer());
    }
    if (reminderNanos > 0) {
      actions.add(reminder());
    }
  }

  /** What a Master announces whose hosts another one may have misled. */
  void reassertion(List<VrrpAction> actions) {
    announce(rules.reassertion(), AnnounceTimer.SECOND_REASSERTION, actions);
  }

  private void announce(Burst burst, AnnounceTimer second, List<VrrpAction> actions) {
    if (burst.repeats() == 0) {
      return;
    }
    actions.add(new Announce(held, burst.repeats()));
    if (burst.secondAfterNanos() > 0) {
      actions.add(new StartAnnounceTimer(second, burst.secondAfterNanos()));
    }
  }

  private StartAnnounceTimer refreshTimer() {
    return new StartAnnounceTimer(AnnounceTimer.REFRESH, rules.refreshNanos());
  }

  private StartAnnounceTimer reminder() {
    return new StartAnnounceTimer(AnnounceTimer.REMINDER, reminderNanos);
  }

  /** What a Master announces of which it held less before. */
  void added(List<IpAddress> before, List<VrrpAction> actions) {
    List<IpAddress> added = new ArrayList<>(held);
    added.removeAll(before);
    if (!added.isEmpty()) {
      actions.add(new Announce(added, rules.takeover().repeats()));
    }
  }

  /** Not in any RFC: announcements after the first ones. */
  Transition again(AnnounceTimer timer) {
    return switch (timer) {
      case SECOND_BURST -> again(held, rules.takeover().repeats(), List.of());
      case SECOND_REASSERTION -> again(held, rules.reassertion().repeats(), List.of());
      case REFRESH ->
          rules.refreshNanos() == 0
              ? again(held, 0, List.of())
              : again(held, rules.refreshRepeats(), List.of(refreshTimer()));
      case REMINDER ->
          reminderNanos == 0
              ? again(reminded, 0, List.of())
              : again(reminded, 1, List.of(reminder()));
    };
  }

  private static Transition again(
      List<IpAddress> addresses, int repeats, List<VrrpAction> further) {
    if (repeats == 0) {
      // Asked for under an earlier configuration that still announced.
      return new Transition(Playbook.MASTER, List.of(), Decision.OUT_OF_PLACE);
    }
    List<VrrpAction> actions = new ArrayList<>();
    actions.add(new Announce(addresses, repeats));
    actions.addAll(further);
    return new Transition(Playbook.MASTER, actions, Decision.ANNOUNCEMENT_DUE);
  }

  /** Ends what was to be announced later. */
  void cancel(List<VrrpAction> actions) {
    if (rules.anyDelayed() || reminderNanos > 0) {
      actions.add(new CancelAnnounceTimers());
    }
  }
}
