package io.vrrplab.lan;

import io.vrrplab.sim.Simulation;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpEngine;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.vrrp.VrrpStateMachine;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.UdpPacket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A virtual network: build it piece by piece, {@link #start} it, and run its simulation.
 *
 * <p>Names are unique over all machines and probes, and over all segments.
 */
public final class Lab {

  private final Simulation simulation;
  private final SequencedMap<String, Segment> segments = new LinkedHashMap<>();
  private final SequencedSet<MacAddress> macs = new LinkedHashSet<>();
  private final SequencedMap<String, Machine> machines = new LinkedHashMap<>();
  private final SequencedMap<String, Segment> probes = new LinkedHashMap<>();
  private final List<Flow> flows = new ArrayList<>();
  private final Audience audience = new Audience();
  private final Hearing hearing = new Hearing();
  private long transmissions;
  private int virtualRouters;

  /** An empty lab in a world. */
  public Lab(Simulation simulation) {
    this.simulation = simulation;
  }

  public Simulation simulation() {
    return simulation;
  }

  /** Adds somebody who watches; listeners are told in the order in which they came. */
  public void listen(LabListener listener) {
    audience.add(listener);
  }

  /** Adds a broadcast domain. */
  public Segment addSegment(SegmentConfig config) {
    Segment segment = new Segment(this, config);
    unique(segments.putIfAbsent(config.name(), segment), config.name());
    return segment;
  }

  /** Adds a machine that sends and answers, and forwards nothing. */
  public Machine addHost(String name) {
    return addMachine(new Machine(this, name, false));
  }

  /** Adds a machine that also forwards from one of its interfaces to another. */
  public Machine addRouter(String name) {
    return addMachine(new Machine(this, name, true));
  }

  private Machine addMachine(Machine machine) {
    unique(probes.get(machine.name()), machine.name());
    unique(machines.putIfAbsent(machine.name(), machine), machine.name());
    return machine;
  }

  private static void unique(@Nullable Object before, String name) {
    if (before != null) {
      throw new IllegalArgumentException("the name is taken: " + name);
    }
  }

  /**
   * Gives a machine a card on a segment, and a cable to it.
   *
   * @param primary the address from which the card sends on its own behalf, with its subnet
   * @param more further addresses; a card with IPv6 that is given no link-local address makes its
   *     own
   */
  public NetworkInterface connect(
      Machine machine, Segment segment, Subnet primary, Subnet... more) {
    List<Subnet> own = Stream.concat(Stream.of(primary), Stream.of(more)).toList();
    return machine.addInterface(segment, own);
  }

  /** Adds a port that sends whatever it is given and records what it hears. */
  public Probe addProbe(String name, Segment segment) {
    unique(machines.get(name), name);
    unique(probes.putIfAbsent(name, segment), name);
    return new Probe(this, name, segment);
  }

  /** Makes a machine a node of a virtual router, or of one more. */
  public VirtualRouter addVirtualRouter(
      Machine machine, NetworkInterface on, VirtualRouterConfig config) {
    return addVirtualRouter(machine, on, config, VrrpStateMachine::new);
  }

  /**
   * The same for a node that decides in its own way, instead of the RFCs' state machine.
   *
   * @param engines makes an engine for the configuration, and for each that replaces it
   */
  public VirtualRouter addVirtualRouter(
      Machine machine,
      NetworkInterface on,
      VirtualRouterConfig config,
      Function<VirtualRouterConfig, VrrpEngine> engines) {
    VrrpDaemon daemon = machine.daemon();
    if (daemon == null) {
      daemon = new VrrpDaemon(this, machine);
      machine.install(daemon);
    }
    return daemon.add(on, config, engines);
  }

  /**
   * Makes machines the nodes of a routing mesh.
   *
   * @throws IllegalArgumentException if one of them is in a mesh already, or has no IPv4 address
   */
  public void addMesh(RoutingMesh mesh) {
    for (Machine machine : mesh.nodes()) {
      MeshNode node = new MeshNode(this, machine, mesh);
      machine.join(node);
      simulation.at(simulation.nowNanos(), node::start);
    }
  }

  /** Adds a flow from a host; it starts by itself when the lab does. */
  public Flow addFlow(Machine sender, Flow.Config config) {
    Flow flow = new Flow(this, sender, flows.size(), config);
    flows.add(flow);
    return flow;
  }

  /**
   * Sends what is for no network of a machine by way of a gateway. A machine that has one looks for
   * no other ways in that family.
   */
  public void setGateway(Machine machine, IpAddress gateway) {
    for (NetworkInterface each : machine.interfaces()) {
      if (each.isOnLink(gateway)) {
        machine.ip().routes().addVia(new Subnet(gateway, 0), gateway, each);
        return;
      }
    }
    throw new IllegalArgumentException(machine.name() + " has no network with " + gateway);
  }

  /** Finds each machine its ways to the other segments, starts the daemons and the flows. */
  public void start() {
    if (segments.size() > 1) { // a campaign builds the usual small world a million times
      Wayfinder.addRoutes(this);
    }
    machines.values().forEach(machine -> machine.interfaces().forEach(NetworkInterface::comeUp));
    segments.values().forEach(Segment::start);
    for (Machine machine : machines.values()) {
      VrrpDaemon daemon = machine.daemon();
      if (daemon != null) {
        simulation.at(simulation.nowNanos(), daemon::start);
      }
    }
    for (Flow flow : flows) {
      Long start = flow.config().startNanos();
      if (start != null) {
        flow.startAt(start);
      } else if (!isVirtual(flow.config().destination())) {
        flow.start(simulation.nowNanos());
      }
    }
  }

  private boolean isVirtual(IpAddress address) {
    for (Machine machine : machines.values()) {
      for (VirtualRouter router : machine.virtualRouters()) {
        if (router.config().heldAddresses().contains(address)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Who is connected to whom now. */
  public Topology topology() {
    return Topology.of(this);
  }

  public List<Segment> segments() {
    return List.copyOf(segments.values());
  }

  public List<Machine> machines() {
    return List.copyOf(machines.values());
  }

  public List<Flow> flows() {
    return List.copyOf(flows);
  }

  /**
   * The segment of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Segment segment(String name) {
    Segment segment = segments.get(name);
    if (segment == null) {
      throw new IllegalArgumentException("no segment " + name);
    }
    return segment;
  }

  /**
   * The machine of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Machine machine(String name) {
    Machine machine = machines.get(name);
    if (machine == null) {
      throw new IllegalArgumentException("no machine " + name);
    }
    return machine;
  }

  /** Tells the listeners that a fault is about to strike. */
  public void announceFault(FaultNotice fault) {
    audience.faultStrikes(fault);
  }

  /** A MAC for a new card: the one wished for, or one like it that nobody has. */
  MacAddress assignMac(MacAddress wished) {
    MacAddress free = wished;
    while (!macs.add(free)) {
      free = new MacAddress(free.bits() + 0x0001_0000_0000L);
    }
    return free;
  }

  /** Those who watch, for whoever has something to tell them. */
  LabListener audience() {
    return audience;
  }

  /** What is being heard right now. */
  Hearing hearing() {
    return hearing;
  }

  int numberVirtualRouter() {
    return virtualRouters++;
  }

  Transmission newTransmission(Port origin, Frame frame) {
    Transmission transmission = new Transmission(transmissions++, origin, frame);
    audience.transmitted(transmission);
    return transmission;
  }

  void lost(Transmission transmission, String towards, LossCause cause) {
    audience.lost(transmission, towards, cause);
  }

  void stateChanged(VirtualRouter router, VrrpState before, VrrpState after, String why) {
    audience.stateChanged(router, before, after, why);
    if (router.isMaster()) {
      for (Flow flow : flows) {
        if (!flow.isStarted()
            && router.config().heldAddresses().contains(flow.config().destination())) {
          flow.start(simulation.nowNanos());
        }
      }
    }
  }

  void echoed(int flow, int lowSequence, int hopLimit) {
    if (flow < flows.size()) {
      flows.get(flow).echoed(lowSequence, hopLimit);
    }
  }

  /** The flow that a datagram says it belongs to; null if there is none such. */
  @Nullable Flow flowOf(UdpPacket datagram) {
    int index = datagram.data().length() < Flow.LABEL_OCTETS ? -1 : datagram.data().intAt(0);
    return index >= 0 && index < flows.size() ? flows.get(index) : null;
  }
}
