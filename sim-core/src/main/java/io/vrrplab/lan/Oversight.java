package io.vrrplab.lan;

import io.vrrplab.track.Verdict;
import io.vrrplab.vrrp.DaemonRules.LinkLoss;
import io.vrrplab.vrrp.MacChoice;
import io.vrrplab.vrrp.VrrpEvent;
import java.util.List;

/** Decides which virtual routers of a daemon may take part, and with which priority. */
final class Oversight {

  private final VrrpDaemon daemon;
  private final Tracking tracking;

  Oversight(VrrpDaemon daemon, Tracking tracking) {
    this.daemon = daemon;
    this.tracking = tracking;
  }

  /** Sees who must leave, with which priority the rest goes on, and who may begin. */
  void review() {
    List<VirtualRouter> routers = daemon.virtualRouters();
    for (VirtualRouter router : routers) {
      if (router.isTakingPart() && !isFit(router)) {
        router.fail(new VrrpEvent.Fault());
      }
    }
    for (VirtualRouter router : routers) {
      if (router.isTakingPart() && !isGroupFit(router)) {
        router.fail(new VrrpEvent.GroupFault());
      }
      if (priority(router, router.basePriority()) != router.config().priority()) {
        daemon.adjust(router, router.config().withPriority(router.basePriority()));
      }
    }
    for (VirtualRouter router : routers) {
      if (!router.isTakingPart() && isGroupFit(router)) {
        router.startUp();
      }
    }
  }

  /** What tracking makes of a configured priority. */
  int priority(VirtualRouter router, int base) {
    SyncGroup group = router.group();
    return group == null || group.countsWeights()
        ? Verdict.priority(base, tracking.verdicts(router))
        : base;
  }

  private boolean isFit(VirtualRouter router) {
    boolean unnoticed =
        router.isTakingPart()
            && router.config().profile().daemon().linkLoss() == LinkLoss.UNNOTICED;
    return !router.isLeftOut()
        && (unnoticed || seesLink(router))
        && !Verdict.anyFault(tracking.verdicts(router));
  }

  private static boolean seesLink(VirtualRouter router) {
    LinkSense link = router.on().link();
    return router.config().profile().announcements().announcedMac() == MacChoice.VIRTUAL
        ? link.isUpWithVirtualMac()
        : link.isUp();
  }

  private boolean isGroupFit(VirtualRouter router) {
    SyncGroup group = router.group();
    return group == null ? isFit(router) : group.members().stream().allMatch(this::isFit);
  }
}
