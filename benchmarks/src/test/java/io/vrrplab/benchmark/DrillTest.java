package io.vrrplab.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.measure.FailoverReport;
import io.vrrplab.scenario.ScenarioRunner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A drill is a scenario in which the best router crashes and the next one takes over. */
class DrillTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base",
        "ping=1s",
        "profile=keepalived",
        "profile=frr version=3 interval=100ms",
        "profile=rfc9568 version=3 interval=10ms",
        "nodes=5 routers=3"
      })
  void shouldHandOverEveryVirtualRouterOnce(String words) {
    Drill drill = Drill.parse(words);

    List<FailoverReport> failovers = ScenarioRunner.measure(drill.scenario()).failovers();

    assertThat(failovers)
        .hasSize(drill.virtualRouters())
        .allSatisfy(failover -> {
          assertThat(failover.cause()).isEqualTo("crash");
          assertThat(failover.from()).isEqualTo("n0");
          assertThat(failover.to()).isEqualTo("n1");
          assertThat(failover.withinRfc()).isTrue();
        });
  }

  @Test
  void shouldLetTheClientPingFromTheFirstMasterOn() {
    Drill drill = Drill.parse("ping=10ms");

    assertThat(ScenarioRunner.measure(drill.scenario()).traffic())
        .singleElement()
        .satisfies(ping -> assertThat(ping.sent()).isEqualTo(1199));
  }

  @ParameterizedTest
  @EnumSource
  void shouldDoubleOnlyWhatGrows(DoublingBenchmark.Growing growing) {
    Drill small = growing.drill(1);
    Drill large = growing.drill(2);

    assertThat(growing.count(2)).isEqualTo(2 * growing.count(1));
    switch (growing) {
      case VIRTUAL_ROUTERS -> {
        assertThat(large.virtualRouters()).isEqualTo(2 * small.virtualRouters());
        assertThat(large.nodes()).isEqualTo(small.nodes());
      }
      case CLIENT_PACKETS -> {
        assertThat(pings(small)).isBetween(growing.count(1) - 1, growing.count(1));
        assertThat(pings(large)).isBetween(growing.count(2) - 1, growing.count(2));
      }
      case RECEIVERS -> {
        assertThat(large.nodes() - 1).isEqualTo(2 * (small.nodes() - 1));
        assertThat(large.virtualRouters()).isEqualTo(small.virtualRouters());
      }
    }
  }

  private static int pings(Drill drill) {
    return Math.toIntExact(ScenarioRunner.measure(drill.scenario()).traffic().getFirst().sent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "routers", "node=3", "nodes=1", "nodes=201", "routers=0", "routers=256"})
  void shouldRefuseWhatIsNoDrill(String words) {
    assertThatThrownBy(() -> Drill.parse(words)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldRefuseWhatAScenarioCannotSay() {
    assertThatThrownBy(() -> Drill.parse("profile=rfc3768 version=3").scenario())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("drill.yaml:");
  }
}
