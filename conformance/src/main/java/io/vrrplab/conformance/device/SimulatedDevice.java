package io.vrrplab.conformance.device;

import io.vrrplab.lan.HeardFrame;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LinkProperties;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.NetworkInterface;
import io.vrrplab.lan.Probe;
import io.vrrplab.lan.Segment;
import io.vrrplab.lan.SegmentConfig;
import io.vrrplab.lan.Subnet;
import io.vrrplab.lan.VrrpDaemon;
import io.vrrplab.sim.LimitReachedException;
import io.vrrplab.sim.Limits;
import io.vrrplab.sim.Simulation;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.vrrp.Authentication;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpStateMachine;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The engine of the simulator as a device under test. Frames take no time on the way, so that every
 * time is the engine's own.
 */
public final class SimulatedDevice implements Device {

  private static final Ipv4Address PRIMARY = Ipv4Address.parse("192.0.2.11");
  private static final Ipv6Address LINK_LOCAL = Ipv6Address.parse("fe80::11");
  private static final Ipv6Address GLOBAL = Ipv6Address.parse("2001:db8::11");
  private static final LinkProperties INSTANT = new LinkProperties(0, 0, 0, 0);

  /** What an engine draws from that is given no seed. */
  public static final long DEFAULT_SEED = 1;

  /** A case takes a few hundred events and less than an hour; a storm is to end soon. */
  private static final Limits LIMITS = new Limits(200_000, 3_600_000_000_000L);

  private final Simulation simulation;
  private final Lab lab;
  private final Machine machine;
  private final NetworkInterface on;
  private final Probe probe;
  private final Profile implementation;
  private final Defect defect;
  private final DeviceProfile profile;
  private final Queue<TimedFrame> said = new ArrayDeque<>();
  private @Nullable VrrpDaemon daemon;

  private SimulatedDevice(BuiltInDevice built, Rfc rfc, long seed, Defect defect) {
    this.simulation = new Simulation(seed, LIMITS);
    this.lab = new Lab(simulation);
    Segment segment =
        lab.addSegment(new SegmentConfig("lan", INSTANT, SegmentConfig.DEFAULT_MAC_AGING_NANOS));
    this.machine = lab.addRouter("device");
    this.on =
        lab.connect(
            machine,
            segment,
            new Subnet(PRIMARY, 24),
            new Subnet(LINK_LOCAL, 64),
            new Subnet(GLOBAL, 64));
    this.probe = lab.addProbe("tester", segment);
    this.implementation = built.implementation();
    this.defect = defect;
    this.profile =
        new DeviceProfile(
            built.name(),
            built.version(),
            rfc,
            PRIMARY,
            LINK_LOCAL,
            on.mac(),
            built.resolutionNanos(),
            declined(implementation));
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

  private static Set<Ability> declined(Profile implementation) {
    EnumSet<Ability> declined = EnumSet.noneOf(Ability.class);
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
  public void configure(Settings settings) {
    if (daemon != null) {
      throw new DeviceException("a simulated device is configured once");
    }
    VirtualRouterConfig config = defect.config().apply(config(settings));
    machine.redirects(settings.redirects());
    daemon =
        lab.addVirtualRouter(
                machine,
                on,
                config,
                each -> defect.engine().apply(each, new VrrpStateMachine(each)))
            .machine()
            .daemon();
  }

  private VirtualRouterConfig config(Settings settings) {
    IpAddress own = settings.family() == AddressFamily.IPV4 ? PRIMARY : LINK_LOCAL;
    if (settings.bare()) {
      return VirtualRouterConfig.ofDefaults(
          implementation,
          profile.rfc().version(),
          settings.virtualRouterId(),
          own,
          settings.addresses());
    }
    return new VirtualRouterConfig(
        settings.virtualRouterId(),
        profile.rfc().version(),
        settings.priority(),
        settings.intervalCs(),
        settings.addresses(),
        settings.preempt(),
        settings.accept(),
        own,
        Authentication.NONE,
        implementation);
  }

  @Override
  public void start() {
    configured().start();
  }

  @Override
  public void stop() {
    configured().stop();
  }

  private VrrpDaemon configured() {
    if (daemon == null) {
      throw new DeviceException("the device was not configured");
    }
    return daemon;
  }

  @Override
  public long send(Frame frame) {
    for (Frame heard : defect.inbound().apply(frame)) {
      probe.transmit(heard);
    }
    for (Frame extra : defect.chatter().apply(frame)) {
      said.add(new TimedFrame(simulation.nowNanos(), extra));
    }
    return simulation.nowNanos();
  }

  @Override
  public @Nullable TimedFrame next(long deadlineNanos) {
    try {
      while (said.isEmpty()
          && simulation.runUntil(Math.max(deadlineNanos, simulation.nowNanos()), probe::hasHeard)) {
        takeIn(probe.take());
      }
    } catch (LimitReachedException e) {
      throw new DeviceException("the device never came to rest: " + e.getMessage(), e);
    }
    return said.poll();
  }

  private void takeIn(@Nullable HeardFrame heard) {
    if (heard != null) {
      for (Frame frame : defect.outbound().apply(heard.frame())) {
        said.add(new TimedFrame(heard.nanos(), frame));
      }
    }
  }

  @Override
  public long nowNanos() {
    return simulation.nowNanos();
  }
}
