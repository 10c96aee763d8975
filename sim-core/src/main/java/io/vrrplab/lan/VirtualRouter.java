package io.vrrplab.lan;

import io.vrrplab.sim.Timer;
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
  private final List<Timer> announceTimers = new ArrayList<>(0);
  private VrrpState state = new VrrpState.Initialize();
  private long masterDownNanos;
  private @Nullable Frame regularAdvert;

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
    handle(new VrrpEvent.Startup(), null);
  }

  void shutDown() {
    handle(new VrrpEvent.Shutdown(), null);
  }

  /** The link went down: nothing that is said now is heard. */
  void fail() {
    handle(new VrrpEvent.Fault(), null);
  }

  /** Ends without a word; the addresses stay where they are. */
  void die(String why) {
    masterDownTimer.cancel();
    advertTimer.cancel();
    cancelAnnouncements();
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
    }
    List<VrrpAction> actions = transition.actions();
    for (int i = 0; i < actions.size(); i++) {
      perform(actions.get(i));
    }
    if (changed && before instanceof VrrpState.Master) {
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
      case VrrpAction.JoinSolicitedNodeGroups _, VrrpAction.LeaveSolicitedNodeGroups _ -> {
        // a switch without snooping carries every group to every port
      }
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
      lab.advertSent(this, priority);
    }
  }

  private void announce(List<IpAddress> addresses, int repeats) {
    for (IpAddress address : addresses) {
      Frame frame = VrrpFrames.announcement(config, address, announcedMac());
      for (int i = 0; i < repeats; i++) {
        on.transmit(frame);
      }
    }
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

  private MacAddress announcedMac() {
    return config.profile().announcements().announcedMac() == MacChoice.VIRTUAL
        ? config.virtualMac()
        : on.mac();
  }

  private void holdAddresses() {
    for (IpAddress address : config.addresses()) {
      on.hold(new LocalAddress(address, announcedMac(), config.acceptsVirtualAddresses()));
    }
  }

  void letAddressesGo() {
    config.addresses().forEach(on::letGo);
  }
}
