package io.vrrplab.lan;

import io.vrrplab.vrrp.OldChecksum;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpAction;
import io.vrrplab.vrrp.VrrpEngine;
import io.vrrplab.vrrp.VrrpEvent;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.MacAddress;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A virtual router on one node: the state machine joined to a card. It keeps the state, runs the
 * timers, and does to the network what the machine says.
 */
public final class VirtualRouter {

  private final Lab lab;
  private final Machine machine;
  private final NetworkInterface on;
  private final int number;
  private final Function<VirtualRouterConfig, VrrpEngine> engines;
  private final ProtocolTimers timers;
  private final GroupMembership membership;
  private final RouterAdverts routerAdverts;
  private final Speaker speaker;
  private final AddressHolder holder;
  private final ActionRunner hands;
  private VirtualRouterConfig config;
  private VrrpEngine engine;
  private @Nullable SyncGroup group;

  /** What its file says; less if another owner made it yield. Tracking makes config's of it. */
  private int basePriority;

  /** As its file has it, before it made of it what it heard. */
  private VirtualRouterConfig written;

  private boolean altered;
  private VrrpState state = new VrrpState.Initialize();
  private boolean leftOut;
  private boolean learnsChecksum;

  VirtualRouter(
      Lab lab,
      VrrpDaemon daemon,
      NetworkInterface on,
      VirtualRouterConfig config,
      Function<VirtualRouterConfig, VrrpEngine> engines) {
    this.lab = lab;
    this.machine = daemon.machine();
    this.on = on;
    this.config = config;
    this.basePriority = config.priority();
    this.written = config;
    this.learnsChecksum = OldChecksum.isLearnedBy(config);
    this.number = lab.numberVirtualRouter();
    this.engines = engines;
    this.engine = engines.apply(config);
    this.holder = new AddressHolder(on);
    this.speaker = new Speaker(lab, daemon, this);
    this.membership = new GroupMembership(on);
    this.timers =
        new ProtocolTimers(
            daemon,
            this::masterDownTimerExpired,
            this::advertTimerExpired,
            () -> handle(new VrrpEvent.PreemptDelayExpired(), null));
    this.hands = new ActionRunner(this, timers, speaker, holder);
    this.routerAdverts = new RouterAdverts(daemon, this);
    if (config.isOwner() && !announcedMac().equals(on.mac())) {
      config.addresses().forEach(on::leaveToVirtualRouter);
    }
  }

  public Machine machine() {
    return machine;
  }

  public NetworkInterface on() {
    return on;
  }

  /** How it is configured, with the priority as what the node tracks makes it now. */
  public VirtualRouterConfig config() {
    return config;
  }

  int basePriority() {
    return basePriority;
  }

  @Nullable SyncGroup group() {
    return group;
  }

  void join(@Nullable SyncGroup joined) {
    group = joined;
  }

  /** Whether a configuration is about this virtual router; VRID and family say so on a card. */
  public boolean isMeantBy(VirtualRouterConfig other) {
    return config.virtualRouterId() == other.virtualRouterId() && config.family() == other.family();
  }

  /** Whether the daemon's configuration does not have it now. */
  boolean isLeftOut() {
    return leftOut;
  }

  void leaveOut(boolean out) {
    leftOut = out;
  }

  /** Whether it runs: it is Backup or Master. */
  boolean isTakingPart() {
    return !(state instanceof VrrpState.Initialize);
  }

  /** Counts the virtual routers of all nodes of a lab, from 0. */
  public int number() {
    return number;
  }

  public VrrpState state() {
    return state;
  }

  public boolean isMaster() {
    return state instanceof VrrpState.Master;
  }

  void startUp() {
    membership.enter(config.group());
    handle(new VrrpEvent.Startup(), null);
  }

  void shutDown() {
    handle(new VrrpEvent.Shutdown(), null);
    membership.leave();
  }

  /**
   * Something that it needs failed. The socket stays open, and in its group: so it was seen with
   * keepalived 2.2.7, whether a script failed or the link was lost.
   */
  void fail(VrrpEvent fault) {
    handle(fault, null);
  }

  /** Goes on with another configuration, and {@code base} as the priority before any tracking. */
  void reconfigure(VirtualRouterConfig changed, int base, boolean reloaded) {
    VirtualRouterConfig before = config;
    basePriority = base;
    // What was made of things heard lasts until the file is read again.
    altered &= !reloaded;
    written = (altered ? written : changed).withPriority(base);
    if (changed.equals(before) && !reloaded) {
      return;
    }
    if (reloaded) {
      handle(new VrrpEvent.Reloading(), null);
    }
    adopt(changed);
    if (isMaster()) {
      List<IpAddress> missing = holder.missing(before);
      holder.letGoOfMoved(before, changed);
      holdAddresses();
      holder.takeOff(changed, missing);
    }
    handle(new VrrpEvent.Reconfigured(before, reloaded), null);
  }

  private void adopt(VirtualRouterConfig changed) {
    config = changed;
    engine = engines.apply(changed);
    speaker.reconfigured();
    learnsChecksum = OldChecksum.isLearnedBy(changed);
    membership.move(changed.group());
  }

  /**
   * Ends without a word of VRRP: the kernel leaves the group, as for any socket that closes, and
   * the addresses stay where they are.
   */
  void die(String why) {
    timers.cancelAll();
    routerAdverts.end();
    speaker.cancelAnnouncements();
    membership.leave();
    VrrpState before = state;
    state = new VrrpState.Initialize();
    if (!(before instanceof VrrpState.Initialize)) {
      lab.stateChanged(this, before, state, why);
    }
  }

  private void advertTimerExpired() {
    handle(timers.advertDue(config), null);
  }

  /** Goes over to the checksum of an old peer, as keepalived does until it is started anew. */
  void learnChecksum(ReceivedAdvert heard) {
    if (learnsChecksum && heard.sumsGroup()) {
      alter(OldChecksum.learnedBy(config));
    }
  }

  /** A member of a group waits for the others, one more Master_Down_Interval each time. */
  private void masterDownTimerExpired() {
    if (group == null || group.agreesTo(this)) {
      handle(new VrrpEvent.MasterDownTimerExpired(), null);
    } else {
      timers.repeatMasterDown();
    }
  }

  /** The rest of its group has become Master. */
  void takeOverWithGroup() {
    timers.cancelMasterDown();
    handle(new VrrpEvent.MasterDownTimerExpired(), null);
  }

  void handle(VrrpEvent event, @Nullable ReceivedAdvert heard) {
    VrrpState before = state;
    Transition transition = engine.step(before, event);
    state = transition.next();
    lab.audience().decided(this, before, transition, heard);
    boolean changed = before.getClass() != state.getClass();
    if (changed) {
      String why =
          StateChangeText.of(transition.decision(), config, timers.masterDownNanos(), heard);
      lab.stateChanged(this, before, state, why);
    }
    if (changed && isMaster()) {
      holdAddresses();
      routerAdverts.begin();
    }
    List<VrrpAction> actions = transition.actions();
    for (int i = 0; i < actions.size(); i++) {
      hands.perform(actions.get(i));
    }
    if (changed && before instanceof VrrpState.Master) {
      routerAdverts.end();
      if (!config.profile().daemon().leavesAddresses(transition.decision())) {
        letAddressesGo();
      }
    }
    if (group != null) {
      group.follow(this, before, transition);
    }
  }

  /** From now on it is configured with another priority, of which no event tells. */
  void lowerPriority(int priority) {
    basePriority = priority;
    alter(config.withPriority(priority));
  }

  private void alter(VirtualRouterConfig changed) {
    altered = true;
    adopt(changed);
  }

  /** The MAC that answers for the virtual addresses while this node is Master. */
  MacAddress announcedMac() {
    return AddressSite.announcedMac(config, on);
  }

  RouterAdverts routerAdverts() {
    return routerAdverts;
  }

  private void holdAddresses() {
    holder.hold(config, speaker.isRouter());
  }

  /**
   * A new process: nothing that another has left behind is held, and the file says the priority.
   */
  void beginAnew() {
    letAddressesGo();
    if (altered) {
      altered = false;
      basePriority = written.priority();
      adopt(written);
    }
  }

  /** Takes the virtual addresses off the interface, and leaves the groups that go with them. */
  void letAddressesGo() {
    holder.letGo(config);
  }
}
