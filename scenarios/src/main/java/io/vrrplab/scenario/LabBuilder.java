package io.vrrplab.scenario;

import io.vrrplab.lan.Flow;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LinkProperties;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.NetworkInterface;
import io.vrrplab.lan.RoutingMesh;
import io.vrrplab.lan.Segment;
import io.vrrplab.lan.SegmentConfig;
import io.vrrplab.lan.Snooping;
import io.vrrplab.lan.Subnet;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.lan.VrrpDaemon;
import io.vrrplab.scenario.spec.DaemonFault;
import io.vrrplab.scenario.spec.HostSpec;
import io.vrrplab.scenario.spec.InterfaceSpec;
import io.vrrplab.scenario.spec.LinkSenseSpec;
import io.vrrplab.scenario.spec.MeshSpec;
import io.vrrplab.scenario.spec.NodeSpec;
import io.vrrplab.scenario.spec.RouterSpec;
import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.scenario.spec.SnoopingSpec;
import io.vrrplab.scenario.spec.SnoopingSpec.Querier;
import io.vrrplab.scenario.spec.SourceGuard;
import io.vrrplab.scenario.spec.SyncGroupSpec;
import io.vrrplab.scenario.spec.TimelineEvent;
import io.vrrplab.scenario.spec.TrafficSpec;
import io.vrrplab.scenario.spec.VirtualAddress;
import io.vrrplab.scenario.spec.VrrpSpec;
import io.vrrplab.sim.Simulation;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import java.util.Objects;

/** Builds the virtual world of a scenario in which nothing is left to chance any more. */
final class LabBuilder {

  private static final long NANOS_PER_CENTISECOND = 10_000_000;

  private final Scenario scenario;
  private final Lab lab;

  private LabBuilder(Scenario scenario, Lab lab) {
    this.scenario = scenario;
    this.lab = lab;
  }

  /** The world of a scenario, ready to be started. */
  static Lab build(Scenario scenario, Simulation simulation) {
    LabBuilder builder = new LabBuilder(scenario, new Lab(simulation));
    scenario.segments().forEach(builder::addSegment);
    scenario.nodes().forEach(builder::addNode);
    scenario.routers().forEach(builder::addRouter);
    scenario.hosts().forEach(builder::addHost);
    scenario.segments().forEach(builder::guardSources);
    scenario.segments().forEach(builder::addQuerier);
    builder.addMesh();
    scenario.traffic().forEach(builder::addTraffic);
    return builder.lab;
  }

  private void addSegment(SegmentSpec spec) {
    LinkProperties links =
        new LinkProperties(
            spec.latencyNanos(),
            spec.jitterNanos(),
            spec.bandwidthBitsPerSecond(),
            spec.lossFraction());
    lab.addSegment(
        new SegmentConfig(
            spec.name(),
            links,
            spec.macAgingNanos(),
            spec.forwardDelayNanos(),
            spec.snooping() == null ? null : snooping(spec.snooping())));
  }

  private static Snooping snooping(SnoopingSpec spec) {
    return new Snooping(
        spec.querier() instanceof Querier.TheSwitch,
        spec.floodsUnknown(),
        spec.prunesLocal(),
        spec.timeoutNanos());
  }

  private void addQuerier(SegmentSpec spec) {
    SnoopingSpec snooping = spec.snooping();
    if (snooping != null && snooping.querier() instanceof Querier.Device(String name)) {
      lab.segment(spec.name()).queryFrom(lab.machine(name));
    }
  }

  /**
   * A node on one segment has nowhere to forward to, and Linux forwards nothing unless it is told
   * to: a packet for a virtual address that has left it is dropped, not sent on to the new Master.
   */
  private void addNode(NodeSpec spec) {
    Machine machine =
        spec.interfaces().size() > 1 ? lab.addRouter(spec.name()) : lab.addHost(spec.name());
    machine.redirects(spec.redirects());
    machine.reportLocalGroups(spec.localIgmp());
    spec.interfaces().forEach(each -> connect(machine, each));
    // One may track the interface of another, and that may be missing.
    spec.vrrp().forEach(vrrp -> findInterfaces(machine, vrrp));
    for (VrrpSpec vrrp : spec.vrrp()) {
      NetworkInterface on = interfaceOf(machine, vrrp);
      VirtualRouter router = lab.addVirtualRouter(machine, on, config(on, vrrp));
      vrrp.settings().tracks().forEach(track -> daemon(machine).track(router, track.settled()));
    }
    if (!spec.vrrp().isEmpty()) {
      daemon(machine).delayStartup(spec.startupDelayNanos(), spec.bootDelayNanos());
      spec.linkSenses().forEach(sense -> sense(machine, sense));
      spec.groups().forEach(group -> group(machine, group));
      spec.sharedPaces().forEach(segments -> sharePace(machine, segments));
    }
    for (TimelineEvent event : scenario.timeline()) {
      if (event.fault() instanceof DaemonFault.NewConfiguration read
          && read.node().equals(spec.name())) {
        read.vrrp().forEach(vrrp -> addLater(machine, vrrp));
      }
    }
  }

  private static void sharePace(Machine machine, List<String> segments) {
    NetworkInterface first = interfaceTo(machine, segments.getFirst());
    segments.forEach(segment -> interfaceTo(machine, segment).paceWith(first));
  }

  /** A virtual router that only a later configuration has. */
  private void addLater(Machine machine, VrrpSpec vrrp) {
    findInterfaces(machine, vrrp);
    NetworkInterface on = interfaceOf(machine, vrrp);
    VirtualRouterConfig config = config(on, vrrp);
    boolean known =
        machine.virtualRouters().stream()
            .anyMatch(router -> router.on() == on && router.isMeantBy(config));
    if (!known) {
      VirtualRouter router = lab.addVirtualRouter(machine, on, config);
      daemon(machine).leaveOut(router);
    }
  }

  private static VrrpDaemon daemon(Machine machine) {
    return Objects.requireNonNull(machine.daemon(), machine.name());
  }

  private static void sense(Machine machine, LinkSenseSpec spec) {
    for (NetworkInterface on : machine.interfaces()) {
      if (on.segment().name().equals(spec.segment())) {
        switch (spec) {
          case LinkSenseSpec.WaitedOut(_, long downNanos, long upNanos) ->
              on.link().waitOut(daemon(machine), downNanos, upNanos);
          case LinkSenseSpec.Polled _ -> on.link().poll(daemon(machine));
        }
      }
    }
  }

  private static void group(Machine machine, SyncGroupSpec spec) {
    List<VirtualRouter> members =
        machine.virtualRouters().stream()
            .filter(router -> spec.vrids().contains(router.config().virtualRouterId()))
            .toList();
    daemon(machine).group(members, spec.countsWeights());
  }

  static VirtualRouterConfig config(NetworkInterface on, VrrpSpec vrrp) {
    List<IpAddress> addresses =
        vrrp.virtualAddresses().stream().map(VirtualAddress::address).toList();
    return new VirtualRouterConfig(
        vrrp.vrid(),
        vrrp.version(),
        vrrp.priorityValue(),
        (int) (vrrp.intervalNanos() / NANOS_PER_CENTISECOND),
        addresses,
        vrrp.preempt(),
        vrrp.accept(),
        primaryAddress(on, vrrp.ipv6() ? AddressFamily.IPV6 : AddressFamily.IPV4),
        vrrp.settings().authentication(),
        vrrp.settings().profile(),
        vrrp.settings().options());
  }

  /** What adverts are sent from: link-local in IPv6 (RFC 9568 5.1.2.1). */
  private static IpAddress primaryAddress(NetworkInterface on, AddressFamily family) {
    IpAddress own = on.sourceFor(family.group());
    if (own == null) {
      throw new IllegalArgumentException(on.port().name() + " has no address of " + family);
    }
    return own;
  }

  private void addRouter(RouterSpec spec) {
    Machine machine = lab.addRouter(spec.name());
    spec.interfaces().forEach(each -> connect(machine, each));
    for (RouterSpec.Translation translation : spec.translations()) {
      machine.translate(translation.publicAddress(), translation.inner());
    }
  }

  private void addHost(HostSpec spec) {
    Machine machine = lab.addHost(spec.name());
    spec.interfaces().forEach(each -> connect(machine, each));
    spec.gateways().forEach(gateway -> lab.setGateway(machine, gateway));
  }

  private void guardSources(SegmentSpec spec) {
    SourceGuard guard = spec.sourceGuard();
    if (guard == null) {
      return;
    }
    Segment segment = lab.segment(spec.name());
    for (Machine machine : segment.machines()) {
      if (scenario.routers().stream().noneMatch(router -> router.name().equals(machine.name()))) {
        List<Subnet> allowed =
            guard.allowedTo(machine.name()).stream()
                .map(subnet -> new Subnet(subnet.network(), subnet.prefixLength()))
                .toList();
        segment.guardSources(machine, allowed);
      }
    }
  }

  private void addMesh() {
    MeshSpec mesh = scenario.mesh();
    if (mesh != null) {
      lab.addMesh(
          new RoutingMesh(
              mesh.nodes().stream().map(lab::machine).toList(),
              mesh.tasks().stream().map(lab::machine).toList(),
              mesh.ports(),
              mesh.deadAfterNanos()));
    }
  }

  private void connect(Machine machine, InterfaceSpec spec) {
    Segment segment = lab.segment(spec.segment());
    List<Subnet> own =
        spec.addresses().stream()
            .map(address -> new Subnet(address, prefixLength(spec.segment(), address)))
            .toList();
    Subnet[] more = own.subList(1, own.size()).toArray(Subnet[]::new);
    lab.connect(machine, segment, own.getFirst(), more);
  }

  private int prefixLength(String segment, IpAddress address) {
    return scenario.segments().stream()
        .filter(spec -> spec.name().equals(segment))
        .flatMap(spec -> spec.subnetOf(address).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(address + " is not on-link"))
        .prefixLength();
  }

  private void addTraffic(TrafficSpec spec) {
    TrafficSpec.Flow flow = spec.flow();
    Flow.Kind kind =
        switch (spec) {
          case TrafficSpec.Ping _ -> Flow.Kind.PING;
          case TrafficSpec.Udp _ -> Flow.Kind.UDP;
        };
    Integer port =
        switch (spec) {
          case TrafficSpec.Ping _ -> null;
          case TrafficSpec.Udp udp -> udp.port();
        };
    Long count = flow.packets();
    lab.addFlow(
        lab.machine(flow.from()),
        new Flow.Config(
            kind,
            flow.to(),
            flow.everyNanos(),
            flow.sizeBytes(),
            flow.startNanos(),
            count == null ? Integer.MAX_VALUE : Math.toIntExact(count),
            port));
  }

  /** Where a virtual router runs, which may be an interface that the machine lacks. */
  static NetworkInterface interfaceOf(Machine machine, VrrpSpec vrrp) {
    return interfaceTo(machine, vrrp.segment());
  }

  private static NetworkInterface interfaceTo(Machine machine, String segment) {
    return machine.interfaces().stream()
        .filter(on -> on.segment().name().equals(segment))
        .findFirst()
        .orElseGet(() -> machine.missingInterface(segment));
  }

  /** Those of its adverts and of its addresses. */
  private static void findInterfaces(Machine machine, VrrpSpec vrrp) {
    interfaceTo(machine, vrrp.segment());
    vrrp.settings().spots().values().forEach(spot -> interfaceTo(machine, spot.link()));
  }
}
