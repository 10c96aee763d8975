package io.vrrplab.lan;

import io.vrrplab.track.Track;
import io.vrrplab.vrrp.VirtualRouterConfig;
import java.util.List;

/**
 * All that a daemon's configuration says of virtual routers.
 *
 * @param parts the virtual routers that it has
 * @param groups those that are Master together
 */
public record DaemonPlan(List<Part> parts, List<Group> groups) {

  public DaemonPlan {
    parts = List.copyOf(parts);
    groups = List.copyOf(groups);
  }

  /**
   * A virtual router.
   *
   * @param segment on which it runs
   * @param config how; its priority does not yet count tracking
   * @param tracks what it tracks
   */
  public record Part(String segment, VirtualRouterConfig config, List<Track> tracks) {
    public Part {
      tracks = List.copyOf(tracks);
    }

    boolean isAbout(VirtualRouter router) {
      return router.on().segment().name().equals(segment) && router.isMeantBy(config);
    }
  }

  /**
   * Virtual routers that are Master together or not at all.
   *
   * @param vrids theirs, in either family
   * @param countsWeights whether what they track may change their priorities
   */
  public record Group(List<Integer> vrids, boolean countsWeights) {
    public Group {
      vrids = List.copyOf(vrids);
    }
  }
}
