package io.vrrplab.measure;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.SECOND;
import static io.vrrplab.World.VIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.lan.FrameFilter;
import io.vrrplab.lan.LossCause;
import io.vrrplab.lan.Machine;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Takeovers that are no plain crash of a Master with a Backup that heard it. */
class FailoverCornersTest {

  private static final long MASTER_DOWN_200 = 3_218_750_000L;
  private static final long MASTER_DOWN_100 = 3_609_375_000L;
  private static final long MASTER_DOWN_50 = 3_804_687_500L;
  private static final long SKEW_100 = 609_375_000L;

  private final World world = World.of();
  private final Machine client = world.host("client", "192.0.2.100");

  private Cluster three() {
    world.node("m1", "192.0.2.11", 200);
    world.node("m2", "192.0.2.12", 100);
    world.node("m3", "192.0.2.13", 50);
    world.ping(client, "192.0.2.50", SECOND, 5 * SECOND);
    return Cluster.of(world);
  }

  @Test
  void shouldCallItPreemptionWhenTheOwnerComesBack() {
    Machine owner = world.host("m1", "192.0.2.50");
    world.serve(owner, World.v2("192.0.2.50").withPriority(255));
    world.node("m2", "192.0.2.12", 100);
    Cluster cluster = Cluster.of(world);
    cluster
        .at(10 * SECOND, new Fault.Stop("m1"))
        .at(20 * SECOND, new Fault.Start("m1"))
        .runFor(30 * SECOND);

    FailoverReport away = cluster.failovers().getFirst();
    FailoverReport back = cluster.failovers().getLast();

    assertThat(cluster.failovers()).hasSize(2);
    assertThat(away.cause()).isEqualTo("stop");
    assertThat(away.priorityZero()).isTrue();
    assertThat(away.masterDownNanos()).isEqualTo(SKEW_100);
    assertThat(away.outageNanos()).isNull(); // nobody sends anything
    assertThat(back.cause()).isEqualTo("preempt");
    assertThat(back.from()).isEqualTo("m2");
    assertThat(back.faultNanos()).isEqualTo(20 * SECOND);
    assertThat(back.detectionNanos()).isZero();
    assertThat(back.lastAdvertNanos()).isNull();
    assertThat(back.masterDownNanos()).isNull();
    assertThat(back.withinRfc()).isTrue();
  }

  @Test
  void shouldMeasureTheGapWhenTheLastNodeStandingReturns() {
    Cluster cluster = three();
    cluster
        .at(8 * SECOND, new Fault.Crash("m2"))
        .at(8 * SECOND, new Fault.Crash("m3"))
        .at(10 * SECOND, new Fault.Crash("m1"))
        .at(20 * SECOND, new Fault.Start("m1"))
        .runFor(30 * SECOND);

    FailoverReport only = cluster.failovers().getFirst();

    assertThat(cluster.failovers()).hasSize(1);
    assertThat(only.cause()).isEqualTo("crash");
    assertThat(only.from()).isEqualTo("m1");
    assertThat(only.to()).isEqualTo("m1");
    assertThat(only.faultNanos()).isEqualTo(10 * SECOND);
    assertThat(only.masterDownNanos()).isNull();
    assertThat(only.detectionNanos()).isEqualTo(10 * SECOND + MASTER_DOWN_200);
    assertThat(only.outageNanos()).isEqualTo(14 * SECOND);
    assertThat(cluster.mastership().noMasterNanos()).isEqualTo(10 * SECOND + MASTER_DOWN_200);
  }

  @Test
  void shouldSeeOneFailoverWhenAPartitionCutsThreeApart() {
    Cluster cluster = three();
    cluster
        .at(
            10 * SECOND,
            new Fault.Partition(
                List.of(List.of("m1"), List.of("m2"), List.of("m3", "client")), 10 * SECOND))
        .runFor(30 * SECOND);

    FailoverReport only = cluster.failovers().getFirst();

    assertThat(cluster.failovers()).hasSize(1);
    assertThat(only.cause()).isEqualTo("partition");
    assertThat(only.from()).isEqualTo("m1");
    assertThat(only.to()).isEqualTo("m2");
    assertThat(only.contenders()).containsExactly("m3");
    assertThat(only.masterDownNanos()).isEqualTo(MASTER_DOWN_100);
    // the client is with m3, which stands up last: 10 to 13 s are lost
    assertThat(only.outageNanos()).isEqualTo(4 * SECOND);
    assertThat(cluster.mastership().masters())
        .filteredOn(term -> term.covers(29 * SECOND))
        .extracting("node")
        .containsExactly("m1");
  }

  @Test
  void shouldTellTwoFailoversWithinOneOutageApart() {
    Cluster cluster = three();
    // m2 takes over at 12.828 s, after the ping of 12 s and before that of 13 s
    cluster
        .at(10 * SECOND, new Fault.Crash("m1"))
        .at(12_900_000_000L, new Fault.Crash("m2"))
        .runFor(30 * SECOND);

    List<FailoverReport> failovers = cluster.failovers();
    long lastOfM1 = MASTER_DOWN_200 + 6 * SECOND + 2 * HOP;
    long firstOfM2 = lastOfM1 + MASTER_DOWN_100 + 2 * HOP;

    assertThat(failovers)
        .extracting("cause", "from", "to", "faultNanos", "lastAdvertNanos", "masterDownNanos")
        .containsExactly(
            tuple("crash", "m1", "m2", 10 * SECOND, lastOfM1, MASTER_DOWN_100),
            tuple("crash", "m2", "m3", 12_900_000_000L, firstOfM2, MASTER_DOWN_50));
    assertThat(failovers).allMatch(FailoverReport::withinRfc);
    // one outage from 10 s to 17 s, for which both are to blame
    assertThat(cluster.traffic().outages()).hasSize(1);
    assertThat(failovers).extracting(FailoverReport::outageNanos).containsOnly(7 * SECOND);
  }

  @Test
  void shouldReportATakeoverByANodeThatNeverHeardTheMaster() {
    Cluster cluster = three();
    cluster
        .at(SECOND, new Fault.DropAdverts("m1", "m2", null, 60 * SECOND))
        .at(SECOND, new Fault.Stop("m2"))
        .at(20 * SECOND, new Fault.Start("m2"))
        .runFor(25 * SECOND);

    FailoverReport only = cluster.failovers().getFirst();

    assertThat(cluster.failovers()).hasSize(1);
    assertThat(only.cause()).isEqualTo("drop-adverts");
    assertThat(only.from()).isEqualTo("m1");
    assertThat(only.to()).isEqualTo("m2");
    assertThat(only.newMasterNanos()).isEqualTo(20 * SECOND + MASTER_DOWN_100);
    assertThat(only.lastAdvertNanos()).isNull();
    assertThat(only.masterDownNanos()).isNull();
    assertThat(only.withinRfc()).isTrue();
  }

  @Test
  void shouldBlameTheLinkAndNoFaultThatWasOverLongBefore() {
    Cluster cluster = three();
    cluster
        .at(10 * SECOND, new Fault.Crash("m2"))
        .at(12 * SECOND, new Fault.Start("m2"))
        .at(13 * SECOND, new Fault.DropAdverts("m1", "m2", 1, null))
        .runFor(40 * SECOND);
    FrameFilter adverts = frame -> frame.origin().machineName().equals("m1");
    world.card("m2").port().cable().downlink().addFilter(adverts, LossCause.RANDOM);
    world.lab.simulation().runUntil(45 * SECOND);

    FailoverReport only = cluster.failovers().getFirst();

    assertThat(cluster.failovers()).hasSize(1);
    assertThat(only.cause()).isEqualTo("loss");
    assertThat(only.faultNanos()).isNull();
    assertThat(only.detectionNanos()).isNull();
    assertThat(only.masterDownNanos()).isEqualTo(MASTER_DOWN_100);
  }

  @Test
  void shouldBlameAnImpairmentHoweverLongItHasLasted() {
    Cluster cluster = three();
    cluster
        .at(10 * SECOND, new Fault.Impair("m2", null, Fault.Direction.IN, 0.6, null))
        .runFor(120 * SECOND);

    assertThat(cluster.failovers()).isNotEmpty();
    assertThat(cluster.failovers())
        .filteredOn(each -> each.to().equals("m2"))
        .extracting("cause", "faultNanos")
        .containsOnly(tuple("impair", 10 * SECOND));
  }

  @Test
  void shouldMeasureEachVirtualRouterByItself() {
    Machine m1 = world.node("m1", "192.0.2.11", 200);
    Machine m2 = world.node("m2", "192.0.2.12", 100);
    world.serve(m1, second("192.0.2.11", 100));
    world.serve(m2, second("192.0.2.12", 200));
    Cluster cluster = Cluster.of(world);
    cluster.at(10 * SECOND, new Fault.Crash("m2")).runFor(20 * SECOND);

    FailoverReport only = cluster.failovers().getFirst();

    assertThat(cluster.failovers()).hasSize(1);
    assertThat(only.virtualRouter()).hasToString("lan/42/ipv4");
    assertThat(only.from()).isEqualTo("m2");
    assertThat(only.to()).isEqualTo("m1");
    assertThat(only.rfc()).isEqualTo("RFC 9568 6.1");
    // version 3 counts whole centiseconds nowhere here: 3 s and 156/256 of a second
    assertThat(only.masterDownNanos()).isEqualTo(MASTER_DOWN_100);
    assertThat(cluster.mastership.report())
        .extracting(report -> report.id().toString(), report -> report.masters().size())
        .containsExactly(tuple("lan/41/ipv4", 1), tuple("lan/42/ipv4", 2));
  }

  private static VirtualRouterConfig second(String address, int priority) {
    IpAddress other = IpAddress.parse("192.0.2.51");
    return VirtualRouterConfig.ofDefaults(
            Profile.RFC9568, 3, 42, IpAddress.parse(address), List.of(other))
        .withPriority(priority);
  }

  @Test
  void shouldCountOnlyTrafficToTheVirtualRouter() {
    world.node("m1", "192.0.2.11", 200);
    world.node("m2", "192.0.2.12", 100);
    world.ping(client, "192.0.2.11", SECOND, 5 * SECOND);
    Cluster cluster = Cluster.of(world);
    cluster.at(10 * SECOND, new Fault.Crash("m1")).runFor(20 * SECOND);

    assertThat(cluster.traffic().lost()).isPositive();
    assertThat(cluster.failovers().getFirst().outageNanos()).isNull();
    assertThat(cluster.mastership().addresses()).containsExactly(VIP.toString());
  }

  @Test
  void shouldNotKnowAnOutageThatNeverEnds() {
    Cluster cluster = three();
    cluster
        .at(10 * SECOND, new Fault.Crash("m1"))
        .at(11 * SECOND, new Fault.LinkDown("client", null))
        .runFor(20 * SECOND);

    assertThat(cluster.failovers().getFirst().outageNanos()).isNull();
  }
}
