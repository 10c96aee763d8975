package io.vrrplab.measure;

import static io.vrrplab.measure.Cluster.MICROSECOND;
import static io.vrrplab.measure.Cluster.MILLISECOND;
import static io.vrrplab.measure.Cluster.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.fault.Fault;
import io.vrrplab.lan.LinkProperties;
import io.vrrplab.vrrp.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailoverMeterTest {

  private static final long LINK_NANOS = 50 * MICROSECOND;
  private static final long MASTER_DOWN_100 = 3_609_375_000L;
  private static final long SKEW_100 = 609_375_000L;
  private static final long MASTER_DOWN_200 = 3_218_750_000L;

  @Test
  @Requirement({"VRRP-TMR-MASTER-DOWN-FIRES", "VRRP-TMR-MDI-V2"})
  void shouldMeasureTheMasterDownTimeAfterACrash() {
    Cluster cluster = Cluster.of(200, 100);
    cluster.at(10 * SECOND, new Fault.Crash("m1")).runFor(20 * SECOND);

    FailoverReport failover = cluster.failovers().getFirst();

    // m1 is Master from 3.21875 s on, and advertises each second
    long lastAdvert = MASTER_DOWN_200 + 6 * SECOND + 2 * LINK_NANOS;
    assertThat(cluster.failovers()).hasSize(1);
    assertThat(failover.cause()).isEqualTo("crash");
    assertThat(failover.from()).isEqualTo("m1");
    assertThat(failover.to()).isEqualTo("m2");
    assertThat(failover.contenders()).isEmpty();
    assertThat(failover.faultNanos()).isEqualTo(10 * SECOND);
    assertThat(failover.lastAdvertNanos()).isEqualTo(lastAdvert);
    assertThat(failover.masterDownNanos()).isEqualTo(MASTER_DOWN_100);
    assertThat(failover.rfcMasterDownNanos()).isEqualTo(MASTER_DOWN_100);
    assertThat(failover.withinRfc()).isTrue();
    assertThat(failover.detectionNanos()).isEqualTo(lastAdvert + MASTER_DOWN_100 - 10 * SECOND);
    assertThat(failover.outageNanos()).isEqualTo(3 * SECOND);
  }

  @Test
  @Requirement({"VRRP-SM-BKP-PRIO0-SKEW", "VRRP-ADDR-PRIO-ZERO-RESERVED"})
  void shouldMeasureTheSkewAfterAGracefulStop() {
    Cluster cluster = Cluster.of(200, 100);
    cluster.at(10 * SECOND, new Fault.Stop("m1")).runFor(20 * SECOND);

    FailoverReport failover = cluster.failovers().getFirst();

    assertThat(failover.cause()).isEqualTo("stop");
    assertThat(failover.priorityZero()).isTrue();
    assertThat(failover.masterDownNanos()).isEqualTo(SKEW_100);
    assertThat(failover.rfcMasterDownNanos()).isEqualTo(SKEW_100);
    assertThat(failover.detectionNanos()).isEqualTo(SKEW_100 + 2 * LINK_NANOS);
    assertThat(cluster.traffic().lost()).isEqualTo(1);
  }

  @Test
  @Requirement("VRRP-SM-MST-EQUAL-GREATER-ADDR")
  void shouldNameTheWinnerOfATieAndTheOthersAsContenders() {
    Cluster cluster = Cluster.of(200, 100, 100);
    cluster.at(10 * SECOND, new Fault.Crash("m1")).runFor(20 * SECOND);

    FailoverReport failover = cluster.failovers().getFirst();
    MastershipReport mastership = cluster.mastership();

    assertThat(cluster.failovers()).hasSize(1);
    assertThat(failover.to()).isEqualTo("m3");
    assertThat(failover.contenders()).containsExactly("m2");
    assertThat(failover.masterDownNanos()).isEqualTo(MASTER_DOWN_100);
    assertThat(mastership.dualMasterNanos()).isEqualTo(2 * LINK_NANOS).isLessThan(MILLISECOND);
    assertThat(mastership.masters()).extracting("node").containsExactly("m1", "m2", "m3");
    assertThat(mastership.masters().getLast().toNanos()).isNull();
  }

  @Test
  @Requirement("VRRP-SM-BKP-PREEMPT-TAKEOVER")
  void shouldTellPreemptionFromFailure() {
    Cluster cluster = Cluster.of(200, 100);
    cluster
        .at(10 * SECOND, new Fault.Crash("m1"))
        .at(20 * SECOND, new Fault.Start("m1"))
        .runFor(30 * SECOND);

    FailoverReport back = cluster.failovers().getLast();

    assertThat(cluster.failovers()).hasSize(2);
    assertThat(back.cause()).isEqualTo("preempt");
    assertThat(back.from()).isEqualTo("m2");
    assertThat(back.to()).isEqualTo("m1");
    assertThat(back.faultNanos()).isEqualTo(20 * SECOND);
    assertThat(back.detectionNanos()).isEqualTo(MASTER_DOWN_200);
    assertThat(back.outageNanos()).isZero();
  }

  @Test
  @Requirement("VRRP-TMR-MASTER-DOWN-FIRES")
  void shouldReportAFalseTakeoverWhenThreeAdvertsAreLost() {
    Cluster cluster = Cluster.of(200, 100);
    cluster
        .at(10 * SECOND, new Fault.DropAdverts("m1", "m2", 2, null))
        .at(20 * SECOND, new Fault.DropAdverts("m1", "m2", 3, null))
        .runFor(30 * SECOND);

    List<FailoverReport> failovers = cluster.failovers();

    assertThat(failovers).hasSize(1);
    assertThat(failovers.getFirst().cause()).isEqualTo("drop-adverts");
    assertThat(failovers.getFirst().faultNanos()).isEqualTo(20 * SECOND);
    assertThat(failovers.getFirst().masterDownNanos()).isEqualTo(MASTER_DOWN_100);
    assertThat(cluster.mastership().dualMasterNanos()).isLessThan(SECOND).isPositive();
    assertThat(cluster.mastership().masters().getFirst().covers(29 * SECOND)).isTrue();
  }

  @Test
  void shouldSeeBothSidesOfAPartitionAndTheHealing() {
    Cluster cluster = Cluster.of(200, 100);
    cluster
        .at(10 * SECOND, new Fault.Partition(List.of(List.of("m1", "client"), List.of("m2")), null))
        .at(20 * SECOND, new Fault.Heal())
        .runFor(30 * SECOND);

    assertThat(cluster.failovers()).hasSize(1);
    assertThat(cluster.failovers().getFirst().cause()).isEqualTo("partition");
    assertThat(cluster.failovers().getFirst().outageNanos()).isZero();
    assertThat(cluster.mastership().dualMasterNanos()).isBetween(7 * SECOND, 8 * SECOND);
    assertThat(cluster.mastership().masters().getFirst().covers(29 * SECOND)).isTrue();
    assertThat(cluster.mastership().masters().getLast().covers(29 * SECOND)).isFalse();
    assertThat(cluster.traffic().lost()).isZero();
  }

  @Test
  void shouldNotCountTheFirstElectionAsAFailover() {
    Cluster cluster = Cluster.of(100, 100);
    cluster.runFor(10 * SECOND);

    assertThat(cluster.failovers()).isEmpty();
    assertThat(cluster.mastership().noMasterNanos()).isZero();
  }

  @Test
  void shouldCountAKilledDaemonAsGoneThoughItsKernelStillAnswers() {
    Cluster cluster = Cluster.of(200, 100);
    cluster.at(10 * SECOND, new Fault.Kill("m1")).runFor(20 * SECOND);

    assertThat(cluster.failovers().getFirst().cause()).isEqualTo("kill");
    assertThat(cluster.failovers().getFirst().masterDownNanos()).isEqualTo(MASTER_DOWN_100);
    assertThat(cluster.traffic().lost()).isZero();
  }

  @Test
  void shouldLoseWhatALinkThatIsDownWouldHaveCarried() {
    Cluster cluster = Cluster.of(200, 100);
    cluster
        .at(10 * SECOND, new Fault.LinkDown("m1", null))
        .at(20 * SECOND, new Fault.LinkUp("m1", null))
        .runFor(30 * SECOND);

    assertThat(cluster.failovers()).extracting("cause").containsExactly("link-down", "preempt");
    assertThat(cluster.failovers().getFirst().masterDownNanos()).isEqualTo(MASTER_DOWN_100);
    assertThat(cluster.traffic().lost()).isEqualTo(3);
  }

  @Test
  void shouldNotCountAsItsOwnWhatWasLostBeforeAPreemption() {
    Cluster cluster =
        Cluster.of(
            1, Profile.RFC3768, LinkProperties.DEFAULT, Cluster.pings(100 * MILLISECOND), 200, 100);
    cluster.at(10 * SECOND, new Fault.Restart("m1")).runFor(20 * SECOND);

    assertThat(cluster.failovers()).extracting("cause").containsExactly("restart", "preempt");
    assertThat(cluster.failovers())
        .extracting("outageNanos")
        .containsExactly(700 * MILLISECOND, 0L);
  }

  @Test
  void shouldNotTakeAnOwnerThatStartsForOneWhoMissedAnEarlierElection() {
    Cluster cluster = Cluster.of(255, 200, 100);
    cluster
        .at(5 * SECOND, new Fault.Crash("m1"))
        .at(10 * SECOND, new Fault.Stop("m2"))
        .at(15 * SECOND, new Fault.Start("m2"))
        .at(25 * SECOND, new Fault.Start("m1"))
        .runFor(30 * SECOND);

    FailoverReport back = cluster.failovers().getLast();

    assertThat(cluster.failovers())
        .extracting(report -> report.cause() + " " + report.from() + " " + report.to())
        .containsExactly("crash m1 m2", "stop m2 m3", "preempt m3 m2", "preempt m2 m1");
    assertThat(back.contenders()).isEmpty();
    assertThat(back.faultNanos()).isEqualTo(25 * SECOND);
    assertThat(back.lastAdvertNanos()).isNull();
  }
}
