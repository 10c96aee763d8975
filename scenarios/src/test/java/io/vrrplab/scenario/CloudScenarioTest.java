package io.vrrplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.measure.FailoverReport;
import io.vrrplab.measure.TrafficReport;
import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * A cloud's network as a scenario file says it: source guards, floating addresses, no multicast.
 */
class CloudScenarioTest {

  private static RunResult run(String guard, String timeline) {
    String cloud =
        """
        scenario: A cloud
        duration: 30s
        segments:
          lan: { subnet: 192.0.2.0/24, source-guard: %s }
          internet: { subnet: 198.51.100.0/24 }
        nodes:
          m1: { segment: lan, address: 192.0.2.11, vrrp: [{ vrid: 41, version: 2, priority: 200, virtual-addresses: [192.0.2.50] }] }
          m2: { segment: lan, address: 192.0.2.12, vrrp: [{ vrid: 41, version: 2, priority: 100, virtual-addresses: [192.0.2.50] }] }
        routers:
          gw: { interfaces: { lan: 192.0.2.1, internet: 198.51.100.1 }, nat: { 198.51.100.117: 192.0.2.50 } }
        hosts:
          client: { segment: internet, address: 198.51.100.200 }
        traffic:
          - ping: { from: client, to: 198.51.100.117, start: 5s }
        timeline: [%s]
        """
            .formatted(guard, timeline);
    byte[] text = cloud.getBytes(StandardCharsets.UTF_8);
    ReadResult result = new ScenarioReader().read("cloud.yaml", text);
    assertThat(result.problems()).isEmpty();
    return ScenarioRunner.run(((ReadResult.Read) result).scenario());
  }

  private static int received(RunResult result) {
    return result.traffic().getFirst().received();
  }

  @Test
  void shouldReachTheVirtualAddressByThePublicOneWhereTheGuardAllowsIt() {
    RunResult result = run("{ allowed: { m1: 192.0.2.77/24, m2: [192.0.2.50] } }", "");

    assertThat(received(result)).isEqualTo(25); // from 5 s to 29 s
    assertThat(result.traffic().getFirst().hopLimits())
        .isEqualTo(new TrafficReport.HopLimits(63, 63));
  }

  @Test
  void shouldReachNothingWhereTheGuardDoesNotAllowTheVirtualAddress() {
    RunResult result = run("{}", "{ at: 10s, stop: m1 }");

    assertThat(received(result)).isZero();
    assertThat(result.failovers()).extracting(FailoverReport::to).containsExactly("m2");
  }

  @Test
  void shouldHaveTwoMastersWhileMulticastIsBlocked() {
    RunResult result =
        run(
            "{ allowed: { m1: 192.0.2.50, m2: 192.0.2.50 } }",
            """
            { at: 10s, multicast: block, segment: lan }, { at: 20s, multicast: allow, segment: lan },
            { at: 25s, multicast: block, node: m2 }, { at: 26s, forget: gw },
            { at: 27s, interface-down: { node: m1 } }, { at: 28s, interface-up: m1 }
            """);

    assertThat(result.failovers()).extracting(FailoverReport::cause).contains("multicast");
    assertThat(result.log())
        .extracting(entry -> entry.subject() + " " + entry.text())
        .contains(
            "network loses all IP multicast on lan",
            "network carries IP multicast again on lan",
            "m2 loses all IP multicast on lan",
            "gw forgets which MAC belongs to which address",
            "m1 takes down its interface on lan",
            "m1 brings up its interface on lan");
    assertThat(result.virtualRouters().getFirst().dualMasterNanos()).isGreaterThan(6_000_000_000L);
  }
}
