package io.vrrplab.measure;

import static io.vrrplab.measure.Cluster.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fault that lasts for a while ends itself, and nothing that struck later. */
class FaultsThatEndTest {

  private static final List<List<String>> M1_ALONE = List.of(List.of("m1"), List.of("m2"));

  @Test
  void shouldLeaveALaterPartitionAloneWhenAnEarlierOneEnds() {
    Cluster cluster = Cluster.of(200, 100);
    StoryMeter story = new StoryMeter(cluster.lab);
    cluster
        .at(10 * SECOND, new Fault.Partition(M1_ALONE, 5 * SECOND))
        .at(12 * SECOND, new Fault.Partition(M1_ALONE, 8 * SECOND))
        .runFor(30 * SECOND);

    assertThat(story.report())
        .filteredOn(entry -> entry.text().equals("is whole again"))
        .extracting(LogEntry::atNanos)
        .containsExactly(20 * SECOND);
    assertThat(cluster.mastership().masters().get(1).toNanos()).isGreaterThan(20 * SECOND);
  }

  @Test
  void shouldLeaveALaterImpairmentAloneWhenAnEarlierOneEnds() {
    Cluster cluster = Cluster.of(200, 100);
    cluster
        .at(10 * SECOND, deaf("m2", 2 * SECOND))
        .at(11 * SECOND, deaf("m2", 10 * SECOND))
        .runFor(30 * SECOND);

    assertThat(cluster.mastership().masters()).extracting("node").containsExactly("m1", "m2");
    assertThat(cluster.mastership().masters().getLast().toNanos()).isGreaterThan(21 * SECOND);
  }

  @Test
  void shouldNotTellTheEndOfWhatWasHealed() {
    Cluster cluster = Cluster.of(200, 100);
    StoryMeter story = new StoryMeter(cluster.lab);
    cluster
        .at(10 * SECOND, new Fault.Partition(M1_ALONE, 10 * SECOND))
        .at(11 * SECOND, new Fault.DropAdverts("m1", "m2", null, 10 * SECOND))
        .at(12 * SECOND, new Fault.Heal())
        .runFor(30 * SECOND);

    assertThat(story.report()).filteredOn(entry -> entry.kind() == LogEntry.Kind.FAULT).hasSize(3);
  }

  private static Fault deaf(String machine, long forNanos) {
    return new Fault.Impair(machine, null, Fault.Direction.IN, 1, forNanos);
  }
}
