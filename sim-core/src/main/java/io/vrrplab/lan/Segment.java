package io.vrrplab.lan;

import io.vrrplab.sim.EventHandler;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.MacAddress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast domain: one switch that learns MACs, with a cable to each machine and probe. A
 * partition splits the switch into zones that do not hear each other.
 */
public final class Segment implements Station {

  /** Of a switch that asks for listeners, or one like it. */
  private static final MacAddress SWITCH_MAC = new MacAddress(0x0200_0000_0000L);

  private final Lab lab;
  private final SegmentConfig config;

  /** One table a zone: the parts of a split network learn apart. */
  private final List<ForwardingTable> tables = new ArrayList<>(1);

  private final List<Outlet> outlets = new ArrayList<>();
  private final @Nullable GroupTable groups;
  private @Nullable Querier querier;

  Segment(Lab lab, SegmentConfig config) {
    this.lab = lab;
    this.config = config;
    tables.add(new ForwardingTable(config.macAgingNanos()));
    Snooping snooping = config.snooping();
    groups =
        snooping == null
            ? null
            : new GroupTable(lab.simulation(), snooping, this::listenerForgotten);
    if (snooping != null && snooping.asks()) {
      MacAddress mac = lab.assignMac(SWITCH_MAC);
      Port port = new Port(lab, this, config.name(), -1);
      querier = new Querier(lab.simulation(), new Querier.Voice.OfSwitch(this, port, mac));
    }
  }

  @Override
  public String name() {
    return config.name();
  }

  /** Runs a cable to the port of a machine or a probe. */
  Cable connect(Station station, Port stationPort) {
    Port port = new Port(lab, this, config.name() + ":" + station.name(), outlets.size());
    Outlet outlet = new Outlet(port, station);
    outlet.cameUp(lab.simulation().nowNanos(), config.forwardDelayNanos());
    outlets.add(outlet);
    return new Cable(lab, station.name(), stationPort, port, config.links());
  }

  /** Has a machine ask for listeners to groups, in place of whoever did so. */
  public void queryFrom(Machine machine) {
    NetworkInterface card = machine.interfaceOn(this);
    if (card == null) {
      throw new IllegalArgumentException(machine.name() + " is not on " + name());
    }
    querier = new Querier(lab.simulation(), new Querier.Voice.OfMachine(card));
  }

  /** The port from which the switch itself asks for listeners; null if it does not. */
  public @Nullable Port querierPort() {
    return querier == null ? null : querier.ownPort();
  }

  /** Has the querier begin, if there is one. */
  void start() {
    if (querier != null) {
      querier.start(config.forwardDelayNanos());
    }
  }

  /** The machines with a cable to this segment, in the order in which they were connected. */
  public List<Machine> machines() {
    return outlets.stream()
        .map(outlet -> outlet.station)
        .filter(Machine.class::isInstance)
        .map(Machine.class::cast)
        .toList();
  }

  /**
   * The networks of its machines, each once; link-local ones lead nowhere else and are left out.
   */
  List<Subnet> subnets() {
    List<Subnet> networks = new ArrayList<>();
    for (Machine machine : machines()) {
      NetworkInterface on = machine.interfaceOn(this);
      for (Subnet subnet : on == null ? List.<Subnet>of() : on.subnets()) {
        if (!subnet.address().isLinkLocal() && networks.stream().noneMatch(subnet::isSameNetwork)) {
          networks.add(subnet);
        }
      }
    }
    return networks;
  }

  /**
   * Splits the segment. A machine that no group names belongs to one more group with all others of
   * its kind; groups do not hear each other. A partition takes the place of an earlier one.
   */
  public void partition(List<List<String>> groups) {
    heal();
    for (int zone = 1; zone <= groups.size(); zone++) {
      tables.add(new ForwardingTable(config.macAgingNanos()));
    }
    for (Outlet outlet : outlets) {
      outlet.zone = groups.size();
      for (int zone = 0; zone < groups.size(); zone++) {
        if (groups.get(zone).contains(outlet.station.name())) {
          outlet.zone = zone;
        }
      }
    }
  }

  /** Ends whatever partition there is. */
  public void heal() {
    outlets.forEach(outlet -> outlet.zone = 0);
    while (tables.size() > 1) {
      tables.getFirst().merge(tables.removeLast());
    }
  }

  /**
   * Has the switch drop what a machine sends from addresses that are not its own; it knows those of
   * a card as they are now. A guard takes the place of an earlier one.
   *
   * @param allowed what the machine may use besides: each address of these networks
   */
  public void guardSources(Machine machine, List<Subnet> allowed) {
    NetworkInterface own = machine.interfaceOn(this);
    if (own == null) {
      throw new IllegalArgumentException(machine.name() + " is not on " + name());
    }
    outlet(machine).guard = new SourceGuard(own, allowed);
  }

  /** The zone of a partition in which a machine is; 0 for all while there is none. */
  int zoneOf(Machine machine) {
    return outlet(machine).zone;
  }

  private Outlet outlet(Machine machine) {
    for (Outlet outlet : outlets) {
      if (outlet.station == machine) {
        return outlet;
      }
    }
    throw new IllegalArgumentException(machine.name() + " is not on " + name());
  }

  @Override
  public void receive(Port port, Transmission transmission) {
    long now = lab.simulation().nowNanos();
    Outlet from = outlets.get(port.index());
    if (!from.forwards(lab)) {
      lab.lost(transmission, "the switch", LossCause.FORWARD_DELAY);
      return;
    }
    if (from.guard != null && from.guard.drops(transmission)) {
      lab.lost(transmission, "the switch", LossCause.SOURCE_GUARD);
      return;
    }
    ForwardingTable table = tables.get(from.zone);
    table.learn(transmission.frame().sourceBits(), port, now);
    long destination = transmission.frame().destinationBits();
    if (isGroup(destination)) {
      BitSet ways = groups == null ? null : groups.waysOf(transmission.frame(), port.index());
      flood(from, transmission, ways);
      return;
    }
    Port learnt = table.lookUp(destination, now);
    if (learnt == null) {
      flood(from, transmission, null);
    } else if (learnt != port) {
      send(from, outlets.get(learnt.index()), transmission);
    }
  }

  private static boolean isGroup(long mac) {
    return (mac & 0x0100_0000_0000L) != 0;
  }

  /** The switch itself says something, everywhere. */
  void say(Port own, Frame frame) {
    flood(null, lab.newTransmission(own, frame), null);
  }

  /**
   * Copies go out of all ports at once, and those that take equally long arrive as one volley.
   *
   * @param from where it came from; null if from the switch itself
   * @param ways the ports by which it leaves; null for all
   */
  private void flood(@Nullable Outlet from, Transmission transmission, @Nullable BitSet ways) {
    List<EventHandler<Transmission>> volley = List.of();
    long volleyNanos = Lane.LOST;
    for (int i = 0; i < outlets.size(); i++) {
      Outlet to = outlets.get(i);
      boolean stays = to == from || ways != null && !ways.get(i);
      Lane lane = stays || isCutOff(from, to, transmission) ? null : to.port.wayOut();
      long arrives = lane == null ? Lane.LOST : lane.depart(transmission);
      if (lane != null && arrives != Lane.LOST) {
        if (arrives != volleyNanos) {
          deliver(volleyNanos, volley, transmission);
          volley = new ArrayList<>(outlets.size() - i);
          volleyNanos = arrives;
        }
        volley.add(lane.arrival());
      }
    }
    deliver(volleyNanos, volley, transmission);
  }

  private void deliver(
      long atNanos, List<EventHandler<Transmission>> volley, Transmission transmission) {
    switch (volley.size()) {
      case 0 -> {}
      case 1 -> lab.simulation().at(atNanos, volley.getFirst(), transmission);
      default -> lab.simulation().atOnce(atNanos, volley, transmission);
    }
  }

  private void send(Outlet from, Outlet to, Transmission transmission) {
    Lane lane = isCutOff(from, to, transmission) ? null : to.port.wayOut();
    if (lane != null) {
      lane.carry(transmission);
    }
  }

  /**
   * Whether a partition stands between two ports, or the second does not forward yet; then whoever
   * is out there does not hear it.
   */
  private boolean isCutOff(@Nullable Outlet from, Outlet to, Transmission transmission) {
    boolean parted = from != null && from.zone != to.zone;
    if (!parted && to.forwards(lab)) {
      return false;
    }
    if (to.port.hasCarrier()) {
      LossCause cause = parted ? LossCause.PARTITION : LossCause.FORWARD_DELAY;
      lab.lost(transmission, to.station.name(), cause);
    }
    return true;
  }

  private void listenerForgotten(int port, IpAddress group) {
    if (outlets.get(port).station instanceof Machine machine) {
      lab.audience().listenerForgotten(this, machine, group);
    }
  }

  @Override
  public void carrierChanged(Port port) {
    if (port.hasCarrier()) {
      Outlet outlet = outlets.get(port.index());
      outlet.cameUp(lab.simulation().nowNanos(), config.forwardDelayNanos());
      if (querier != null) {
        querier.portCameUp(outlet.station, config.forwardDelayNanos());
      }
      return;
    }
    tables.forEach(table -> table.forget(port));
    if (groups != null) {
      groups.forget(port.index());
    }
  }
}
