package io.vrrplab.measure;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.fault.FaultInjector;
import io.vrrplab.lan.Flow;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LinkProperties;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.NetworkInterface;
import io.vrrplab.lan.Segment;
import io.vrrplab.lan.SegmentConfig;
import io.vrrplab.lan.Subnet;
import io.vrrplab.sim.Limits;
import io.vrrplab.sim.Simulation;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import java.util.List;

/** A segment with nodes m1, m2, … at 192.0.2.11, .12, … and a client at .100, for tests. */
final class Cluster {

  static final long MICROSECOND = 1_000;
  static final long MILLISECOND = 1_000_000;
  static final long SECOND = 1_000_000_000;
  static final int VRID = 41;
  static final Ipv4Address VIP = Ipv4Address.parse("192.0.2.50");

  final Lab lab;
  final MastershipMeter mastership;
  final FailoverMeter failovers;
  final TrafficMeter traffic;
  final AdvertMeter adverts;
  private final FaultInjector injector;

  private Cluster(Lab lab) {
    this.lab = lab;
    mastership = new MastershipMeter(lab);
    failovers = new FailoverMeter(lab);
    traffic = new TrafficMeter(lab);
    adverts = new AdvertMeter(lab);
    injector = new FaultInjector(lab);
  }

  /** Nodes of these priorities with one second between adverts, and a client with a flow. */
  static Cluster of(
      long seed, Profile profile, LinkProperties links, Flow.Config flow, int... priorities) {
    Lab lab = new Lab(new Simulation(seed, Limits.DEFAULT));
    Segment lan =
        lab.addSegment(new SegmentConfig("lan", links, SegmentConfig.DEFAULT_MAC_AGING_NANOS));
    for (int i = 0; i < priorities.length; i++) {
      IpAddress address = Ipv4Address.parse("192.0.2." + (11 + i));
      Machine node = lab.addHost("m" + (i + 1));
      NetworkInterface on = lab.connect(node, lan, new Subnet(address, 24));
      lab.addVirtualRouter(
          node,
          on,
          VirtualRouterConfig.ofDefaults(
                  profile, profile.lowestVersion(), VRID, address, List.of(VIP))
              .withAccept(true)
              .withPriority(priorities[i]));
    }
    Machine client = lab.addHost("client");
    lab.connect(client, lan, new Subnet(Ipv4Address.parse("192.0.2.100"), 24));
    lab.addFlow(client, flow);
    return new Cluster(lab);
  }

  /** A world whose nodes and flows are there already. */
  static Cluster of(World world) {
    return new Cluster(world.lab);
  }

  /** Version 2 on default links, pinged once a second. */
  static Cluster of(int... priorities) {
    return of(1, Profile.RFC3768, LinkProperties.DEFAULT, pings(SECOND), priorities);
  }

  static Flow.Config pings(long intervalNanos) {
    return new Flow.Config(Flow.Kind.PING, VIP, intervalNanos, 56, null, Integer.MAX_VALUE);
  }

  Cluster at(long nanos, Fault fault) {
    injector.schedule(nanos, fault);
    return this;
  }

  Cluster runFor(long nanos) {
    lab.start();
    lab.simulation().runUntil(nanos);
    return this;
  }

  MastershipReport mastership() {
    return mastership.report().getFirst();
  }

  List<FailoverReport> failovers() {
    return failovers.report(traffic.report());
  }

  TrafficReport traffic() {
    return traffic.report().getFirst();
  }
}
