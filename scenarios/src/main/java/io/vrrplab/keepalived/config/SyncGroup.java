package io.vrrplab.keepalived.config;

import java.util.List;

/**
 * Instances that are Master together or not at all.
 *
 * @param name known to the file alone
 * @param members instances of the file, at least one
 * @param trackers what all members watch
 * @param keepsWeights whether weights count in the group; without, they are dropped
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
}
