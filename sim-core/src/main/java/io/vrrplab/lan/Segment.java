package io.vrrplab.lan;

import io.vrrplab.sim.EventHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * A broadcast domain: one switch that learns MACs, with a cable to each machine and probe. A
 * partition splits the switch into zones that do not hear each other.
 */
public final class Segment implements Station {

  private final Lab lab;
  private final SegmentConfig config;

  /** One table a zone: the parts of a split network learn apart. */
  private final List<ForwardingTable> tables = new ArrayList<>(1);

  private final List<Outlet> outlets = new ArrayList<>();

  /** A port of the switch, and what is at the other end of its cable. */
  private static final class Outlet {
    final Port port;
    final Station station;
    int zone;

    Outlet(Port port, Station station) {
      this.port = port;
      this.station = station;
    }
  }

  Segment(Lab lab, SegmentConfig config) {
    this.lab = lab;
    this.config = config;
    tables.add(new ForwardingTable(config.macAgingNanos()));
  }

  @Override
  public String name() {
    return config.name();
  }

  /** Runs a cable to the port of a machine or a probe. */
  Cable connect(Station station, Port stationPort) {
    Port port = new Port(lab, this, config.name() + ":" + station.name(), outlets.size());
    Outlet outlet = new Outlet(port, station);
    outlets.add(outlet);
    return new Cable(lab, station.name(), stationPort, port, config.links());
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

  /** The zone of a partition in which a machine is; 0 for all while there is none. */
  int zoneOf(Machine machine) {
    for (Outlet outlet : outlets) {
      if (outlet.station == machine) {
        return outlet.zone;
      }
    }
    throw new IllegalArgumentException(machine.name() + " is not on " + name());
  }

  @Override
  public void receive(Port port, Transmission transmission) {
    long now = lab.simulation().nowNanos();
    Outlet from = outlets.get(port.index());
    ForwardingTable table = tables.get(from.zone);
    table.learn(transmission.frame().sourceBits(), port, now);
    long destination = transmission.frame().destinationBits();
    Port learnt = isGroup(destination) ? null : table.lookUp(destination, now);
    if (learnt == null) {
      flood(from, transmission);
    } else if (learnt != port) {
      send(from, outlets.get(learnt.index()), transmission);
    }
  }

  private static boolean isGroup(long mac) {
    return (mac & 0x0100_0000_0000L) != 0;
  }

  /** Copies go out of all ports at once, and those that take equally long arrive as one volley. */
  private void flood(Outlet from, Transmission transmission) {
    List<EventHandler<Transmission>> volley = List.of();
    long volleyNanos = Lane.LOST;
    for (int i = 0; i < outlets.size(); i++) {
      Outlet to = outlets.get(i);
      Lane lane = to == from || isCutOff(from, to, transmission) ? null : to.port.wayOut();
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

  /** Whether a partition stands between two ports; then whoever is out there does not hear it. */
  private boolean isCutOff(Outlet from, Outlet to, Transmission transmission) {
    if (from.zone == to.zone) {
      return false;
    }
    if (to.port.hasCarrier()) {
      lab.lost(transmission, to.station.name(), LossCause.PARTITION);
    }
    return true;
  }

  @Override
  public void carrierChanged(Port port) {
    if (!port.hasCarrier()) {
      tables.forEach(table -> table.forget(port));
    }
  }
}
