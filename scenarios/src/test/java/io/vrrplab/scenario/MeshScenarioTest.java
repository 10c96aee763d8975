package io.vrrplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.measure.TrafficReport;
import io.vrrplab.measure.TrafficReport.Outage;
import io.vrrplab.measure.TrafficReport.Served;
import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A swarm's routing mesh as a scenario file says it; w is a worker, no node of the protocol. */
class MeshScenarioTest {

  private static final long SECOND = 1_000_000_000L;

  private static Scenario scenario(String mesh) {
    String swarm =
        """
        scenario: A swarm
        duration: 30s
        segments:
          lan: { subnet: 192.0.2.0/24 }
        nodes:
          m1: { segment: lan, address: 192.0.2.11, profile: keepalived, vrrp: [{ vrid: 41, version: 2, priority: 200, virtual-addresses: [192.0.2.50] }] }
          m2: { segment: lan, address: 192.0.2.12, profile: keepalived, vrrp: [{ vrid: 41, version: 2, priority: 100, virtual-addresses: [192.0.2.50] }] }
        hosts:
          w: { segment: lan, address: 192.0.2.13 }
          client: { segment: lan, address: 192.0.2.100 }
        mesh: %s
        traffic:
          - udp: { from: client, to: 192.0.2.50, port: 53, every: 100ms }
          - udp: { from: client, to: 192.0.2.50, port: 8080, every: 100ms }
          - udp: { from: client, to: 192.0.2.50, every: 100ms }
        timeline:
          - { at: 10s, crash: w }
          - { at: 20s, stop: m1 }
        """
            .formatted(mesh);
    byte[] text = swarm.getBytes(StandardCharsets.UTF_8);
    ReadResult result = new ScenarioReader().read("swarm.yaml", text);
    assertThat(result.problems()).isEmpty();
    return ((ReadResult.Read) result).scenario();
  }

  private static List<TrafficReport> run(String mesh) {
    return ScenarioRunner.run(scenario(mesh)).traffic();
  }

  private static List<String> servedBy(TrafficReport report) {
    return Objects.requireNonNull(report.service()).servedBy().stream().map(Served::node).toList();
  }

  @Test
  void shouldRunATaskOnEachNodeUnlessTasksAreNamed() {
    List<TrafficReport> all = run("{ nodes: [w, m1, m2], publish: [53:53/udp, 8080:80/udp] }");
    List<TrafficReport> one =
        run("{ nodes: [w, m1, m2], tasks: [m2], publish: [53:53/udp, 8080:80/udp] }");

    assertThat(servedBy(all.get(0))).containsExactly("w", "m2", "m1");
    assertThat(servedBy(all.get(1))).containsExactly("m1", "m2");
    assertThat(servedBy(one.get(0))).containsExactly("m2");
    assertThat(servedBy(one.get(1))).containsExactly("m2");
  }

  @Test
  void shouldGiveANodeUpAfterTheTimeItIsTold() {
    List<TrafficReport> patient =
        run("{ nodes: [w, m1], publish: [53:53/udp, 8080:80/udp], dead-after: 8s }");
    List<TrafficReport> drawn =
        run(
            "{ nodes: [w, m1], publish: [53:53/udp, 8080:80/udp], dead-after: { choice: [500ms] }"
                + " }");

    assertThat(nanosLost(patient)).isBetween(6 * SECOND, 8 * SECOND + SECOND / 2);
    assertThat(nanosLost(drawn)).isBetween(SECOND / 4, SECOND);
  }

  /** How long the client of the dead worker's task waited, before the Master changed. */
  private static long nanosLost(List<TrafficReport> reports) {
    Outage outage = reports.getFirst().outages().getFirst();
    return Objects.requireNonNull(outage.toNanos()) - outage.fromNanos();
  }

  /** m2 becomes Master at 20.6 s, and is no node of the swarm. */
  @Test
  void shouldServeNobodyWhereTheMasterIsNotInTheSwarm() {
    List<TrafficReport> reports =
        run("{ nodes: [m1, w], tasks: [m1], publish: [53:53/udp, 8080:80/udp] }");

    assertThat(reports.getFirst().outages().getLast().toNanos()).isNull();
    assertThat(reports.getLast().outages().getLast().toNanos()).isNotNull(); // one-way datagrams
    assertThat(reports.getLast().service()).isNull();
    assertThat(reports.getLast().roundTrip()).isNull();
  }

  @Test
  void shouldMeasureTheSameInACampaign() {
    Scenario scenario = scenario("{ nodes: [w, m1, m2], publish: [53:53/udp, 8080:80/udp] }");

    assertThat(ScenarioRunner.measure(scenario).traffic())
        .isEqualTo(ScenarioRunner.run(scenario).traffic());
  }
}
