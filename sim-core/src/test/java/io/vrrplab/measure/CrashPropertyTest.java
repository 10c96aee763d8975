package io.vrrplab.measure;

import static io.vrrplab.measure.Cluster.MICROSECOND;
import static io.vrrplab.measure.Cluster.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.fault.Fault;
import io.vrrplab.lan.LinkProperties;
import io.vrrplab.lan.Machine;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.TimerRounding;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpTimers;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After any one crash there is exactly one Master within Master_Down_Interval and the way over the
 * links, and the time is exact. Each case is a function of its seed, which is in the test's name.
 */
class CrashPropertyTest {

  private static final long LATENCY_NANOS = 50 * MICROSECOND;
  private static final long JITTER_NANOS = 20 * MICROSECOND;
  private static final long SETTLED_NANOS = 15 * SECOND;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @Requirement({"VRRP-SM-CONVERGE-PREFERRED", "VRRP-TMR-MDI-V2", "VRRP-TMR-MDI-V3"})
  @MethodSource("seeds")
  void shouldHaveOneMasterWithinTheMasterDownInterval(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] priorities = random.ints(random.nextInt(2, 7), 1, 255).toArray();
    Profile profile = random.nextBoolean() ? Profile.RFC3768 : Profile.RFC9568;
    int victim = random.nextInt(priorities.length);
    long crashNanos = SETTLED_NANOS + random.nextLong(SECOND);
    Cluster cluster =
        Cluster.of(
            seed,
            profile,
            new LinkProperties(LATENCY_NANOS, JITTER_NANOS, 0, 0),
            Cluster.pings(SECOND),
            priorities);
    cluster.at(crashNanos, new Fault.Crash("m" + (victim + 1)));

    cluster.runFor(crashNanos);
    boolean masterCrashes = isMaster(cluster, victim, crashNanos - 1);
    long longestWay = 2 * (LATENCY_NANOS + JITTER_NANOS);
    cluster.lab.simulation().runUntil(crashNanos + longestMasterDown(cluster) + 2 * longestWay);

    assertThat(masters(cluster))
        .as("Masters after the crash of m%d of %s", victim + 1, Arrays.toString(priorities))
        .hasSize(1);
    List<FailoverReport> failovers = cluster.failovers();
    assertThat(failovers).hasSize(masterCrashes ? 1 : 0);
    for (FailoverReport failover : failovers) {
      assertThat(failover.masterDownNanos()).isEqualTo(masterDown(cluster, failover.to()));
      assertThat(failover.withinRfc()).isTrue();
      assertThat(failover.rfcMasterDownNanos()).isEqualTo(failover.masterDownNanos());
    }
  }

  private static boolean isMaster(Cluster cluster, int victim, long atNanos) {
    return cluster.mastership().masters().stream()
        .anyMatch(term -> term.node().equals("m" + (victim + 1)) && term.covers(atNanos));
  }

  private static List<String> masters(Cluster cluster) {
    return cluster.lab.machines().stream()
        .filter(machine -> machine.virtualRouters().stream().anyMatch(r -> r.isMaster()))
        .map(Machine::name)
        .toList();
  }

  private static long longestMasterDown(Cluster cluster) {
    return cluster.lab.machines().stream()
        .filter(machine -> machine.isPowered() && machine.daemon() != null)
        .mapToLong(machine -> masterDown(cluster, machine.name()))
        .max()
        .orElseThrow();
  }

  private static long masterDown(Cluster cluster, String node) {
    VirtualRouterConfig config = cluster.lab.machine(node).virtualRouters().getFirst().config();
    return VrrpTimers.masterDownIntervalNanos(
        config.version(), config.priority(), 100, 3, TimerRounding.NANOSECOND);
  }
}
