package io.vrrplab.keepalived.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sync groups of a file, and which of them an instance is in: at most one. */
public final class SyncGroups {

  private final List<SyncGroup> all;
  private final Map<String, SyncGroup> byMember = new LinkedHashMap<>();

  /** Takes groups that have no member in common. */
  public SyncGroups(List<SyncGroup> groups) {
    all = List.copyOf(groups);
    for (SyncGroup group : all) {
      group.members().forEach(member -> byMember.put(member.name(), group));
    }
  }

  /** All, in the order of the file. */
  public List<SyncGroup> all() {
    return all;
  }

  /** That of an instance. */
  public Optional<SyncGroup> of(Instance instance) {
    return Optional.ofNullable(byMember.get(instance.name()));
  }
}
