package io.vrrplab.lan;

import io.vrrplab.track.Track;
import io.vrrplab.vrrp.VirtualRouterConfig;
import java.util.List;

/**
 * All that a daemon's configuration says of virtual routers.
 *
 * @param parts the virtual routers that it has
 * @param groups those that are Master together
 * @param waits what it waits out
 */
public record DaemonPlan(List<Part> parts, List<Group> groups, Waits waits) {

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
   * What a daemon waits out.
   *
   * @param startupNanos after each start ({@code vrrp_startup_delay}), nanoseconds
   * @param bootNanos after the machine was switched on ({@code vrrp_delay_after_boot}), nanoseconds
   * @param links changes of links ({@code interface_up_down_delays})
   */
  public record Waits(long startupNanos, long bootNanos, List<LinkWait> links) {

    /** Nothing at all. */
    public static final Waits NONE = new Waits(0, 0, List.of());

    public Waits {
      links = List.copyOf(links);
    }
  }

  /**
   * How long a change of a link must last.
   *
   * @param segment to which it leads
   * @param downNanos for its loss, nanoseconds
   * @param upNanos for its return, nanoseconds
   */
  public record LinkWait(String segment, long downNanos, long upNanos) {}

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
