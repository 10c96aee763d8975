package io.vrrplab.measure;

import static io.vrrplab.measure.Cluster.MILLISECOND;
import static io.vrrplab.measure.Cluster.VIP;
import static io.vrrplab.measure.Cluster.VRID;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.fault.Fault;
import io.vrrplab.fault.FaultInjector;
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
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The tables of Skew_Time and Master_Down_Interval, measured in running worlds: m1 of priority 254
 * is Master and leaves; m2, of the priority in question, takes over to the nanosecond.
 */
@Requirement({
  "VRRP-TMR-SKEW-V2",
  "VRRP-TMR-SKEW-V3",
  "VRRP-TMR-MDI-V2",
  "VRRP-TMR-MDI-V3",
  "VRRP-TMR-SUBSECOND",
  "VRRP-SM-BKP-PRIO0-SKEW",
  "VRRP-SM-BKP-EXPIRE-ADVERT"
})
class TimerTableTest {

  private static final String TABLE = "/io/vrrplab/vrrp/timers.csv";

  private static final long NANOS_PER_CENTISECOND = 10 * MILLISECOND;

  /** What all routers of one virtual router have in common. */
  private record Group(Profile profile, int version, int intervalCs) {

    void addNode(Lab lab, Machine node, Segment lan, String address, int priority) {
      IpAddress own = Ipv4Address.parse(address);
      NetworkInterface on = lab.connect(node, lan, new Subnet(own, 24));
      lab.addVirtualRouter(
          node,
          on,
          VirtualRouterConfig.ofDefaults(profile, version, VRID, own, List.of(VIP))
              .withPriority(priority)
              .withAdvertisementIntervalCs(intervalCs));
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = TABLE)
  void shouldTakeOverAsTheRfcsComputeIt(
      int version, int intervalCs, int priority, BigDecimal skew, BigDecimal down) {
    Profile profile = version == 2 ? Profile.RFC3768 : Profile.RFC9568;

    assertTakeovers(
        new Group(profile, version, intervalCs), priority, floorToNanos(skew), floorToNanos(down));
  }

  @ParameterizedTest
  @CsvFileSource(resources = TABLE)
  void shouldTakeOverToTheMicrosecondAsKeepalivedDoes(
      int version,
      int intervalCs,
      int priority,
      BigDecimal exactSkew,
      BigDecimal exactDown,
      long downMicros) {
    long downNanos = downMicros * 1_000;
    long skewNanos = downNanos - 3L * intervalCs * NANOS_PER_CENTISECOND;

    assertTakeovers(
        new Group(Profile.KEEPALIVED, version, intervalCs), priority, skewNanos, downNanos);
  }

  @ParameterizedTest
  @CsvFileSource(resources = TABLE)
  void shouldTakeOverToTheCentisecondAsFrrDoes(
      int version,
      int intervalCs,
      int priority,
      BigDecimal exactSkew,
      BigDecimal exactDown,
      long keepalivedDownMicros,
      long skewCs,
      long downCs) {
    assertTakeovers(
        new Group(Profile.FRR, version, intervalCs),
        priority,
        skewCs * NANOS_PER_CENTISECOND,
        downCs * NANOS_PER_CENTISECOND);
  }

  private static void assertTakeovers(Group group, int priority, long skewNanos, long downNanos) {
    FailoverReport crash = failover(group, priority, new Fault.Crash("m1"));
    FailoverReport stop = failover(group, priority, new Fault.Stop("m1"));

    assertThat(crash.masterDownNanos()).as("Master_Down_Interval").isEqualTo(downNanos);
    assertThat(crash.priorityZero()).isFalse();
    assertThat(stop.masterDownNanos()).as("Skew_Time").isEqualTo(skewNanos);
    assertThat(stop.priorityZero()).isTrue();
  }

  private static FailoverReport failover(Group group, int priority, Fault fault) {
    Lab lab = new Lab(new Simulation(1, Limits.DEFAULT));
    Segment lan =
        lab.addSegment(
            new SegmentConfig(
                "lan", LinkProperties.DEFAULT, SegmentConfig.DEFAULT_MAC_AGING_NANOS));
    // At equal priorities the higher address stays, and that is to be m1's.
    group.addNode(lab, lab.addHost("m1"), lan, "192.0.2.12", 254);
    group.addNode(lab, lab.addHost("m2"), lan, "192.0.2.11", priority);
    FailoverMeter meter = new FailoverMeter(lab);
    long intervalNanos = group.intervalCs() * NANOS_PER_CENTISECOND;
    long faultNanos = 10 * intervalNanos + intervalNanos / 2;
    new FaultInjector(lab).schedule(faultNanos, fault);
    lab.start();
    lab.simulation().runUntil(faultNanos + 6 * intervalNanos + 100 * NANOS_PER_CENTISECOND);

    List<FailoverReport> failovers = meter.report(List.of());
    assertThat(failovers).hasSize(1);
    assertThat(failovers.getFirst().to()).isEqualTo("m2");
    return failovers.getFirst();
  }

  private static long floorToNanos(BigDecimal seconds) {
    return seconds.movePointRight(9).toBigInteger().longValueExact();
  }
}
