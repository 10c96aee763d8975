package io.vrrplab.lan;

import io.vrrplab.track.Verdict;
import io.vrrplab.vrrp.AddressWatch;
import io.vrrplab.vrrp.DaemonRules.LinkLoss;
import io.vrrplab.vrrp.MacChoice;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpEvent;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

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
      findSource(router);
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
        && (unnoticed || seesLink(router))
        && hasSource(router)
        && !Verdict.anyFault(tracking.verdicts(router));
  }

  private static boolean seesLink(VirtualRouter router) {
    LinkSense link = router.on().link();
    return router.config().profile().announcements().announcedMac() == MacChoice.VIRTUAL
        ? link.isUpWithVirtualMac()
        : link.isUp();
  }

  private static boolean hasSource(VirtualRouter router) {
    return !AddressWatch.needsOwnAddress(router.config()) || source(router) != null;
  }

  /** What a daemon that was told no address would send from now. */
  private static @Nullable IpAddress source(VirtualRouter router) {
    IpAddress found = router.on().sourceFor(router.config().family().group());
    return found instanceof Ipv6Address v6 && !v6.isLinkLocal() ? null : found;
  }

  /** Another own address takes the place of one that is gone; nobody is told. */
  private void findSource(VirtualRouter router) {
    VirtualRouterConfig config = router.config();
    IpAddress source = AddressWatch.needsOwnAddress(config) ? source(router) : null;
    if (source != null && router.on().held(config.primaryAddress()) == null) {
      daemon.adjust(
          router, AddressWatch.speakingFrom(source, config.withPriority(router.basePriority())));
    }
  }

  private boolean isGroupFit(VirtualRouter router) {
    SyncGroup group = router.group();
    return group == null ? isFit(router) : group.members().stream().allMatch(this::isFit);
  }
}
