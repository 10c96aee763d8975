package io.vrrplab.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.spec.FaultSpec;
import io.vrrplab.scenario.spec.TimelineEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers left to chance are settled once a run, by the seed alone. */
class DrawsTest {

  private static final long SEED = 42;
  private static final int RUNS = 2000;

  private static final String FILE =
      """
      scenario: All that can be drawn
      duration: 40s
      segments:
        lan:
          subnet: 192.0.2.0/24
          latency: { normal: [20us, 50us] }
          jitter: { uniform: [0s, 5us] }
          bandwidth: { choice: [10Mbps, 1Gbps] }
          loss: { uniform: [0%, 1%] }
          mac-aging: { exponential: 300s }
      nodes:
        m1: { segment: lan, address: 192.0.2.11, vrrp: [{ vrid: 41, priority: { normal: [200, 100] }, interval: { uniform: [10ms, 2s] }, virtual-addresses: [192.0.2.50] }] }
        m2: { segment: lan, address: 192.0.2.12, vrrp: [{ vrid: 41, priority: { choice: [1, 100, 254] }, virtual-addresses: [192.0.2.50] }] }
      hosts:
        client: { segment: lan, address: 192.0.2.100 }
      traffic:
        - ping: { from: client, to: 192.0.2.50, every: { uniform: [1s, 2s] }, size: { choice: [56, 1472] }, start: { exponential: 1s }, count: { uniform: [1, 9] } }
      timeline:
        - { at: { uniform: [5s, 6s] }, crash: m1 }
        - { at: 7s, partition: [[m1], [m2]], for: { exponential: 1s } }
        - { at: 8s, drop-adverts: { from: m1, to: m2, count: { choice: [1, 2, 3] } } }
        - { at: 9s, impair: { node: m1, loss: { normal: [50%, 80%] }, for: { uniform: [1s, 2s] } } }
      MORE
      """;

  @Test
  void shouldGiveTheSameValuesForTheSameSeed() {
    Scenario scenario = read("");

    assertThat(resolve(scenario, SEED)).isEqualTo(resolve(scenario, SEED));
    assertThat(resolve(scenario, SEED)).isNotEqualTo(resolve(scenario, SEED + 1));
  }

  @Test
  void shouldStayInTheRangeOfEachKey() {
    Scenario scenario = read("");
    for (int run = 0; run < RUNS; run++) {
      Scenario resolved = resolve(scenario, run);

      assertThat(resolved.isResolved()).isTrue();
      assertThat(resolved.segments().getFirst().latencyNanos()).isNotNegative();
      assertThat(resolved.segments().getFirst().lossFraction()).isBetween(0.0, 0.01);
      assertThat(resolved.segments().getFirst().bandwidthBitsPerSecond())
          .isIn(10_000_000L, 1_000_000_000L);
      assertThat(resolved.nodes().get(0).vrrp().getFirst().priorityValue()).isBetween(1, 254);
      assertThat(resolved.nodes().get(0).vrrp().getFirst().intervalNanos() % 10_000_000).isZero();
      assertThat(resolved.nodes().get(1).vrrp().getFirst().priorityValue()).isIn(1, 100, 254);
      assertThat(resolved.timeline().getFirst().atNanos())
          .isBetween(5_000_000_000L, 6_000_000_000L);
      assertThat(((FaultSpec.Impair) resolved.timeline().get(3).fault()).lossFraction())
          .isBetween(0.0, 1.0);
    }
  }

  @Test
  void shouldSpreadUniformDrawsEvenly() {
    Scenario scenario = read("");

    double mean =
        IntStream.range(0, RUNS)
            .mapToLong(run -> resolve(scenario, run).timeline().getFirst().atNanos())
            .average()
            .orElseThrow();

    assertThat(mean).isBetween(5.48e9, 5.52e9);
  }

  @Test
  void shouldLeaveOtherDrawsAloneWhenOneIsAdded() {
    Scenario before = read("");
    Scenario after = read("  - { at: { uniform: [1s, 9s] }, crash: m2 }");

    List<TimelineEvent> first = resolve(before, SEED).timeline();
    assertThat(resolve(after, SEED).timeline().subList(0, first.size())).isEqualTo(first);
    assertThat(resolve(after, SEED).segments()).isEqualTo(resolve(before, SEED).segments());
  }

  @Test
  void shouldAskForResolutionBeforeAValueIsRead() {
    Scenario scenario = read("");

    assertThat(scenario.isResolved()).isFalse();
    assertThatThrownBy(() -> scenario.timeline().getFirst().atNanos())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("resolve the scenario first");
  }

  @Test
  void shouldReturnTheSameScenarioWhereNothingIsDrawn() {
    Scenario resolved = resolve(read(""), SEED);

    assertThat(resolve(resolved, SEED)).isSameAs(resolved);
  }

  private static Scenario resolve(Scenario scenario, long seed) {
    return scenario.resolve(new SplittableRandom(seed));
  }

  private static Scenario read(String moreTimeline) {
    byte[] content = FILE.replace("MORE", moreTimeline).getBytes(StandardCharsets.UTF_8);
    ReadResult result = new ScenarioReader().read("draws.yaml", content);
    assertThat(result.problems()).isEmpty();
    return ((ReadResult.Read) result).scenario();
  }
}
