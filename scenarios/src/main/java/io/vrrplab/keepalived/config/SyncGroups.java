package io.vrrplab.keepalived.config;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sync groups of a file, and which of them an instance is in: at most one. */
public final class SyncGroups {

  private final List<SyncGroup> all;
  private final Map<String, Move> byMember = new LinkedHashMap<>();

  /** Takes groups that have no member in common. */
  public SyncGroups(List<SyncGroup> groups) {
    all = List.copyOf(groups);
    for (SyncGroup group : all) {
      BitSet vrids = new BitSet();
      group.members().forEach(member -> vrids.set(member.virtualRouterId()));
      Move move = new Move(group, vrids);
      group.members().forEach(member -> byMember.put(member.name(), move));
    }
  }

  /** A group, and the VRIDs of its members: one set for all of them, who may be thousands. */
  private record Move(SyncGroup group, BitSet vrids) {

    private static final BitSet NONE = new BitSet();

    static BitSet of(@Nullable Move move) {
      return move == null ? NONE : move.vrids;
    }
  }

  /** All, in the order of the file. */
  public List<SyncGroup> all() {
    return all;
  }

  /** That of an instance. */
  public Optional<SyncGroup> of(Instance instance) {
    return Optional.ofNullable(byMember.get(instance.name())).map(Move::group);
  }

  /** Whether an instance moves together with the same VRIDs as another one does in its own file. */
  public boolean areAlike(Instance instance, SyncGroups others, Instance other) {
    BitSet here = Move.of(byMember.get(instance.name()));
    return here.equals(Move.of(others.byMember.get(other.name())));
  }
}
