package io.vrrplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clocks that are set, which matter to adverts with trailers and to nothing else. */
class ClockScenarioTest {

  private static RunResult run(String authentication, String... timeline) {
    String scenario =
        """
        scenario: Two clocks
        duration: 60s
        segments:
          lan: { subnet: 192.0.2.0/24 }
        nodes:
          m1: { segment: lan, address: 192.0.2.11, keepalived: m1.conf, keepalived-version: 2.4 }
          m2: { segment: lan, address: 192.0.2.12, keepalived: m2.conf, keepalived-version: 2.4 }
        timeline:
          %s
        """
            .formatted(String.join("\n  ", timeline));
    ReadResult read =
        new ScenarioReader()
            .read(
                "a.yaml",
                scenario.getBytes(StandardCharsets.UTF_8),
                name ->
                    configuration(name.equals("m1.conf") ? 200 : 100, authentication)
                        .getBytes(StandardCharsets.UTF_8));
    return switch (read) {
      case ReadResult.Read(Scenario it, _) -> ScenarioRunner.run(it);
      case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private static String configuration(int priority, String authentication) {
    return """
    vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 41
        priority %d
        virtual_ipaddress { 192.0.2.50/24 }
    %s
    }
    """
        .formatted(priority, authentication);
  }

  private static String trailers(String more) {
    return "auth_hmac {\nkey 7 " + "k".repeat(32) + "\nactive_key 7\n" + more + "\n}";
  }

  private static List<String> masters(RunResult result) {
    return result.virtualRouters().getFirst().masters().stream().map(seat -> seat.node()).toList();
  }

  private static long stale(RunResult result) {
    return result.adverts().rejected().getOrDefault("trailer-stale", 0L);
  }

  private static final String BEHIND = "- { at: 20s, clock: { node: m1, offset: -10s } }";
  private static final String RIGHT = "- { at: 40s, clock: { node: m1, offset: 0s } }";

  /** Measured with 2.4.3 and clocks 10 s apart: each is Master, and calls the other stale. */
  @Test
  void shouldPartNodesWhoseClocksAreTooFarApart() {
    RunResult result = run(trailers(""), BEHIND, RIGHT);

    assertThat(masters(result)).containsExactly("m1", "m2");
    assertThat(stale(result)).isGreaterThan(20);
    assertThat(result.virtualRouters().getFirst().dualMasterNanos())
        .isBetween(16_000_000_000L, 19_000_000_000L);
  }

  @Test
  void shouldNotPartNodesThatCountOrBearMore() {
    for (String more : List.of("anti_replay monotonic", "time_window 20")) {
      RunResult result = run(trailers(more), "- { at: 20s, clock: { node: m1, offset: 10s } }");

      assertThat(masters(result)).containsExactly("m1");
      assertThat(stale(result)).isZero();
    }
  }

  /** keepalived 2.0 and later count time without the clock: none of their roles changes. */
  @Test
  void shouldNotMatterWithoutTrailers() {
    RunResult result = run("", BEHIND, RIGHT);

    assertThat(masters(result)).containsExactly("m1");
    assertThat(result.adverts().rejected().values()).containsOnly(0L);
  }
}
