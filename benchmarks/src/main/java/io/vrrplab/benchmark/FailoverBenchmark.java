package io.vrrplab.benchmark;

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
import io.vrrplab.measure.FailoverMeter;
import io.vrrplab.measure.FailoverReport;
import io.vrrplab.measure.TrafficMeter;
import io.vrrplab.sim.Limits;
import io.vrrplab.sim.Simulation;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures a whole run, from building the world to the meters' reports: two routers and a client
 * that pings their address, a crash of the Master at 5 s, the end at 15 s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FailoverBenchmark {

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long CRASH_NANOS = 5_000 * NANOS_PER_MILLI;
  private static final long END_NANOS = 15_000 * NANOS_PER_MILLI;
  private static final int PREFIX_LENGTH = 24;
  private static final IpAddress VIRTUAL_ADDRESS = IpAddress.parse("192.0.2.50");

  @Param({"10", "1000"})
  int pingEveryMillis;

  @Benchmark
  public List<FailoverReport> failover() {
    Lab lab = new Lab(new Simulation(1, Limits.DEFAULT));
    Segment lan =
        lab.addSegment(
            new SegmentConfig(
                "lan", LinkProperties.DEFAULT, SegmentConfig.DEFAULT_MAC_AGING_NANOS));
    addRouter(lab, lan, "m1", "192.0.2.11", 200);
    addRouter(lab, lan, "m2", "192.0.2.12", 100);
    Machine client = lab.addHost("client");
    lab.connect(client, lan, new Subnet(IpAddress.parse("192.0.2.100"), PREFIX_LENGTH));
    lab.addFlow(
        client,
        new Flow.Config(
            Flow.Kind.PING,
            VIRTUAL_ADDRESS,
            pingEveryMillis * NANOS_PER_MILLI,
            56,
            null,
            Integer.MAX_VALUE));
    FailoverMeter failovers = new FailoverMeter(lab);
    TrafficMeter traffic = new TrafficMeter(lab);
    new FaultInjector(lab).schedule(CRASH_NANOS, new Fault.Crash("m1"));
    lab.start();
    lab.simulation().runUntil(END_NANOS);
    return failovers.report(traffic.report());
  }

  private static void addRouter(Lab lab, Segment lan, String name, String address, int priority) {
    Machine router = lab.addHost(name);
    IpAddress primary = IpAddress.parse(address);
    NetworkInterface on = lab.connect(router, lan, new Subnet(primary, PREFIX_LENGTH));
    lab.addVirtualRouter(
        router,
        on,
        VirtualRouterConfig.ofDefaults(Profile.RFC3768, 2, 41, primary, List.of(VIRTUAL_ADDRESS))
            .withAccept(true)
            .withPriority(priority));
  }
}
