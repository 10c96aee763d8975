package io.vrrplab.lan;

import io.vrrplab.sim.Timer;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.vrrp.AnnounceTimer;
import io.vrrplab.vrrp.MacChoice;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpAction;
import io.vrrplab.vrrp.VrrpEngine;
import io.vrrplab.vrrp.VrrpEvent;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A virtual router on one node: the state machine joined to a card. It keeps the state, runs the
 * timers, and does to the network what the machine says.
 */
public final class VirtualRouter {

  private final Lab lab;
  private final Machine machine;
  private final NetworkInterface on;
  private final VirtualRouterConfig config;
  private final int number;
  private final VrrpEngine engine;
  private final Timer masterDownTimer;
  private final Timer advertTimer;
  private final Timer routerAdvertTimer;
  private final List<Timer> announceTimers = new ArrayList<>(0);
  private final List<IpAddress> joined = new ArrayList<>(0);
  private VrrpState state = new VrrpState.Initialize();
  private long masterDownNanos;
  private @Nullable Frame regularAdvert;
  private boolean listening;

  VirtualRouter(
      Lab lab,
      Machine machine,
      NetworkInterface on,
      VirtualRouterConfig config,
      VrrpEngine engine) {
    this.lab = lab;
    this.machine = machine;
    this.on = on;
    this.config = config;
    this.number = lab.numberVirtualRouter();
    this.engine = engine;
    this.masterDownTimer =
        lab.simulation().timer(() -> handle(new VrrpEvent.MasterDownTimerExpired(), null));
    this.advertTimer =
        lab.simulation().timer(() -> handle(new VrrpEvent.AdvertTimerExpired(), null));
    this.routerAdvertTimer = lab.simulation().timer(this::advertiseRouter);
    if (config.isOwner() && !announcedMac().equals(on.mac())) {
      config.addresses().forEach(on::leaveToVirtualRouter);
    }
  }

  /** The node. */
  public Machine machine() {
    return machine;
  }

  /** The interface on which it runs. */
  public NetworkInterface on() {
    return on;
  }

  public VirtualRouterConfig config() {
    return config;
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
    listen(true);
    handle(new VrrpEvent.Startup(), null);
  }

  void shutDown() {
    handle(new VrrpEvent.Shutdown(), null);
    listen(false);
  }

  /** The link went down: nothing that is said now is heard. */
  void fail() {
    handle(new VrrpEvent.Fault(), null);
    listen(false);
  }

  private void listen(boolean begin) {
    if (begin && !listening) {
      on.memberships().join(config.family().group());
    } else if (!begin && listening) {
      on.memberships().leave(config.family().group());
    }
    listening = begin;
  }

  /**
   * Ends without a word of VRRP: the kernel leaves the group, as for any socket that closes, and
   * the addresses stay where they are.
   */
  void die(String why) {
    masterDownTimer.cancel();
    advertTimer.cancel();
    routerAdvertTimer.cancel();
    cancelAnnouncements();
    listen(false);
    VrrpState before = state;
    state = new VrrpState.Initialize();
    if (!(before instanceof VrrpState.Initialize)) {
      lab.stateChanged(this, before, state, why);
    }
  }

  /** Reacts to a packet that names this virtual router and was judged. */
  void receive(VrrpEvent event, ReceivedAdvert received) {
    handle(event, received);
  }

  private void handle(VrrpEvent event, @Nullable ReceivedAdvert heard) {
    VrrpState before = state;
    Transition transition = engine.step(before, event);
    state = transition.next();
    boolean changed = before.getClass() != state.getClass();
    if (changed) {
      String why = StateChangeText.of(transition.decision(), config, masterDownNanos, heard);
      lab.stateChanged(this, before, state, why);
    }
    if (changed && isMaster()) {
      holdAddresses();
      routerAdvertTimer.start(0);
    }
    List<VrrpAction> actions = transition.actions();
    for (int i = 0; i < actions.size(); i++) {
      perform(actions.get(i));
    }
    if (changed && before instanceof VrrpState.Master) {
      routerAdvertTimer.cancel();
      letAddressesGo();
    }
  }

  private void perform(VrrpAction action) {
    switch (action) {
      case VrrpAction.StartMasterDownTimer(long nanos) -> {
        masterDownNanos = nanos;
        masterDownTimer.start(nanos);
      }
      case VrrpAction.CancelMasterDownTimer _ -> masterDownTimer.cancel();
      case VrrpAction.StartAdvertTimer(long nanos) -> advertTimer.start(nanos);
      case VrrpAction.CancelAdvertTimer _ -> advertTimer.cancel();
      case VrrpAction.SendAdvert(int priority) -> send(priority);
      case VrrpAction.Announce(List<IpAddress> addresses, int repeats) ->
          announce(addresses, repeats);
      case VrrpAction.StartAnnounceTimer(AnnounceTimer timer, long nanos) ->
          announceLater(timer, nanos);
      case VrrpAction.CancelAnnounceTimers _ -> cancelAnnouncements();
      case VrrpAction.JoinSolicitedNodeGroups(List<IpAddress> addresses) -> join(addresses);
      case VrrpAction.LeaveSolicitedNodeGroups _ -> leaveGroups();
    }
  }

  private void send(int priority) {
    Frame frame;
    if (priority == config.priority()) {
      frame = regularAdvert == null ? VrrpFrames.advert(config, priority, on.mac()) : regularAdvert;
      regularAdvert = frame;
    } else {
      frame = VrrpFrames.advert(config, priority, on.mac());
    }
    if (on.transmit(frame)) {
      lab.audience().advertSent(this, priority);
    }
  }

  private void announce(List<IpAddress> addresses, int repeats) {
    List<Frame> frames = new ArrayList<>();
    for (IpAddress address : addresses) {
      frames.add(VrrpFrames.announcement(config, address, announcedMac(), isRouter()));
    }
    for (int i = 0; i < repeats; i++) {
      frames.forEach(on::transmit);
    }
  }

  private void join(List<IpAddress> addresses) {
    for (IpAddress address : addresses) {
      if (address instanceof Ipv6Address v6) {
        joined.add(v6.solicitedNodeGroup());
        on.memberships().join(v6.solicitedNodeGroup());
      }
    }
  }

  private void leaveGroups() {
    joined.forEach(on.memberships()::leave);
    joined.clear();
  }

  private void announceLater(AnnounceTimer timer, long nanos) {
    announceTimers.removeIf(each -> !each.isRunning());
    Timer later =
        lab.simulation().timer(() -> handle(new VrrpEvent.AnnounceTimerExpired(timer), null));
    later.start(nanos);
    announceTimers.add(later);
  }

  private void cancelAnnouncements() {
    announceTimers.forEach(Timer::cancel);
    announceTimers.clear();
  }

  /** The MAC that answers for the virtual addresses while this node is Master. */
  MacAddress announcedMac() {
    return config.profile().announcements().announcedMac() == MacChoice.VIRTUAL
        ? config.virtualMac()
        : on.mac();
  }

  private void holdAddresses() {
    for (IpAddress address : config.addresses()) {
      on.hold(
          new LocalAddress(address, announcedMac(), config.acceptsVirtualAddresses(), isRouter()));
    }
  }

  /** The R flag of neighbour advertisements for the virtual addresses. */
  private boolean isRouter() {
    return switch (config.profile().announcements().routerFlag()) {
      case SET -> true;
      case IF_FORWARDING -> machine.forwards();
    };
  }

  /**
   * Sends a router advertisement for the virtual router (RFC 9568 6.4.3), if it is one of IPv6 and
   * the profile leaves that to no other program.
   */
  void advertiseRouter() {
    long periodNanos = config.profile().announcements().routerAdvertNanos();
    if (machine.forwards() && config.family() == AddressFamily.IPV6 && periodNanos > 0) {
      on.transmit(VrrpFrames.routerAdvertisement(config, announcedMac()));
      routerAdvertTimer.start(periodNanos);
    }
  }

  /** Takes the virtual addresses off the interface, and leaves the groups that go with them. */
  void letAddressesGo() {
    leaveGroups();
    config.addresses().forEach(on::letGo);
  }
}
