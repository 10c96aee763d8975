package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.SyncGroup;
import io.vrrplab.keepalived.config.Tracker;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** Reads the sync groups, whose members are known at the end of the file only. */
final class GroupReader {

  private final Map<String, Instance> instances;
  private final Findings findings;
  private final SequencedSet<String> grouped = new LinkedHashSet<>();

  GroupReader(Map<String, Instance> instances, Findings findings) {
    this.instances = instances;
    this.findings = findings;
  }

  /**
   * A group as far as it is known while the file is read.
   *
   * @param name of the group
   * @param settings what its block says
   * @param trackers of the group, defined above it
   */
  record Draft(String name, Settings settings, List<Tracker> trackers) {}

  /** Makes a group; empty where keepalived removes it. */
  Optional<SyncGroup> read(Draft draft) {
    List<Instance> members = new ArrayList<>();
    draft.settings().lines("group").stream()
        .flatMap(line -> line.words().stream())
        .forEach(word -> member(word).ifPresent(members::add));
    if (members.isEmpty()) {
      findings.add(
          Rule.GROUP_EMPTY,
          draft.settings().places().block(),
          "sync group %s has no member; keepalived removes the group",
          draft.name());
      return Optional.empty();
    }
    if (members.size() == 1) {
      findings.add(
          Rule.GROUP_SINGLE,
          draft.settings().places().block(),
          "sync group %s has the one member %s; keepalived groups nothing",
          draft.name(),
          members.getFirst().name());
    }
    checkInterfaces(draft, members);
    return Optional.of(
        new SyncGroup(
            draft.name(),
            members,
            draft.trackers(),
            draft.settings().has("sync_group_tracking_weight"),
            draft.settings().places()));
  }

  private Optional<Instance> member(Word word) {
    String name = word.text();
    Instance instance = instances.get(name);
    if (instance == null) {
      findings.add(
          Rule.GROUP_MEMBER_UNKNOWN,
          word.at(),
          "there is no instance %s that runs; keepalived ignores the member",
          name);
      return Optional.empty();
    }
    if (!grouped.add(name)) {
      findings.add(
          Rule.GROUP_TWICE,
          word.at(),
          "instance %s is in a sync group already; keepalived ignores this one",
          name);
      return Optional.empty();
    }
    return Optional.of(instance);
  }

  private void checkInterfaces(Draft draft, List<Instance> members) {
    if (draft.trackers().isEmpty()) {
      return;
    }
    SequencedSet<String> watched = watched(members);
    for (Tracker tracker : draft.trackers()) {
      if (tracker.kind() == Tracker.Kind.INTERFACE && watched.contains(tracker.name())) {
        findings.add(
            Rule.TRACK_BOTH,
            tracker.at(),
            "%s is watched by a member too; keepalived refuses one of them",
            tracker.name());
      }
    }
  }

  private static SequencedSet<String> watched(List<Instance> members) {
    SequencedSet<String> names = new LinkedHashSet<>();
    for (Instance instance : members) {
      if (instance.tracksOwnInterface()) {
        names.add(instance.interfaceName());
      }
      instance.trackers().stream()
          .filter(tracker -> tracker.kind() == Tracker.Kind.INTERFACE)
          .forEach(tracker -> names.add(tracker.name()));
    }
    return names;
  }
}
