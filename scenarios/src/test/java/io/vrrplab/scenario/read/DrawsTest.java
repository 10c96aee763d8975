package io.vrrplab.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.spec.DaemonFault;
import io.vrrplab.scenario.spec.FaultSpec;
import io.vrrplab.scenario.spec.TimelineEvent;
import io.vrrplab.scenario.spec.VrrpSettings;
import io.vrrplab.track.CheckResult;
import io.vrrplab.track.Track;
import io.vrrplab.track.Tracked;
import io.vrrplab.vrrp.AnnouncementRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers left to chance are settled once a run, by the seed alone. */
class DrawsTest {

  private static final long SEED = 42;
  private static final int RUNS = 2000;
  private static final long SECOND = 1_000_000_000L;

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

  @Test
  void shouldDrawTheSettingsOfADaemon() {
    Scenario scenario = daemon();
    for (int run = 0; run < RUNS; run++) {
      VrrpSettings settings =
          resolve(scenario, run).nodes().getFirst().vrrp().getFirst().settings();
      AnnouncementRules announcements = settings.profile().announcements();

      assertThat(settings.profile().timers().downTimerAdverts()).isIn(2, 3, 5);
      assertThat(settings.options().preemptDelayNanos()).isBetween(SECOND, 2 * SECOND);
      assertThat(announcements.takeover().repeats()).isBetween(1, 9);
      assertThat(announcements.takeover().secondAfterNanos()).isBetween(SECOND, 9 * SECOND);
      // What is not said follows what is, drawn or not.
      assertThat(announcements.reassertion()).isEqualTo(announcements.takeover());
    }
  }

  @Test
  void shouldDrawWhatADaemonTracks() {
    Scenario scenario = daemon();
    for (int run = 0; run < RUNS; run++) {
      Scenario resolved = resolve(scenario, run);
      Track track =
          resolved.nodes().getFirst().vrrp().getFirst().settings().tracks().getFirst().settled();
      Tracked.Script script = (Tracked.Script) track.what();
      DaemonFault.Check check = (DaemonFault.Check) resolved.timeline().getFirst().fault();

      assertThat(track.weight()).isIn(-30, 20);
      assertThat(script.intervalNanos()).isBetween(SECOND, 3 * SECOND);
      assertThat(script.timeoutNanos()).isEqualTo(script.intervalNanos());
      assertThat(script.fall()).isBetween(1, 4);
      assertThat(((CheckResult.OfFile) check.result().settled()).value()).isIn(7, 8);
    }
  }

  private static Scenario daemon() {
    String file =
        """
        scenario: What a daemon is told
        duration: 40s
        segments:
          lan: { subnet: 192.0.2.0/24 }
        nodes:
          m1:
            segment: lan
            address: 192.0.2.11
            profile: keepalived
            scripts: { chk: { interval: { uniform: [1s, 3s] }, fall: { uniform: [1, 4] } } }
            files: { load: { value: { choice: [1, 2] } } }
            vrrp:
              - vrid: 41
                virtual-addresses: [192.0.2.50]
                track: [{ script: chk, weight: { choice: [-30, 20] } }, { file: load }]
                preempt-delay: { uniform: [1s, 2s] }
                down-timer-adverts: { choice: [2, 3, 5] }
                garp-master-delay: { uniform: [1s, 9s] }
                garp-master-repeat: { uniform: [1, 9] }
        timeline:
          - { at: 9s, check: { node: m1, file: load, value: { choice: [7, 8] } } }
        """;
    ReadResult result = new ScenarioReader().read("a.yaml", file.getBytes(StandardCharsets.UTF_8));
    assertThat(result.problems()).isEmpty();
    return ((ReadResult.Read) result).scenario();
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
