package io.vrrplab.conformance.device;

import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.lan.VrrpDaemon;
import io.vrrplab.vrrp.AdvertReceiver;
import io.vrrplab.vrrp.Authentication;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VirtualRouterOptions;
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
  private final List<Planned> planned = new ArrayList<>();
  private final List<VirtualRouter> routers = new ArrayList<>();

  /** A virtual router to be. */
  private record Planned(Settings settings, VirtualRouterConfig config) {}

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
    switch (implementation.daemon().mixedVersions()) {
      case UNKNOWN -> declined.add(Ability.MIXED_VERSIONS);
      case OFFERED -> {}
    }
    return declined;
  }

  @Override
  public DeviceProfile profile() {
    return profile;
  }

  @Override
  public Configured configure(List<Settings> told) {
    List<Planned> read = new ArrayList<>();
    try {
      told.stream()
          .map(defect.settings())
          .forEach(settings -> read.add(new Planned(settings, config(settings))));
      refuseTwins(read);
    } catch (IllegalArgumentException outOfRange) {
      return new Configured.Refused(String.valueOf(outOfRange.getMessage()));
    }
    lans.machine().redirects(read.stream().map(Planned::settings).allMatch(Settings::redirects));
    if (routers.isEmpty()) {
      planned.clear();
      planned.addAll(read);
    } else {
      change(read);
    }
    return new Configured.Taken();
  }

  private static void refuseTwins(List<Planned> read) {
    for (Lan lan : Lan.values()) {
      var _ =
          new AdvertReceiver(
              read.stream()
                  .filter(each -> each.settings().lan() == lan)
                  .map(Planned::config)
                  .toList());
    }
  }

  private VirtualRouterConfig config(Settings settings) {
    return defect.config().apply(settings.bare() ? assumed(settings) : told(settings));
  }

  private VirtualRouterConfig assumed(Settings settings) {
    return VirtualRouterConfig.ofDefaults(
        built.implementation(),
        profile.rfc().version(),
        settings.virtualRouterId(),
        profile.on(settings.lan()).address(settings.family()),
        settings.addresses());
  }

  private VirtualRouterConfig told(Settings settings) {
    return new VirtualRouterConfig(
        settings.virtualRouterId(),
        profile.rfc().version(),
        settings.priority(),
        settings.intervalCs(),
        settings.addresses(),
        settings.preempt(),
        settings.accept(),
        profile.on(settings.lan()).address(settings.family()),
        Authentication.NONE,
        built.implementation(),
        VirtualRouterOptions.NONE.withMixedVersions(settings.mixedVersions()));
  }

  private VirtualRouter add(Planned plan) {
    return lans.lab()
        .addVirtualRouter(
            lans.machine(),
            lans.on(plan.settings().lan()),
            plan.config(),
            each -> defect.engine().apply(each, new VrrpStateMachine(each)));
  }

  private void change(List<Planned> told) {
    List<VirtualRouterConfig> changed = new ArrayList<>();
    for (Planned plan : told) {
      VirtualRouter router = running(plan.settings());
      VirtualRouterConfig config = defect.change().apply(router.config(), plan.config());
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
    for (int i = 0; i < routers.size(); i++) {
      if (planned.get(i).settings().isAboutTheSameAs(settings)) {
        return routers.get(i);
      }
    }
    throw new DeviceException("a simulated device keeps the virtual routers that it has");
  }

  @Override
  public void start() {
    if (routers.isEmpty()) {
      planned.forEach(plan -> routers.add(add(plan)));
    }
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
