package io.vrrplab.lan;

import io.vrrplab.track.Verdict;
import io.vrrplab.vrrp.DaemonRules.LinkLoss;
import io.vrrplab.vrrp.VrrpEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Decides which virtual routers of a daemon may take part, and with which priority. */
final class Oversight {

  private final Lab lab;
  private final VrrpDaemon daemon;
  private final Tracking tracking;
  private final SequencedSet<VirtualRouter> hindered = new LinkedHashSet<>();

  Oversight(Lab lab, VrrpDaemon daemon, Tracking tracking) {
    this.lab = lab;
    this.daemon = daemon;
    this.tracking = tracking;
  }

  /** A process that has just been started sees all for the first time. */
  void begin() {
    hindered.clear();
    review();
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
    routers.forEach(this::tellHindered);
    for (VirtualRouter router : routers) {
      if (!router.isTakingPart() && isGroupFit(router)) {
        router.startUp();
      }
    }
  }

  /** Tells once of a virtual router that cannot take part, however long that lasts. */
  private void tellHindered(VirtualRouter router) {
    Hindrance hindrance = router.isLeftOut() ? null : Hindrance.ofWhole(router);
    if (hindrance == null) {
      hindered.remove(router);
    } else if (hindered.add(router)) {
      lab.audience().hindered(router, hindrance);
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
        && Hindrance.of(router) == null
        && (unnoticed || router.on().link().isUp())
        && !Verdict.anyFault(tracking.verdicts(router));
  }

  private boolean isGroupFit(VirtualRouter router) {
    SyncGroup group = router.group();
    return group == null ? isFit(router) : group.members().stream().allMatch(this::isFit);
  }
}
