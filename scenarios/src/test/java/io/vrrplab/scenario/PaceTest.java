package io.vrrplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LabListener;
import io.vrrplab.lan.Transmission;
import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import io.vrrplab.sim.Limits;
import io.vrrplab.sim.Simulation;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Announcements that keep a distance, as frames. Order and distance are those that keepalived 2.2.7
 * was seen to send with these files.
 */
class PaceTest {

  private static final long TAKEOVER_NANOS = 3_218_750_000L;
  private static final long MILLI = 1_000_000;

  private static final String INSTANCES =
      """
      vrrp_instance V {
          interface eth0
          virtual_router_id 7
          priority 200
          garp_master_repeat 2
          virtual_ipaddress {
              192.0.2.100/24
              192.0.2.101/24
          }
      }
      vrrp_instance W {
          interface eth1
          virtual_router_id 8
          priority 200
          garp_master_repeat 2
          virtual_ipaddress {
              198.51.100.1/24
              198.51.100.2/24
          }
      }
      """;

  private static final String SCENARIO =
      """
      scenario: Two interfaces
      duration: 5s
      segments:
        lan: { subnet: 192.0.2.0/24 }
        wan: { subnet: 198.51.100.0/24 }
      nodes:
        m1: { interfaces: { eth0: lan, eth1: wan }, address: [192.0.2.11, 198.51.100.11], keepalived: m1.conf }
      """;

  /** Address and milliseconds since the takeover of each announcement. */
  private static List<String> announced(String pace) {
    Scenario scenario = scenario(pace + INSTANCES);
    List<String> announced = new ArrayList<>();
    Simulation simulation = new Simulation(1, Limits.DEFAULT);
    Lab lab = LabBuilder.build(scenario, simulation);
    lab.listen(
        new LabListener() {
          @Override
          public void transmitted(Transmission transmission) {
            if (((Decoded.Packet) transmission.frame().decoded()).frame().payload()
                instanceof ArpPacket arp) {
              long since = (simulation.nowNanos() - TAKEOVER_NANOS) / MILLI;
              announced.add(arp.targetAddress() + " " + since);
            }
          }
        });
    lab.start();
    simulation.runUntil(5_000 * MILLI);
    return announced;
  }

  private static Scenario scenario(String conf) {
    ReadResult read =
        new ScenarioReader()
            .read(
                "a.yaml",
                SCENARIO.getBytes(StandardCharsets.UTF_8),
                _ -> conf.getBytes(StandardCharsets.UTF_8));
    return switch (read) {
      case ReadResult.Read(Scenario scenario, _) -> scenario;
      case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  @Test
  void shouldShareThePaceOfAGroupAmongItsInterfaces() {
    assertThat(announced("garp_group {\ngarp_interval 0.1\ninterfaces {\neth0\neth1\n}\n}\n"))
        .containsExactly(
            "192.0.2.100 0",
            "192.0.2.100 100",
            "192.0.2.101 200",
            "198.51.100.1 300",
            "198.51.100.2 400");
  }

  @Test
  void shouldPaceEachInterfaceByItselfOtherwise() {
    assertThat(announced("global_defs {\nvrrp_garp_interval 0.1\n}\n"))
        .containsExactlyInAnyOrder(
            "192.0.2.100 0",
            "192.0.2.100 100",
            "192.0.2.101 200",
            "198.51.100.1 0",
            "198.51.100.1 100",
            "198.51.100.2 200");
  }
}
