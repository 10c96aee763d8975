package io.vrrplab.scenario.spec;

import java.util.List;

/**
 * Virtual routers of a node that are Master together or not at all.
 *
 * @param name unique on the node
 * @param vrids its members, of either family
 * @param countsWeights whether what they track may change their priorities
 */
public record SyncGroupSpec(String name, List<Integer> vrids, boolean countsWeights) {

  public SyncGroupSpec {
    vrids = List.copyOf(vrids);
  }
}
