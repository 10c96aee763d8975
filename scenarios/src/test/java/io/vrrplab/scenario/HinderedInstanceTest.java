package io.vrrplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.measure.MastershipReport;
import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instances of a keepalived.conf that cannot take part, as keepalived 2.2.7 was measured. */
class HinderedInstanceTest {

  private static final String ON_ETH1 =
      """
      vrrp_instance A {
        interface eth1
        virtual_router_id 1
        virtual_ipaddress { 192.0.2.50/24 }
      }
      """;

  private static final String ON_ETH9 =
      """
      vrrp_instance B {
        interface eth9
        virtual_router_id 2
        virtual_ipaddress { 192.0.2.51/24 }
      }
      """;

  private static final String DYNAMIC = "global_defs {\ndynamic_interfaces\n}\n";
  private static final String GROUP = "vrrp_sync_group G {\ngroup {\nA\nB\n}\n}\n";

  /** One node that has eth1; {@code later} is what it reads at 10 s. */
  private static ReadResult read(String conf, String later) {
    String text =
        """
        scenario: One node
        duration: 20s
        segments:
          lan: { subnet: 192.0.2.0/24 }
        nodes:
          m1: { interfaces: { eth1: lan }, address: 192.0.2.11, keepalived: m1.conf }
        hosts:
          client: { segment: lan, address: 192.0.2.100 }
        traffic:
          - ping: { from: client, to: 192.0.2.51, every: 1s, start: 1s }
        timeline:
          - { at: 10s, reload: { node: m1, keepalived: later.conf } }
        """;
    return new ScenarioReader()
        .read(
            "a.yaml",
            text.getBytes(StandardCharsets.UTF_8),
            name -> (name.equals("m1.conf") ? conf : later).getBytes(StandardCharsets.UTF_8));
  }

  private static RunResult run(String conf, String later) {
    return switch (read(conf, later)) {
      case ReadResult.Read(Scenario scenario, _) -> ScenarioRunner.run(scenario);
      case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private static List<String> story(RunResult result) {
    return result.log().stream().map(entry -> entry.subject() + ": " + entry.text()).toList();
  }

  private static List<String> daemonLog(RunResult result) {
    return result.daemonLog().stream().map(line -> line.text()).toList();
  }

  @Test
  void shouldWaitForAnInterfaceThatNeverComes() {
    RunResult result = run(DYNAMIC + ON_ETH1 + ON_ETH9, DYNAMIC + ON_ETH1 + ON_ETH9);

    MastershipReport missing = result.virtualRouters().getLast();
    assertThat(result.virtualRouters().getFirst().masters()).hasSize(1);
    assertThat(missing.id()).hasToString("m1:eth9/2/ipv4");
    assertThat(missing.addresses()).containsExactly("192.0.2.51");
    assertThat(missing.masters()).isEmpty();
    assertThat(story(result))
        .containsOnlyOnce("m1: stays in Initialize: its interface is not there (VRID 2)");
    assertThat(daemonLog(result))
        .startsWith(
            "(B): entering FAULT state (interface eth9 down)",
            "(B) entering FAULT state",
            "(A) Entering BACKUP STATE (init)");
    assertThat(result.traffic().getFirst().received()).isZero();
  }

  @Test
  void shouldRefuseAMissingInterfaceThatNobodyWaitsFor() {
    assertThat(read(ON_ETH1 + ON_ETH9, ON_ETH1).problems())
        .extracting(Problem::message)
        .anySatisfy(message ->
            assertThat(message)
                .startsWith("the configuration uses eth9, which \"interfaces\" does not name")
                .endsWith("unless global_defs has dynamic_interfaces"));
  }

  @Test
  void shouldKeepTheWholeGroupOfAMissingInterface() {
    String grouped = DYNAMIC + GROUP + ON_ETH1 + ON_ETH9;

    RunResult result = run(grouped, DYNAMIC + ON_ETH1 + ON_ETH9);

    assertThat(story(result))
        .contains(
            "m1: stays in Initialize: another member of its sync group is kept from it (VRID 1)");
    assertThat(result.virtualRouters().getFirst().masters().getFirst().fromNanos())
        .as("once the group is no more")
        .isGreaterThan(13_000_000_000L);
  }

  @Test
  void shouldCountAMissingInterfaceThatIsTrackedAsDown() {
    String tracking = ON_ETH1.replace("interface eth1", "interface eth1\ntrack_interface { eth9 }");

    RunResult result = run(DYNAMIC + tracking + ON_ETH9, DYNAMIC + ON_ETH1 + ON_ETH9);

    assertThat(result.virtualRouters().getFirst().masters().getFirst().fromNanos())
        .isGreaterThan(13_000_000_000L);
  }

  @Test
  void shouldWaitForPeersUntilAFileNamesOne() {
    String fault = ON_ETH1.replace("interface eth1", "interface eth1\nunicast_fault_no_peer");
    String peer = ON_ETH1.replace("interface eth1", "interface eth1\nunicast_peer { 192.0.2.100 }");

    RunResult result = run(fault + ON_ETH9.replace("eth9", "eth1"), peer);

    assertThat(story(result))
        .containsOnlyOnce("m1: stays in Initialize: it has no peer to speak to (VRID 1)");
    assertThat(daemonLog(result))
        .startsWith("(A) Cannot use unicast without any peers - going to fault state");
    assertThat(result.virtualRouters().getFirst().masters().getFirst().fromNanos())
        .isGreaterThan(13_000_000_000L);
    assertThat(result.adverts().sent()).as("none to the group by VRID 1").isLessThan(30);
  }

  @Test
  void shouldGoToFaultWhenAFileTakesThePeersAway() {
    String peer = ON_ETH1.replace("interface eth1", "interface eth1\nunicast_peer { 192.0.2.100 }");
    String fault = ON_ETH1.replace("interface eth1", "interface eth1\nunicast_fault_no_peer");

    RunResult result = run(peer + ON_ETH9.replace("eth9", "eth1"), fault);

    assertThat(result.virtualRouters().getFirst().masters().getFirst().toNanos())
        .isEqualTo(10_000_000_000L);
  }
}
