package io.vrrplab.lan;

import io.vrrplab.sim.Timer;
import io.vrrplab.track.CheckResult;
import io.vrrplab.track.Track;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpEngine;
import io.vrrplab.wire.VrrpPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The program that runs VRRP on a machine: one process, any number of virtual routers. */
public final class VrrpDaemon {

  private final Lab lab;
  private final Machine machine;
  private final List<VirtualRouter> routers = new ArrayList<>(1);
  private final AdvertIntake intake;
  private final Tracking tracking;
  private final Oversight oversight;
  private final Rereading rereading;
  private final Standstill standstill = new Standstill();
  private final StartupDelay startupDelay;
  private boolean running;

  /** Whether the virtual routers may begin: the daemon runs, and its delay is over. */
  private boolean begun;

  VrrpDaemon(Lab lab, Machine machine) {
    this.lab = lab;
    this.machine = machine;
    this.intake = new AdvertIntake(lab, machine);
    this.tracking = new Tracking(lab, this, machine);
    this.oversight = new Oversight(lab, this, tracking);
    this.rereading = new Rereading(this, intake, tracking, oversight);
    this.startupDelay = new StartupDelay(lab.simulation(), machine, this, this::begin);
  }

  Machine machine() {
    return machine;
  }

  public boolean isRunning() {
    return running;
  }

  /** A timer of the daemon's, which runs late while it stands still. */
  Timer timer(Runnable action) {
    return lab.simulation().timer(() -> standstill.orLater(action));
  }

  VirtualRouter add(
      NetworkInterface on,
      VirtualRouterConfig config,
      Function<VirtualRouterConfig, VrrpEngine> engines) {
    intake.expect(on, config);
    VirtualRouter router = new VirtualRouter(lab, this, on, config, engines);
    intake.add(router);
    routers.add(router);
    return router;
  }

  /** The virtual routers that it takes part in, in the order of its configuration. */
  public List<VirtualRouter> virtualRouters() {
    return List.copyOf(routers);
  }

  /**
   * Has the virtual routers begin later than the daemon; the later of two times counts.
   *
   * @param nanos after each start of the daemon ({@code vrrp_startup_delay})
   * @param bootNanos after the machine was switched on ({@code vrrp_delay_after_boot})
   */
  public void delayStartup(long nanos, long bootNanos) {
    startupDelay.set(nanos, bootNanos);
  }

  /** Has a virtual router of this daemon track something. */
  public void track(VirtualRouter router, Track track) {
    tracking.add(router, track);
  }

  /**
   * Binds virtual routers of this daemon into a group that is Master together or not at all.
   *
   * @param countsWeights whether what they track may change their priorities; faults count anyway
   */
  public void group(List<VirtualRouter> members, boolean countsWeights) {
    SyncGroup group = new SyncGroup(members, countsWeights);
    members.forEach(member -> member.join(group));
  }

  /** Starts the daemon: each virtual router begins, once its interface is up. */
  public void start() {
    if (running || !machine.isPowered()) {
      return;
    }
    running = true;
    routers.forEach(VirtualRouter::beginAnew);
    startupDelay.run();
  }

  private void begin() {
    begun = true;
    tracking.start(startupDelay.ranNanos());
    oversight.begin();
  }

  /** Ends the daemon gracefully: a Master says priority 0 and lets its addresses go. */
  public void stop() {
    if (running) {
      standstill.orLater(this::end);
    }
  }

  private void end() {
    halt();
    routers.forEach(VirtualRouter::shutDown);
  }

  /** Kills the daemon: nothing is said, and the kernel keeps the addresses. */
  public void die() {
    if (running) {
      halt();
      standstill.forget();
      String why = machine.isPowered() ? "its daemon was killed" : "its machine lost power";
      routers.forEach(router -> router.die(why));
    }
  }

  private void halt() {
    running = false;
    begun = false;
    startupDelay.cancel();
    tracking.stop();
  }

  /** Stops the process where it stands, as SIGSTOP does; the machine goes on. */
  public void freeze() {
    standstill(Standstill.Who.PROCESS);
  }

  /** The whole machine stands still, and the daemon with it. */
  void machineStops() {
    standstill(Standstill.Who.MACHINE);
  }

  private void standstill(Standstill.Who who) {
    if (running) {
      standstill.begin(who);
    }
  }

  /** Lets the process go on: what was due meanwhile comes first, then what it has not yet read. */
  public void thaw() {
    standstill.end(Standstill.Who.PROCESS);
  }

  /** The machine goes on. */
  void machineGoesOn() {
    standstill.end(Standstill.Who.MACHINE);
  }

  /** Does what is due now, or once nothing stands still any more. */
  void orLater(Runnable action) {
    standstill.orLater(action);
  }

  /**
   * Has the daemon read its configuration again, as keepalived at SIGHUP.
   *
   * @param changed what is new; a virtual router is found by its VRID and family, and one that is
   *     not named stays as it was
   * @throws IllegalArgumentException if one of them is not there
   */
  public void reload(List<VirtualRouterConfig> changed) {
    changed.forEach(this::find);
    standstill.orLater(() -> rereading.some(changed));
  }

  /** The same after the whole file was changed; what it has was {@link #expect expected}. */
  public void reload(DaemonPlan plan) {
    standstill.orLater(() -> rereading.all(plan));
  }

  /**
   * Tells what the daemon will read one day, so that what that tracks can be changed before.
   *
   * @throws IllegalArgumentException if a virtual router of it was never added to this daemon
   */
  public void expect(DaemonPlan plan) {
    plan.parts().forEach(this::find);
    plan.parts().forEach(part -> part.tracks().forEach(tracking::expect));
  }

  /** Has a virtual router be none until a configuration has it; for before the start. */
  public void leaveOut(VirtualRouter router) {
    rereading.leaveOut(router);
  }

  /**
   * Gives a virtual router another priority, as an operator does.
   *
   * @param priority 1 to 255
   */
  public void setPriority(VirtualRouter router, int priority) {
    reconfigure(router, router.config().withPriority(priority));
  }

  /**
   * Gives a virtual router another configuration, as an operator does who types into a running
   * daemon: all other virtual routers notice nothing.
   *
   * @param configured of the same VRID and family
   */
  public void reconfigure(VirtualRouter router, VirtualRouterConfig configured) {
    standstill.orLater(() -> adjust(router, configured));
  }

  /**
   * The virtual router that a configuration is about.
   *
   * @throws IllegalArgumentException if it is not there
   */
  public VirtualRouter find(VirtualRouterConfig config) {
    return find(config, router -> router.isMeantBy(config));
  }

  VirtualRouter find(DaemonPlan.Part part) {
    return find(part.config(), part::isAbout);
  }

  private VirtualRouter find(VirtualRouterConfig config, Predicate<VirtualRouter> which) {
    String missing = machine.name() + " has no virtual router " + config.virtualRouterId();
    return routers.stream()
        .filter(which)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(missing));
  }

  /** Gives a virtual router another configuration, whose priority does not yet count tracking. */
  void adjust(VirtualRouter router, VirtualRouterConfig configured) {
    rereading.reconfigure(router, configured, false);
  }

  /**
   * Changes what is tracked.
   *
   * @throws IllegalArgumentException if nothing of that kind and name is tracked here
   */
  public void show(CheckResult result) {
    tracking.show(result);
    standstill.orLater(this::review);
  }

  /** Whether something of that kind and name is tracked here. */
  public boolean tracks(CheckResult result) {
    return tracking.knows(result);
  }

  /** Sees who must leave, with which priority the rest goes on, and who may begin. */
  void review() {
    if (begun) {
      oversight.review();
    }
  }

  /** Takes the virtual addresses off the interfaces, as a reboot does. */
  void forgetAddresses() {
    routers.forEach(VirtualRouter::letAddressesGo);
  }

  /** An interface lost its carrier or got it back: its virtual routers end or begin. */
  void carrierChanged() {
    standstill.orLater(this::review);
  }

  /** Takes in a VRRP packet that came to an interface. */
  void receive(IpStack.Arrival packet, VrrpPacket message) {
    if (!running) {
      return;
    }
    if (standstill.isFrozen()) {
      standstill.keep(() -> receive(packet, message));
    } else {
      intake.receive(packet, message);
    }
  }

  /** Somebody asks for routers: those of which this machine is Master answer. */
  void routerSolicited(NetworkInterface in) {
    for (VirtualRouter router : routers) {
      if (running && !standstill.isFrozen() && router.on() == in && router.isMaster()) {
        router.routerAdverts().send();
      }
    }
  }
}
