package io.vrrplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.measure.LogEntry;
import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.scenario.spec.SnoopingSpec;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What switches make of multicast and of ports that came up, as a scenario file says it. */
class SwitchScenarioTest {

  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * Two nodes of keepalived, what a segment, a node and a virtual router have besides, and a run.
   */
  private static Scenario read(String segment, String node, String vrrp, String rest) {
    String file =
        """
        scenario: A switch
        duration: 400s
        segments:
          lan: { subnet: [192.0.2.0/24, 2001:db8::/64], SEGMENT }
        nodes:
          m1: { segment: lan, address: [192.0.2.11, 2001:db8::11], profile: keepalived, NODE vrrp: [{ vrid: 41, priority: 200, VRRP }] }
          m2: { segment: lan, address: [192.0.2.12, 2001:db8::12], profile: keepalived, NODE vrrp: [{ vrid: 41, priority: 100, VRRP }] }
        routers:
          gw: { interfaces: { lan: 192.0.2.1 } }
        """
            .replace("SEGMENT", segment)
            .replace("NODE", node)
            .replace("VRRP", vrrp);
    byte[] text = (file + rest).getBytes(StandardCharsets.UTF_8);
    ReadResult result = new ScenarioReader().read("switch.yaml", text);
    assertThat(result.problems()).isEmpty();
    return ((ReadResult.Read) result).scenario();
  }

  private static double dualMasterSeconds(RunResult result) {
    return result.virtualRouters().getFirst().dualMasterNanos() / NANOS_PER_SECOND;
  }

  private static final String LOCAL = "version: 2, virtual-addresses: [192.0.2.50]";
  private static final String WIDE = LOCAL + ", mcast-dst-ip: 239.1.1.1";
  private static final String IPV6 = "version: 3, virtual-addresses: [fe80::50]";

  /** With 400 s there are 140 s after the 260 s that a report lasts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "snooping: false                                       | LOCAL | false",
        "snooping: true                                        | LOCAL | false",
        "snooping: { local-groups: prune }                     | LOCAL | true",
        "snooping: { local-groups: prune, querier: true }      | LOCAL | false",
        "snooping: { local-groups: prune, querier: gw }        | LOCAL | false",
        "snooping: { local-groups: prune, querier: m2 }        | LOCAL | false",
        "snooping: {}                                          | WIDE  | true",
        "snooping: { unknown-groups: drop }                    | WIDE  | true",
        "snooping: { unknown-groups: flood }                   | WIDE  | false",
        "snooping: { timeout: 400s }                           | WIDE  | false",
        "snooping: { querier: true }                           | WIDE  | false",
        "snooping: true                                        | IPV6  | true",
        "snooping: { querier: true }                           | IPV6  | false",
      })
  void shouldEndInTwoMastersWhereTheSwitchForgetsWhoListens(
      String segment, String kind, boolean dual) {
    String vrrp =
        switch (kind) {
          case "LOCAL" -> LOCAL;
          case "WIDE" -> WIDE;
          default -> IPV6;
        };
    RunResult result = ScenarioRunner.run(read(segment, "", vrrp, ""));

    if (dual) {
      assertThat(dualMasterSeconds(result)).isBetween(130.0, 140.0);
    } else {
      assertThat(dualMasterSeconds(result)).isZero();
    }
  }

  @Test
  void shouldSayInTheStoryWhomTheSwitchForgot() {
    RunResult result = ScenarioRunner.run(read("snooping: true", "", IPV6, ""));

    assertThat(result.log())
        .filteredOn(entry -> entry.kind() == LogEntry.Kind.NOTE)
        .extracting(entry -> entry.subject() + " " + entry.text())
        .containsExactly(
            "m1 the switch of lan forgets that it listens to ff02::12, and sends it no adverts",
            "m2 the switch of lan forgets that it listens to ff02::12, and sends it no adverts");
  }

  /** No report, so a switch that prunes 224.0.0.18 never sends it to anybody. */
  @Test
  void shouldBeTwoMastersFromTheStartWhereASwitchPrunesWhatIsNotReported() {
    String snooping = "snooping: { local-groups: prune, querier: true }";

    RunResult silent = ScenarioRunner.run(read(snooping, "disable-local-igmp: true,", LOCAL, ""));
    assertThat(dualMasterSeconds(silent)).isGreaterThan(390);
    RunResult harmless =
        ScenarioRunner.run(read("snooping: true", "disable-local-igmp: true,", LOCAL, ""));
    assertThat(dualMasterSeconds(harmless)).isZero();
  }

  @Test
  void shouldForgetListenersOnceTheQuerierIsGone() {
    RunResult result =
        ScenarioRunner.run(
            read(
                "snooping: { querier: gw, timeout: 200s }",
                "",
                WIDE,
                "timeline: [{ at: 50s, link-down: gw }]"));

    // the query of 31.25 s is the last that was answered
    assertThat(dualMasterSeconds(result)).isBetween(400 - 31.25 - 10 - 200 - 4, 400 - 31.25 - 200);
  }

  @Test
  void shouldHoldPortsBackAfterTheStartAndALink() {
    RunResult result =
        ScenarioRunner.run(
            read(
                "forward-delay: 30s",
                "",
                LOCAL,
                "timeline: [{ at: 100s, link-down: m2 }, { at: 110s, link-up: m2 }]"));

    // both stand up 3.2 and 3.6 s after the start, and m2 again 3.6 s after its link is back
    assertThat(dualMasterSeconds(result)).isBetween(26.0 + 26, 28.0 + 28);
    assertThat(result.virtualRouters().getFirst().masters())
        .extracting(term -> term.node())
        .containsExactly("m1", "m2", "m2");
  }

  @Test
  void shouldReadDrawsAndSettleThem() {
    Scenario scenario =
        read(
            "snooping: { timeout: { uniform: [100s, 200s] } }, forward-delay: { choice: [15s, 30s]"
                + " }",
            "",
            LOCAL,
            "");
    assertThat(scenario.isResolved()).isFalse();

    SegmentSpec lan = scenario.resolve(new SplittableRandom(7)).segments().getFirst();
    assertThat(lan.forwardDelayNanos()).isIn(15_000_000_000L, 30_000_000_000L);
    SnoopingSpec snooping = Objects.requireNonNull(lan.snooping());
    assertThat(snooping.timeoutNanos()).isBetween(100_000_000_000L, 200_000_000_000L);
  }
}
