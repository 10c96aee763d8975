package io.vrrplab.conformance.device;

import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.lan.VrrpDaemon;
import io.vrrplab.vrrp.Authentication;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpStateMachine;
import io.vrrplab.wire.Frame;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The engine of the simulator as a device under test. */
public final class SimulatedDevice implements Device {

  /** What an engine draws from that is given no seed. */
  public static final long DEFAULT_SEED = 1;

  private final BuiltInDevice built;
  private final Defect defect;
  private final SimulatedLans lans;
  private final DeviceProfile profile;
  private final SimulatedClerk clerk;
  private final List<Running> routers = new ArrayList<>();

  /** A virtual router that there is. */
  private record Running(Settings told, VirtualRouter router) {}

  private SimulatedDevice(BuiltInDevice built, Rfc rfc, long seed, Defect defect) {
    this.built = built;
    this.defect = defect;
    this.lans = new SimulatedLans(seed, defect);
    this.clerk = new SimulatedClerk(lans.lab());
    this.profile =
        new DeviceProfile(
            built.name(),
            built.version(),
            rfc,
            lans.attachments(),
            built.resolutionNanos(),
            declined(built));
    if (!profile.declined().contains(Ability.PROXY_ARP)) {
      lans.machine().proxyArp();
    }
  }

  /** The engine under the rules of the document itself. */
  public static SimulatedDevice of(Rfc rfc) {
    return of(rfc, Defect.NONE);
  }

  /** The same with one thing wrong. */
  public static SimulatedDevice of(Rfc rfc, Defect defect) {
    return new SimulatedDevice(BuiltInDevice.of(rfc), rfc, DEFAULT_SEED, defect);
  }

  /** A built-in device, judged by a document. */
  static SimulatedDevice of(BuiltInDevice built, Rfc rfc, long seed) {
    return new SimulatedDevice(built, rfc, seed, Defect.NONE);
  }

  private static Set<Ability> declined(BuiltInDevice built) {
    EnumSet<Ability> declined = EnumSet.noneOf(Ability.class);
    if (built.isDaemon()) {
      // its profile says what a daemon does on the wire, not how one talks to its operator
      declined.addAll(
          EnumSet.of(
              Ability.REFUSAL,
              Ability.PROXY_ARP,
              Ability.COUNTERS,
              Ability.LOG,
              Ability.MASTER_REASON));
    }
    Profile implementation = built.implementation();
    if (implementation.highestPriority() < 255) {
      declined.add(Ability.OWNERSHIP);
    }
    switch (implementation.acceptance().addressList()) {
      case NOT_COMPARED, COUNT_LOGGED, LOGGED, DROPPED_FROM_ANOTHER_SENDER ->
          declined.add(Ability.ADDRESS_LIST_CHECK);
      case DROPPED, DROPPED_UNLESS_FROM_OWNER -> {}
    }
    return declined;
  }

  @Override
  public DeviceProfile profile() {
    return profile;
  }

  @Override
  public Configured configure(List<Settings> told) {
    List<Settings> read = told.stream().map(defect.settings()).toList();
    List<VirtualRouterConfig> configs = new ArrayList<>();
    try {
      read.forEach(each -> configs.add(config(each)));
    } catch (IllegalArgumentException outOfRange) {
      return new Configured.Refused(String.valueOf(outOfRange.getMessage()));
    }
    if (routers.isEmpty()) {
      for (int i = 0; i < configs.size(); i++) {
        routers.add(new Running(read.get(i), add(read.get(i), configs.get(i))));
      }
    } else {
      change(read, configs);
    }
    return new Configured.Taken();
  }

  private VirtualRouterConfig config(Settings settings) {
    return defect
        .config()
        .apply(
            new VirtualRouterConfig(
                settings.virtualRouterId(),
                profile.rfc().version(),
                settings.priority(),
                settings.intervalCs(),
                settings.addresses(),
                settings.preempt(),
                settings.accept(),
                profile.on(settings.lan()).address(settings.family()),
                Authentication.NONE,
                built.implementation()));
  }

  private VirtualRouter add(Settings settings, VirtualRouterConfig config) {
    return lans.lab()
        .addVirtualRouter(
            lans.machine(),
            lans.on(settings.lan()),
            config,
            each -> defect.engine().apply(each, new VrrpStateMachine(each)));
  }

  private void change(List<Settings> told, List<VirtualRouterConfig> configs) {
    List<VirtualRouterConfig> changed = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      VirtualRouter router = running(told.get(i));
      VirtualRouterConfig config = defect.change().apply(router.config(), configs.get(i));
      if (!built.rereads()) {
        daemon().reconfigure(router, config);
      }
      changed.add(config);
    }
    if (built.rereads()) {
      daemon().reload(changed);
    }
  }

  private VirtualRouter running(Settings settings) {
    return routers.stream()
        .filter(each -> each.told().isAboutTheSameAs(settings))
        .map(Running::router)
        .findFirst()
        .orElseThrow(
            () -> new DeviceException("a simulated device keeps the virtual routers that it has"));
  }

  @Override
  public void start() {
    daemon().start();
  }

  @Override
  public void stop() {
    daemon().stop();
  }

  private VrrpDaemon daemon() {
    VrrpDaemon daemon = lans.machine().daemon();
    if (daemon == null) {
      throw new DeviceException("the device was not configured");
    }
    return daemon;
  }

  @Override
  public void link(Lan lan, boolean up) {
    lans.link(lan, up);
  }

  @Override
  public long send(Lan lan, Frame frame) {
    return lans.send(lan, frame);
  }

  @Override
  public @Nullable TimedFrame next(long deadlineNanos) {
    return lans.next(deadlineNanos);
  }

  @Override
  public long nowNanos() {
    return lans.nowNanos();
  }

  @Override
  public SelfReport selfReport() {
    return defect.report().apply(clerk.report());
  }
}
