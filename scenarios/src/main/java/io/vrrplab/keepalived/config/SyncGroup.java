package io.vrrplab.keepalived.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Instances that are Master together or not at all.
 *
 * @param name known to the file alone
 * @param members instances of the file, at least one
 * @param trackers what all members watch, with weights that always count
 * @param keepsWeights whether the weights of what its members watch themselves count
 * @param places where each keyword stands
 */
public record SyncGroup(
    String name,
    List<Instance> members,
    List<Tracker> trackers,
    boolean keepsWeights,
    Places places) {

  public SyncGroup {
    members = List.copyOf(members);
    trackers = List.copyOf(trackers);
  }

  /**
   * What a member watches, as keepalived 2.2.7 was seen to count it. Without {@code
   * sync_group_tracking_weight} it takes the weight from interfaces, and from files with the weight
   * that they have unless they say otherwise; it drops scripts, other files and BFD sessions, and
   * leaves processes alone. What the group watches counts as written, unless a member is an owner.
   */
  List<Tracker> trackersOf(Instance member) {
    boolean owned = members.stream().anyMatch(Instance::owner);
    return Stream.concat(
            member.trackers().stream().flatMap(tracker -> counted(tracker).stream()),
            trackers.stream().map(tracker -> owned ? tracker.withoutWeight() : tracker))
        .toList();
  }

  /** A member's own tracker; empty where it is dropped. */
  public Optional<Tracker> counted(Tracker tracker) {
    if (keepsWeights || tracker.weight() == 0) {
      return Optional.of(tracker);
    }
    return switch (tracker.kind()) {
      case INTERFACE -> Optional.of(tracker.withoutWeight());
      case FILE -> tracker.weight() == 1 ? Optional.of(tracker.withoutWeight()) : Optional.empty();
      case SCRIPT, BFD -> Optional.empty();
      case PROCESS -> Optional.of(tracker);
    };
  }
}
