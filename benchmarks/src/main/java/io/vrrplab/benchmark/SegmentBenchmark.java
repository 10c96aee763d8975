package io.vrrplab.benchmark;

import io.vrrplab.lan.Flow;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LinkProperties;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.NetworkInterface;
import io.vrrplab.lan.Segment;
import io.vrrplab.lan.SegmentConfig;
import io.vrrplab.lan.Subnet;
import io.vrrplab.measure.FailoverMeter;
import io.vrrplab.measure.MastershipMeter;
import io.vrrplab.measure.TrafficMeter;
import io.vrrplab.sim.Limits;
import io.vrrplab.sim.Simulation;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures simulated seconds per second of wall time: N routers on one switch, all of them in each
 * of V virtual routers, one Master for all, and a client that pings the first address every 10 ms.
 * It begins when the Master is elected, and nothing fails.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SegmentBenchmark {

  static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long ELECTED_NANOS = 5 * NANOS_PER_SECOND;
  private static final int PREFIX_LENGTH = 16;
  private static final Ipv4Address ROUTERS = Ipv4Address.parse("10.0.1.0");
  private static final Ipv4Address VIRTUAL = Ipv4Address.parse("10.0.100.0");

  @Param({"2x1", "10x10", "50x10", "200x1", "200x100"})
  String size = "";

  private Lab lab = new Lab(new Simulation(1, Limits.DEFAULT));

  @Setup
  public void elect() {
    String[] sides = size.split("x", 2);
    elect(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), NANOS_PER_SECOND / 100);
  }

  /** The same for a size that is not among the parameters. */
  void elect(int nodes, int virtualRouters, long pingEveryNanos) {
    lab = world(nodes, virtualRouters, pingEveryNanos);
  }

  /** A world whose Masters are elected. */
  static Lab world(int nodes, int virtualRouters, long pingEveryNanos) {
    Lab lab = new Lab(new Simulation(1, new Limits(Long.MAX_VALUE, Long.MAX_VALUE)));
    Segment lan =
        lab.addSegment(
            new SegmentConfig(
                "lan", LinkProperties.DEFAULT, SegmentConfig.DEFAULT_MAC_AGING_NANOS));
    for (int i = 1; i <= nodes; i++) {
      addRouter(lab, lan, i, virtualRouters);
    }
    Machine client = lab.addHost("client");
    lab.connect(client, lan, new Subnet(IpAddress.parse("10.0.0.9"), PREFIX_LENGTH));
    lab.addFlow(
        client,
        new Flow.Config(
            Flow.Kind.PING, address(VIRTUAL, 1), pingEveryNanos, 56, null, Integer.MAX_VALUE));
    new MastershipMeter(lab);
    new FailoverMeter(lab);
    new TrafficMeter(lab);
    lab.start();
    lab.simulation().runUntil(ELECTED_NANOS);
    return lab;
  }

  private static void addRouter(Lab lab, Segment lan, int number, int virtualRouters) {
    Machine router = lab.addHost("r" + number);
    IpAddress primary = address(ROUTERS, number);
    NetworkInterface on = lab.connect(router, lan, new Subnet(primary, PREFIX_LENGTH));
    for (int vrid = 1; vrid <= virtualRouters; vrid++) {
      List<IpAddress> addresses = List.of(address(VIRTUAL, vrid));
      lab.addVirtualRouter(
          router,
          on,
          VirtualRouterConfig.ofDefaults(Profile.RFC3768, 2, vrid, primary, addresses)
              .withAccept(true)
              .withPriority(Math.max(1, 201 - number)));
    }
  }

  private static IpAddress address(Ipv4Address base, int number) {
    return new Ipv4Address(base.bits() + number);
  }

  @Benchmark
  public long simulatedSecond() {
    lab.simulation().runUntil(lab.simulation().nowNanos() + NANOS_PER_SECOND);
    return lab.simulation().eventsExecuted();
  }
}
