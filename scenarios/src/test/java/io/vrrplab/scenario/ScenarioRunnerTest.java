package io.vrrplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vrrplab.measure.LogEntry;
import io.vrrplab.measure.TrafficReport;
import io.vrrplab.scenario.ScenarioLibrary.Bundled;
import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenario files, from their text to what the meters saw. */
class ScenarioRunnerTest {

  private static final long SECOND = 1_000_000_000L;

  private static final String WORLD =
      """
      scenario: All that can be built
      duration: 30s
      segments:
        lan: { subnet: 192.0.2.0/24, jitter: 20us }
        clients: { subnet: 198.51.100.0/24, bandwidth: 100Mbps }
      nodes:
        m1: { segment: lan, address: 192.0.2.11, vrrp: [{ vrid: 41, priority: 200, virtual-addresses: [192.0.2.50] }] }
        m2: { segment: lan, address: 192.0.2.12, vrrp: [{ vrid: 41, virtual-addresses: [192.0.2.50] }] }
      routers:
        gw: { interfaces: { lan: 192.0.2.1, clients: 198.51.100.1 } }
      hosts:
        near: { segment: lan, address: 192.0.2.100 }
        far: { segment: clients, address: 198.51.100.100, gateway: 198.51.100.1 }
      traffic:
        - ping: { from: near, to: 192.0.2.50, every: 100ms }
        - udp:  { from: far, to: 192.0.2.100, every: 100ms, size: 200, count: 50 }
      """;

  /** Adverts are refused on purpose there: other checksums, and a node among its own peers. */
  private static final List<String> REFUSING =
      List.of(
          "checksum-dialects",
          "keepalived-reload",
          "docker-swarm-pair",
          "docker-swarm-pair-worker-lost");

  static List<Bundled> bundled() {
    return ScenarioLibrary.all();
  }

  private static Scenario scenario(Bundled bundled) {
    return scenario(bundled.file(), bundled.content(), bundled.companions());
  }

  private static Scenario scenario(String label, byte[] content, Companions companions) {
    return switch (new ScenarioReader().read(label, content, companions)) {
      case ReadResult.Read(Scenario scenario, _) -> scenario;
      case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private static RunResult run(String timeline) {
    byte[] content = (WORLD + timeline).getBytes(StandardCharsets.UTF_8);
    return ScenarioRunner.run(scenario("scenario.yaml", content, Companions.NONE));
  }

  private static List<String> faults(RunResult result) {
    return result.log().stream()
        .filter(entry -> entry.kind() == LogEntry.Kind.FAULT)
        .map(entry -> entry.subject() + " " + entry.text())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void shouldSeeAllHoldThatABundledScenarioExpects(Bundled bundled) {
    RunResult result = ScenarioRunner.run(scenario(bundled));

    assertThat(result.expectations()).isNotEmpty().allMatch(RunResult.Judgement::held);
    assertThat(result.passed()).isTrue();
    assertThat(result.adverts().sent()).isPositive();
    if (!REFUSING.contains(bundled.name())) {
      assertThat(result.adverts().rejected().values()).containsOnly(0L);
    }
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void shouldGiveTheSameResultAndCaptureTwice(Bundled bundled) throws IOException {
    Scenario scenario = scenario(bundled);
    ScenarioRunner.Run once = ScenarioRunner.run(scenario, true);
    ScenarioRunner.Run again = ScenarioRunner.run(scenario, true);

    assertThat(again.result()).isEqualTo(once.result());
    assertThat(capture(again)).isEqualTo(capture(once)).isNotEmpty();
    // a capture watches and touches nothing
    assertThat(ScenarioRunner.run(scenario)).isEqualTo(once.result());
  }

  private static byte[] capture(ScenarioRunner.Run run) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Objects.requireNonNull(run.capture()).writeTo(out);
    return out.toByteArray();
  }

  @Test
  void shouldBuildWhatTheFileSays() {
    RunResult result = run("");

    assertThat(result.scenario()).isEqualTo("All that can be built");
    assertThat(result.file()).isEqualTo("scenario.yaml");
    assertThat(result.seed()).isEqualTo(1);
    assertThat(result.durationNanos()).isEqualTo(30 * SECOND);
    assertThat(result.virtualRouters())
        .extracting(router -> router.id().toString(), router -> router.version())
        .containsExactly(tuple("lan/41/ipv4", 3));
    TrafficReport pings = result.traffic().getFirst();
    assertThat(pings.flow()).isEqualTo("ping near 192.0.2.50");
    assertThat(pings.lost()).isZero();
    TrafficReport datagrams = result.traffic().getLast();
    assertThat(datagrams.flow()).isEqualTo("udp far 192.0.2.100");
    assertThat(datagrams.sent()).isEqualTo(50);
    assertThat(datagrams.received()).isEqualTo(50);
    assertThat(datagrams.payloadBytes()).isEqualTo(200);
    assertThat(result.failovers()).isEmpty();
    assertThat(result.passed()).isTrue(); // nothing was expected
    assertThat(result.events()).isPositive();
  }

  @Test
  void shouldStrikeWithEveryVerbOfTheTimeline() {
    RunResult result =
        run(
            """
            timeline:
              - { at: 4s, stop: m1 }
              - { at: 5s, start: m1 }
              - { at: 9s, kill: m1 }
              - { at: 10s, start: m1 }
              - { at: 11s, restart: m2 }
              - { at: 12s, crash: m2 }
              - { at: 13s, start: m2 }
              - { at: 14s, link-down: m1 }
              - { at: 15s, link-up: m1 }
              - { at: 16s, partition: [[m1], [m2]], for: 1s }
              - { at: 18s, drop-adverts: { from: m1, to: m2, count: 2 } }
              - { at: 19s, drop-adverts: { from: m1, to: m2 }, for: 1s }
              - { at: 21s, impair: { node: m1, direction: in, loss: 50% }, for: 1s }
              - { at: 23s, impair: { node: m1, direction: out, loss: 50% } }
              - { at: 24s, impair: { node: m1, direction: both, loss: 50% } }
              - { at: 25s, heal: all }
            """);

    assertThat(faults(result))
        .containsExactly(
            "m1 stops gracefully",
            "m1 starts",
            "m1 has its daemon killed",
            "m1 starts",
            "m2 restarts gracefully",
            "m2 loses power",
            "m2 starts",
            "m1 loses its link to lan",
            "m1 gets its link to lan back",
            "network splits into m1 | m2 for 1 s",
            "network is whole again",
            "network loses the next 2 adverts from m1 to m2",
            "network loses adverts from m1 to m2 for 1 s",
            "network lets adverts pass again",
            "m1 loses 50 % of its incoming frames for 1 s",
            "m1 recovers: its link loses nothing more than it did at first",
            "m1 loses 50 % of its outgoing frames",
            "m1 loses 50 % of its frames",
            "network heals: all links are up and lose nothing more than they did at first");
  }

  @Test
  void shouldDrawFromTheSeed() {
    String timeline = "timeline: [{ at: { uniform: [5s, 6s] }, crash: m1 }]\n";
    long once = run("seed: 1\n" + timeline).log().getLast().atNanos();

    assertThat(run("seed: 1\n" + timeline).log().getLast().atNanos()).isEqualTo(once);
    assertThat(run("seed: 2\n" + timeline).log().getLast().atNanos()).isNotEqualTo(once);
    assertThat(run("seed: 1\n" + timeline).failovers())
        .singleElement()
        .satisfies(failover ->
            assertThat(Objects.requireNonNull(failover.faultNanos()))
                .isBetween(5 * SECOND, 6 * SECOND));
  }

  @Test
  void shouldFailWhereAnExpectationDoesNotHold() {
    RunResult result = run("expect: [{ at: 9s, master: m2 }, { at: 9s, master: m1 }]\n");

    assertThat(result.passed()).isFalse();
    assertThat(result.expectations())
        .extracting(RunResult.Judgement::held)
        .containsExactly(false, true);
  }

  @Test
  void shouldForwardNothingOnANodeWithOneLeg() {
    String pair =
        """
        scenario: The old Master still gets packets for the address that it gave up
        duration: 15s
        segments:
          lan: { subnet: 192.0.2.0/24 }
        nodes:
          a: { segment: lan, address: 192.0.2.11, profile: keepalived, vrrp: [{ vrid: 41, version: 2, priority: 200, virtual-addresses: [192.0.2.50] }] }
          b: { segment: lan, address: 192.0.2.12, profile: keepalived, vrrp: [{ vrid: 41, version: 2, priority: 100, virtual-addresses: [192.0.2.50] }] }
        hosts:
          client: { segment: lan, address: 192.0.2.100 }
        traffic:
          - ping: { from: client, to: 192.0.2.50, every: 50ms }
        timeline:
          - { at: 10s, stop: a }
        """;
    byte[] content = pair.getBytes(StandardCharsets.UTF_8);

    RunResult result = ScenarioRunner.run(scenario("scenario.yaml", content, Companions.NONE));

    // Skew_Time of priority 100 is 0.609375 s: 13 pings at 0.05 s meet a machine without the
    // address
    assertThat(result.traffic().getFirst().lost()).isEqualTo(13);
  }
}
