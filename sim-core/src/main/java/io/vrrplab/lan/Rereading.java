package io.vrrplab.lan;

import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpEvent;
import java.util.List;

/**
 * What a daemon does when it reads its configuration again. A virtual router is the same one as
 * before where segment, VRID and family are; it keeps its state. One that is new begins, and one
 * that is no more ends in good order.
 */
final class Rereading {

  private final VrrpDaemon daemon;
  private final AdvertIntake intake;
  private final Tracking tracking;
  private final Oversight oversight;

  Rereading(VrrpDaemon daemon, AdvertIntake intake, Tracking tracking, Oversight oversight) {
    this.daemon = daemon;
    this.intake = intake;
    this.tracking = tracking;
    this.oversight = oversight;
  }

  /** Something changed in a few virtual routers; what is not named stays as it was. */
  void some(List<VirtualRouterConfig> changed) {
    for (VirtualRouter router : daemon.virtualRouters()) {
      VirtualRouterConfig now =
          changed.stream()
              .filter(router::isMeantBy)
              .findFirst()
              .orElse(router.config().withPriority(router.basePriority()));
      reconfigure(router, now, daemon.isRunning());
    }
  }

  /** The whole configuration is another one. */
  void all(DaemonPlan plan) {
    for (VirtualRouter router : daemon.virtualRouters()) {
      if (!router.isLeftOut() && plan.parts().stream().noneMatch(part -> part.isAbout(router))) {
        router.shutDown();
        leaveOut(router);
      }
      tracking.forget(router);
      router.join(null);
    }
    plan.parts().forEach(part -> take(daemon.find(part), part));
    plan.groups().forEach(this::group);
    for (DaemonPlan.Part part : plan.parts()) {
      reconfigure(daemon.find(part), part.config(), daemon.isRunning());
    }
    waits(plan.waits());
    tracking.settle();
    daemon.review();
  }

  /** A start is waited out from the next one on, changes of links from now on. */
  private void waits(DaemonPlan.Waits waits) {
    daemon.delayStartup(waits.startupNanos(), waits.bootNanos());
    for (NetworkInterface on : daemon.machine().interfaces()) {
      on.link().forgetAtStart();
      waits.links().stream()
          .filter(wait -> wait.segment().equals(on.segment().name()))
          .forEach(wait -> on.link().waitOut(daemon, wait.downNanos(), wait.upNanos()));
    }
  }

  private void take(VirtualRouter router, DaemonPlan.Part part) {
    router.leaveOut(false);
    part.tracks().forEach(track -> tracking.add(router, track));
  }

  private void group(DaemonPlan.Group group) {
    List<VirtualRouter> members =
        daemon.virtualRouters().stream()
            .filter(router -> !router.isLeftOut())
            .filter(router -> group.vrids().contains(router.config().virtualRouterId()))
            .toList();
    daemon.group(members, group.countsWeights());
  }

  /** Has a virtual router be none until a configuration has it. */
  void leaveOut(VirtualRouter router) {
    router.leaveOut(true);
    tracking.forget(router);
    intake.reconfigured();
  }

  /** Gives a virtual router another configuration, whose priority does not yet count tracking. */
  void reconfigure(VirtualRouter router, VirtualRouterConfig configured, boolean reloaded) {
    int base = configured.priority();
    int priority = oversight.priority(router, base);
    if (reloaded && Hindrance.isAlone(configured)) {
      // keepalived 2.2.7 takes its leave of the peers that it had.
      router.handle(new VrrpEvent.Reloading(), null);
      router.shutDown();
    }
    router.reconfigure(configured.withPriority(priority), base, reloaded);
    intake.reconfigured();
  }
}
