package io.vrrplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.measure.MastershipReport;
import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Configurations that advertise no address, as keepalived 2.2.7, 2.2.8 and 2.4.3 were measured. */
class NoVirtualAddressTest {

  private static final String PLAIN = "no_virtual_ipaddress";

  /** Two nodes, which are to say the same; {@code more} follows their hosts. */
  private static ReadResult read(String version, String instance, String more) {
    String text =
        """
        scenario: Two nodes
        duration: 20s
        segments:
          lan: { subnet: [192.0.2.0/24, 2001:db8::/64] }
        nodes:
          m1:
            { segment: lan, address: [192.0.2.11, fe80::11], keepalived: m1.conf,
              keepalived-version: "%s" }
          m2:
            { segment: lan, address: [192.0.2.12, fe80::12], keepalived: m2.conf,
              keepalived-version: "%s" }
        hosts:
          client: { segment: lan, address: 192.0.2.100 }
        timeline:
          - { at: 10s, stop: m1 }
        %s
        """
            .formatted(version, version, more);
    return new ScenarioReader()
        .read(
            "a.yaml",
            text.getBytes(StandardCharsets.UTF_8),
            name -> conf(name.equals("m1.conf") ? 200 : 100, instance));
  }

  private static byte[] conf(int priority, String instance) {
    return """
    vrrp_instance VI_1 {
      interface eth0
      virtual_router_id 41
      priority %d
      %s
    }
    """
        .formatted(priority, instance)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static RunResult run(String version, String instance, String more) {
    return switch (read(version, instance, more)) {
      case ReadResult.Read(Scenario scenario, _) -> ScenarioRunner.run(scenario);
      case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private static void assertHandedOver(RunResult result, String id) {
    MastershipReport only = result.virtualRouters().getFirst();
    assertThat(result.virtualRouters()).hasSize(1);
    assertThat(only.id()).hasToString(id);
    assertThat(only.addresses()).isEmpty();
    assertThat(only.masters()).extracting(MastershipReport.Term::node).containsExactly("m1", "m2");
    assertThat(only.dualMasterNanos()).isZero();
    assertThat(result.failovers()).hasSize(1);
    assertThat(result.failovers().getFirst().priorityZero()).isTrue();
  }

  @Test
  void shouldElectInEveryVersionAndFamily() {
    assertHandedOver(run("2.2", "", ""), "lan/41/ipv4");
    assertHandedOver(run("2.4", PLAIN, ""), "lan/41/ipv4");
    assertHandedOver(run("2.4", PLAIN + "\nversion 3", ""), "lan/41/ipv4");
    assertHandedOver(run("2.4", PLAIN + "\nnative_ipv6", ""), "lan/41/ipv6");
    assertHandedOver(
        run("2.4", PLAIN + "\nunicast_peer {\nfe80::11\nfe80::12\n}", ""), "lan/41/ipv6");
  }

  /** Measured: what is excluded says nothing of the family, which is IPv4 by default. */
  @Test
  void shouldHoldExcludedAddressesAlone() {
    RunResult result =
        run(
            "2.4",
            PLAIN + "\nvirtual_ipaddress_excluded {\n2001:db8::60/64\n192.0.2.60/24\n}",
            "traffic: [{ ping: { from: client, to: 192.0.2.60, every: 100ms } }]");

    assertHandedOver(result, "lan/41/ipv4");
    assertThat(result.traffic().getFirst().received()).isGreaterThan(100);
    assertThat(result.failovers().getFirst().outageNanos()).isBetween(600_000_000L, 800_000_000L);
  }

  @Test
  void shouldEndWhereKeepalivedDoes() {
    assertThat(errors(read("2.2", PLAIN + "\nversion 3", "")))
        .allSatisfy(message -> assertThat(message).contains("KA-ADDRESS-REQUIRED"))
        .hasSize(2);
    assertThat(errors(read("2.4", PLAIN + "\nstrict_mode on", "")))
        .allSatisfy(message -> assertThat(message).contains("KA-ADDRESS-REQUIRED"))
        .hasSize(2);
  }

  private static List<String> errors(ReadResult result) {
    return result.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .map(Problem::message)
        .toList();
  }
}
