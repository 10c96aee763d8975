package io.vrrplab.measure;

import static io.vrrplab.measure.Cluster.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fault that was to end by itself must not end the one that has taken its place. */
class OverlappingFaultsTest {

  private static final List<List<String>> CLIENT_ALONE = List.of(List.of("client"));

  @Test
  void shouldNotHealALaterPartitionWhenAnEarlierOneWouldHaveEnded() {
    Cluster cluster = Cluster.of(200);
    cluster
        .at(10 * SECOND, new Fault.Partition(CLIENT_ALONE, 5 * SECOND))
        .at(12 * SECOND, new Fault.Partition(CLIENT_ALONE, 8 * SECOND))
        .runFor(30 * SECOND);

    assertThat(cluster.traffic().outages())
        .containsExactly(new TrafficReport.Outage(10 * SECOND, 20 * SECOND, 10));
  }

  @Test
  void shouldNotEndALaterImpairmentWhenAnEarlierOneWouldHaveEnded() {
    Cluster cluster = Cluster.of(200);
    cluster.at(10 * SECOND, deaf(5 * SECOND)).at(12 * SECOND, deaf(8 * SECOND)).runFor(30 * SECOND);

    assertThat(cluster.traffic().outages())
        .containsExactly(new TrafficReport.Outage(10 * SECOND, 20 * SECOND, 10));
  }

  private static Fault deaf(long forNanos) {
    return new Fault.Impair("client", null, Fault.Direction.IN, 1, forNanos);
  }
}
