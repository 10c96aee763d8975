package io.vrrplab.lan;

import io.vrrplab.sim.Simulation;
import io.vrrplab.vrrp.Advert;
import io.vrrplab.vrrp.RejectReason;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A virtual network: build it piece by piece, {@link #start} it, and run its simulation.
 *
 * <p>Names are unique over all machines, and over all segments.
 */
public final class Lab {

  private final Simulation simulation;
  private final SequencedMap<String, Segment> segments = new LinkedHashMap<>();
  private final SequencedMap<Segment, Subnet> subnets = new LinkedHashMap<>();
  private final SequencedMap<String, Machine> machines = new LinkedHashMap<>();
  private final List<Flow> flows = new ArrayList<>();
  private LabListener[] listeners = new LabListener[0];
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
    LabListener[] more = Arrays.copyOf(listeners, listeners.length + 1);
    more[listeners.length] = listener;
    listeners = more;
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
    unique(machines.putIfAbsent(machine.name(), machine), machine.name());
    return machine;
  }

  private static void unique(@Nullable Object before, String name) {
    if (before != null) {
      throw new IllegalArgumentException("the name is taken: " + name);
    }
  }

  /** Gives a machine an address on a segment, and a cable to it. */
  public NetworkInterface connect(Machine machine, Segment segment, Subnet primary) {
    subnets.putIfAbsent(segment, primary);
    return machine.addInterface(segment, primary);
  }

  /** Makes a machine a node of a virtual router, or of one more. */
  public VirtualRouter addVirtualRouter(
      Machine machine, NetworkInterface on, VirtualRouterConfig config) {
    VrrpDaemon daemon = machine.daemon();
    if (daemon == null) {
      daemon = new VrrpDaemon(this, machine);
      machine.install(daemon);
    }
    return daemon.add(on, config);
  }

  /** Adds a flow from a host; it starts by itself when the lab does. */
  public Flow addFlow(Machine sender, Flow.Config config) {
    Flow flow = new Flow(this, sender, flows.size(), config);
    flows.add(flow);
    return flow;
  }

  /** Sends what is for no other network of a machine by way of a gateway. */
  public void setGateway(Machine machine, IpAddress gateway) {
    for (NetworkInterface each : machine.interfaces()) {
      if (each.primary().contains(gateway)) {
        machine.routes().addVia(new Subnet(gateway, 0), gateway, each);
        return;
      }
    }
    throw new IllegalArgumentException(machine.name() + " has no network with " + gateway);
  }

  /** Finds each machine its ways to the other segments, starts the daemons and the flows. */
  public void start() {
    addRoutes();
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

  private void addRoutes() {
    Topology topology = topology();
    for (Machine machine : machines.values()) {
      for (Segment segment : segments.values()) {
        Subnet subnet = subnets.get(segment);
        List<Machine> routers = topology.routersTo(machine, segment);
        if (subnet != null && !routers.isEmpty()) {
          addRoute(machine, subnet, routers.getFirst());
        }
      }
    }
  }

  private static void addRoute(Machine machine, Subnet subnet, Machine router) {
    for (NetworkInterface own : machine.interfaces()) {
      NetworkInterface theirs = router.interfaceOn(own.segment());
      if (theirs != null) {
        machine.routes().addVia(subnet, theirs.primary().address(), own);
        return;
      }
    }
  }

  private boolean isVirtual(IpAddress address) {
    return machines.values().stream()
        .flatMap(machine -> machine.virtualRouters().stream())
        .anyMatch(router -> router.config().addresses().contains(address));
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
    for (LabListener listener : listeners) {
      listener.faultStrikes(fault);
    }
  }

  int numberVirtualRouter() {
    return virtualRouters++;
  }

  Transmission newTransmission(Port origin, Frame frame) {
    Transmission transmission = new Transmission(transmissions++, origin, frame);
    for (LabListener listener : listeners) {
      listener.transmitted(transmission);
    }
    return transmission;
  }

  void lost(Transmission transmission, String towards, LossCause cause) {
    for (LabListener listener : listeners) {
      listener.lost(transmission, towards, cause);
    }
  }

  void stateChanged(VirtualRouter router, VrrpState before, VrrpState after, String why) {
    for (LabListener listener : listeners) {
      listener.stateChanged(router, before, after, why);
    }
    if (router.isMaster()) {
      for (Flow flow : flows) {
        if (!flow.isStarted()
            && router.config().addresses().contains(flow.config().destination())) {
          flow.start(simulation.nowNanos());
        }
      }
    }
  }

  void advertSent(VirtualRouter router, int priority) {
    for (LabListener listener : listeners) {
      listener.advertSent(router, priority);
    }
  }

  void advertReceived(VirtualRouter router, Advert advert) {
    for (LabListener listener : listeners) {
      listener.advertReceived(router, advert);
    }
  }

  void advertTolerated(VirtualRouter router, RejectReason irregularity) {
    for (LabListener listener : listeners) {
      listener.advertTolerated(router, irregularity);
    }
  }

  void advertRejected(Machine node, RejectReason reason) {
    for (LabListener listener : listeners) {
      listener.advertRejected(node, reason);
    }
  }

  void probeSent(Flow flow, int sequence) {
    for (LabListener listener : listeners) {
      listener.probeSent(flow, sequence);
    }
  }

  void probeArrived(Flow flow, int sequence) {
    for (LabListener listener : listeners) {
      listener.probeArrived(flow, sequence);
    }
  }

  void echoed(int flow, int lowSequence) {
    if (flow < flows.size()) {
      flows.get(flow).echoed(lowSequence);
    }
  }

  void delivered(int flow, int sequence) {
    if (flow >= 0 && flow < flows.size()) {
      flows.get(flow).arrived(sequence);
    }
  }
}
