package io.vrrplab.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.Problem;
import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.spec.Expectation;
import io.vrrplab.scenario.spec.FaultSpec;
import io.vrrplab.scenario.spec.FaultSpec.Direction;
import io.vrrplab.scenario.spec.InterfaceSpec;
import io.vrrplab.scenario.spec.NodeSpec;
import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.scenario.spec.TimelineEvent;
import io.vrrplab.scenario.spec.TrafficSpec;
import io.vrrplab.scenario.spec.VrrpSpec;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a good file says arrives as values, defaults filled in. */
class ScenarioReaderTest {

  private static final String WORLD =
      """
      scenario: A title        # with a comment
      duration: 40s
      segments:
        lan: { subnet: 192.0.2.0/24 }
      nodes:
        m1: { segment: lan, address: 192.0.2.11, vrrp: [{ vrid: 41, priority: 200, virtual-addresses: [192.0.2.50] }] }
        m2: { segment: lan, address: 192.0.2.12, vrrp: [{ vrid: 41, virtual-addresses: [192.0.2.50] }] }
      hosts:
        my-client: { segment: lan, address: 192.0.2.100 }
      """;

  @Test
  void shouldFillInDefaults() {
    Scenario scenario = read(WORLD);

    SegmentSpec lan = scenario.segments().getFirst();
    VrrpSpec vrrp = scenario.nodes().get(1).vrrp().getFirst();
    assertThat(scenario.title()).isEqualTo("A title");
    assertThat(scenario.about()).isEmpty();
    assertThat(scenario.seed()).isEqualTo(1);
    assertThat(scenario.durationNanos()).isEqualTo(40_000_000_000L);
    assertThat(scenario.file()).isEqualTo("scenario.yaml");
    assertThat(lan.latencyNanos()).isEqualTo(50_000);
    assertThat(lan.jitterNanos()).isZero();
    assertThat(lan.bandwidthBitsPerSecond()).isZero();
    assertThat(lan.lossFraction()).isZero();
    assertThat(lan.macAgingNanos()).isEqualTo(300_000_000_000L);
    assertThat(vrrp.version()).isEqualTo(3);
    assertThat(vrrp.profile()).isEqualTo("rfc9568");
    assertThat(vrrp.priorityValue()).isEqualTo(100);
    assertThat(vrrp.intervalNanos()).isEqualTo(1_000_000_000L);
    assertThat(vrrp.virtualAddresses().getFirst()).hasToString("192.0.2.50/24");
    assertThat(vrrp.preempt()).isTrue();
    assertThat(vrrp.accept()).isTrue();
  }

  @Test
  void shouldChooseVersionByProfileAndProfileByVersion() {
    VrrpSpec byVersion = onlyNode("", "{ vrid: 1, version: 2, virtual-addresses: [192.0.2.50] }");
    VrrpSpec byProfile =
        onlyNode("profile: rfc3768,", "{ vrid: 1, virtual-addresses: [192.0.2.50] }");

    assertThat(byVersion.profile()).isEqualTo("rfc3768");
    assertThat(byProfile.version()).isEqualTo(2);
  }

  @Test
  void shouldMakeTheOwnerOfTheAddressesPriority255() {
    assertThat(onlyNode("", "{ vrid: 1, virtual-addresses: [192.0.2.11] }").priorityValue())
        .isEqualTo(255);
    assertThat(
            onlyNode("", "{ vrid: 1, priority: 255, virtual-addresses: [192.0.2.11/24] }")
                .priorityValue())
        .isEqualTo(255);
  }

  @Test
  void shouldReadTheTimelineInTheOrderOfTheFile() {
    Scenario scenario =
        read(
            WORLD
                + """
                timeline:
                  - { at: 30s, start: m1 }
                  - { at: 10s, crash: m1 }
                  - { at: 10s, link-down: my-client }
                  - { at: 11s, link-up: { node: my-client, segment: lan } }
                  - { at: 1m, heal: all }
                  - { at: 12s, partition: [[m1, my-client], [m2]], for: 1.5s }
                  - { at: 13s, drop-adverts: { from: m1, to: m2, count: 2 } }
                  - { at: 14s, drop-adverts: { from: m1, to: m2 }, for: 4s }
                  - { at: 15s, impair: { node: m1, loss: 12.5%, direction: in, for: 5s } }
                """,
            "1m is after the end");

    assertThat(scenario.timeline())
        .extracting(TimelineEvent::text)
        .containsExactly(
            "start m1",
            "crash m1",
            "link-down my-client on lan",
            "link-up my-client on lan",
            "heal all",
            "partition m1, my-client | m2 for 1.5 s",
            "drop 2 adverts from m1 to m2",
            "drop adverts from m1 to m2 for 4 s",
            "impair m1 on lan inbound: loss 12.5 % for 5 s");
    assertThat(scenario.timeline().get(8).fault())
        .isInstanceOfSatisfying(
            FaultSpec.Impair.class,
            impair -> {
              assertThat(impair.direction()).isEqualTo(Direction.IN);
              assertThat(impair.lossFraction()).isEqualTo(0.125);
              assertThat(impair.durationNanos()).isEqualTo(5_000_000_000L);
            });
  }

  @Test
  void shouldReadTraffic() {
    Scenario scenario =
        read(
            WORLD
                + """
                traffic:
                  - ping: { from: my-client, to: 192.0.2.50 }
                  - udp: { from: my-client, to: 192.0.2.50, every: 5ms, size: 100, start: 0s, count: 7 }
                """);

    TrafficSpec.Flow ping = scenario.traffic().get(0).flow();
    TrafficSpec.Flow udp = scenario.traffic().get(1).flow();
    assertThat(scenario.traffic())
        .extracting(TrafficSpec::text)
        .containsExactly("ping my-client 192.0.2.50", "udp my-client 192.0.2.50");
    assertThat(ping.to()).isEqualTo(Ipv4Address.parse("192.0.2.50"));
    assertThat(ping.everyNanos()).isEqualTo(1_000_000_000L);
    assertThat(ping.sizeBytes()).isEqualTo(56);
    assertThat(ping.startNanos()).isNull();
    assertThat(ping.packets()).isNull();
    assertThat(udp.startNanos()).isZero();
    assertThat(udp.packets()).isEqualTo(7);
  }

  @Test
  void shouldReadExpectations() {
    Scenario scenario =
        read(
            WORLD
                + """
                traffic: [{ ping: { from: my-client, to: 192.0.2.50 } }]
                expect:
                  - { at: 9s, master: m1 }
                  - failover: { from: m1, to: m2, within: rfc }
                  - failover: { within: 3.7s, cause: crash }
                  - no-failover: { between: [12s, 20s] }
                  - loss: { from: my-client, at-most: 4 }
                  - loss: { at-least: 1%, at-most: 3s }
                  - dual-master: { at-most: 1ms }
                  - no-master: { at-least: 2s, vrid: 41 }
                  - state: { at: 5s, node: m2, is: backup }
                  - adverts: { node: m1, sent: 37 }
                """);

    assertThat(scenario.expectations())
        .extracting(Expectation::text)
        .containsExactly(
            "master m1 at 9 s",
            "failover m1 → m2 within rfc",
            "failover any → any by crash within 3.7 s",
            "no failover between 12 s and 20 s",
            "loss from my-client at most 4 packets",
            "loss at least 1 % at most 3 s",
            "dual-master at most 1 ms",
            "no-master at least 2 s",
            "m2 is backup at 5 s",
            "adverts of m1 exactly 37");
    assertThat(scenario.expectations().getFirst())
        .isEqualTo(
            new Expectation.MasterAt(9_000_000_000L, "m1", new VirtualRouterId("lan", 41, false)));
  }

  @Test
  void shouldReadJsonAnchorsAndMergedMappings() {
    Scenario scenario =
        read(
            """
            {"scenario": "no", "duration": "1s",
             "segments": {"lan": {"subnet": "192.0.2.0/24"}},
             "nodes": {
              "m1": &m1 {"segment": "lan", "address": "192.0.2.11",
                 "vrrp": [{"vrid": 41, "virtual-addresses": ["192.0.2.50"]}]},
              "m2": {<<: *m1, "address": "192.0.2.12"}}}
            """);

    assertThat(scenario.title()).isEqualTo("no");
    assertThat(scenario.nodes()).extracting(NodeSpec::name).containsExactly("m1", "m2");
    assertThat(scenario.nodes().get(1).interfaces().getFirst().addresses())
        .containsExactly(Ipv4Address.parse("192.0.2.12"));
    assertThat(scenario.nodes().get(1).vrrp()).isEqualTo(scenario.nodes().get(0).vrrp());
  }

  @Test
  void shouldReadBothFamilies() {
    Scenario scenario =
        read(
            """
            scenario: Two families
            duration: 10s
            segments:
              lan: { subnet: 192.0.2.0/24, subnet6: 2001:db8::/64 }
            nodes:
              m1:
                segment: lan
                address: [192.0.2.11, 2001:db8::11]
                vrrp:
                  - { vrid: 41, virtual-addresses: [192.0.2.50] }
                  - { vrid: 41, virtual-addresses: [fe80::29, 2001:db8::50] }
            """);

    assertThat(scenario.virtualRouters()).hasToString("[lan/41/ipv4, lan/41/ipv6]");
    assertThat(scenario.nodes().getFirst().vrrp().get(1).virtualAddresses())
        .hasToString("[fe80::29/64, 2001:db8::50/64]");
    assertThat(scenario.nodes().getFirst().interfaces().getFirst().addresses())
        .contains(Ipv6Address.parse("2001:db8::11"));
  }

  @Test
  void shouldReadDevicesOnSeveralSegments() {
    Scenario scenario =
        read(
            """
            scenario: Two segments
            duration: 10s
            segments:
              lan: { subnet: [192.0.2.0/24, 2001:db8::/64] }
              wan: { subnet: [198.51.100.0/24, 2001:db8:1::/64] }
            nodes:
              m1:
                interfaces: { lan: 192.0.2.11, wan: [198.51.100.11, 2001:db8:1::11] }
                vrrp:
                  - { segment: lan, vrid: 41, virtual-addresses: [192.0.2.50] }
                  - { segment: wan, vrid: 41, virtual-addresses: [fe80::29] }
            hosts:
              probe: { interfaces: { lan: 2001:db8::9, wan: 2001:db8:1::9 }, gateway: fe80::29 }
              client: { segment: lan, address: 192.0.2.100 }
            traffic: [{ ping: { from: client, to: 198.51.100.11 } }]
            timeline:
              - { at: 1s, link-down: { node: m1, segment: wan } }
              - { at: 2s, impair: { node: m1, segment: lan, loss: 10% } }
              - { at: 3s, crash: client }
            """);

    assertThat(scenario.virtualRouters()).hasToString("[lan/41/ipv4, wan/41/ipv6]");
    assertThat(scenario.nodes().getFirst().interfaces())
        .extracting(InterfaceSpec::segment)
        .containsExactly("lan", "wan");
    assertThat(scenario.hosts().getFirst().interfaces()).hasSize(2);
    assertThat(scenario.timeline())
        .extracting(TimelineEvent::text)
        .containsExactly("link-down m1 on wan", "impair m1 on lan: loss 10 %", "crash client");
  }

  private static VrrpSpec onlyNode(String keys, String vrrp) {
    String file =
        """
        scenario: One node
        duration: 1s
        segments: { lan: { subnet: 192.0.2.0/24 } }
        nodes: { m1: { segment: lan, address: 192.0.2.11, KEYS vrrp: [VRRP] } }
        """;
    return read(file.replace("KEYS", keys).replace("VRRP", vrrp))
        .nodes()
        .getFirst()
        .vrrp()
        .getFirst();
  }

  private static Scenario read(String text, String... warnings) {
    ReadResult result =
        new ScenarioReader().read("some/scenario.yaml", text.getBytes(StandardCharsets.UTF_8));
    assertThat(result.problems()).hasSize(warnings.length);
    assertThat(result.problems())
        .allMatch(problem -> problem.severity() == Problem.Severity.WARNING);
    assertThat(result).isInstanceOf(ReadResult.Read.class);
    return ((ReadResult.Read) result).scenario();
  }
}
