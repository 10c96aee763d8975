package io.vrrplab;

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
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.sim.Limits;
import io.vrrplab.sim.Simulation;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A lab for tests, built in a few words and taped. What a test does not say is the default: seed 1,
 * the segment {@code lan} with a latency of 50 µs, prefixes of 24 bits, VRID 41 at 192.0.2.50.
 */
public final class World {

  public static final long MICROSECOND = 1_000;
  public static final long MILLISECOND = 1_000_000;
  public static final long SECOND = 1_000_000_000;

  /** What one cable takes; from machine to machine it is two of them. */
  public static final long HOP = 50 * MICROSECOND;

  public static final int VRID = 41;
  public static final IpAddress VIP = IpAddress.parse("192.0.2.50");

  private static final int PREFIX_LENGTH = 24;
  private static final String LAN = "lan";

  public final Lab lab;
  public final Tape tape;
  private final FaultInjector injector;
  private boolean started;

  private World(Simulation simulation) {
    lab = new Lab(simulation);
    tape = new Tape(lab);
    injector = new FaultInjector(lab);
  }

  /** An empty world. */
  public static World empty(long seed, Limits limits) {
    return new World(new Simulation(seed, limits));
  }

  /** A world with the segment {@code lan}. */
  public static World of(long seed, LinkProperties links) {
    World world = empty(seed, Limits.DEFAULT);
    world.segment(LAN, links);
    return world;
  }

  /** A world with the segment {@code lan} of quiet cables. */
  public static World of() {
    return of(1, LinkProperties.DEFAULT);
  }

  public Segment segment(String name, LinkProperties links) {
    return lab.addSegment(new SegmentConfig(name, links, SegmentConfig.DEFAULT_MAC_AGING_NANOS));
  }

  public Segment segment(String name) {
    return segment(name, LinkProperties.DEFAULT);
  }

  /** A host on the segment {@code lan}. */
  public Machine host(String name, String address) {
    return host(name, LAN, address);
  }

  public Machine host(String name, String segment, String address) {
    Machine host = lab.addHost(name);
    connect(host, segment, address);
    return host;
  }

  /** A router without interfaces; {@link #connect} gives it some. */
  public Machine router(String name) {
    return lab.addRouter(name);
  }

  public NetworkInterface connect(Machine machine, String segment, String address) {
    return lab.connect(
        machine, lab.segment(segment), new Subnet(IpAddress.parse(address), PREFIX_LENGTH));
  }

  /** A node on the segment {@code lan}: version 2, takes what is sent to the virtual address. */
  public Machine node(String name, String address, int priority) {
    Machine node = host(name, address);
    serve(node, v2(address).withPriority(priority));
    return node;
  }

  /** A node on the segment {@code lan} as keepalived has it: version 2, answers for the address. */
  public VirtualRouter keepalived(
      String name, String address, int priority, UnaryOperator<VirtualRouterConfig> change) {
    Machine node = host(name, address);
    VirtualRouterConfig config =
        VirtualRouterConfig.ofDefaults(
                Profile.KEEPALIVED, 2, VRID, IpAddress.parse(address), List.of(VIP))
            .withAccept(true)
            .withPriority(priority);
    return lab.addVirtualRouter(node, node.interfaces().getFirst(), change.apply(config));
  }

  public VirtualRouter keepalived(String name, String address, int priority) {
    return keepalived(name, address, priority, UnaryOperator.identity());
  }

  /** Makes a machine serve a virtual router on its first interface. */
  public void serve(Machine node, VirtualRouterConfig config) {
    lab.addVirtualRouter(node, node.interfaces().getFirst(), config);
  }

  /** The virtual router of a node by RFC 3768, which here takes what is sent to its address. */
  public static VirtualRouterConfig v2(String primaryAddress) {
    return VirtualRouterConfig.ofDefaults(
            Profile.RFC3768, 2, VRID, IpAddress.parse(primaryAddress), List.of(VIP))
        .withAccept(true);
  }

  /** Pings of 56 octets from the start of the run on. */
  public Flow ping(Machine from, String to, long everyNanos) {
    return ping(from, to, everyNanos, 0);
  }

  public Flow ping(Machine from, String to, long everyNanos, long startNanos) {
    return lab.addFlow(
        from,
        new Flow.Config(
            Flow.Kind.PING, IpAddress.parse(to), everyNanos, 56, startNanos, Integer.MAX_VALUE));
  }

  /** Datagrams from the start of the run on. */
  public Flow udp(Machine from, String to, long everyNanos, int payloadBytes, int count) {
    return lab.addFlow(
        from,
        new Flow.Config(Flow.Kind.UDP, IpAddress.parse(to), everyNanos, payloadBytes, 0L, count));
  }

  /** Requests to a UDP service from the start of the run on. */
  public Flow request(Machine from, String to, int port, long everyNanos) {
    return lab.addFlow(
        from,
        new Flow.Config(
            Flow.Kind.UDP, IpAddress.parse(to), everyNanos, 64, 0L, Integer.MAX_VALUE, port));
  }

  public World at(long nanos, Fault fault) {
    injector.schedule(nanos, fault);
    return this;
  }

  public World at(long nanos, Runnable action) {
    lab.simulation().at(nanos, action);
    return this;
  }

  /** Runs up to and including a time; the first call starts the lab. */
  public World runUntil(long nanos) {
    if (!started) {
      started = true;
      lab.start();
    }
    lab.simulation().runUntil(nanos);
    return this;
  }

  public Segment lan() {
    return lab.segment(LAN);
  }

  /** The interface of a machine on the segment {@code lan}. */
  public NetworkInterface card(String machine) {
    return Objects.requireNonNull(lab.machine(machine).interfaceOn(lan()), machine);
  }
}
