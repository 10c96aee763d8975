package io.vrrplab.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.SweepPoint;
import io.vrrplab.scenario.spec.VrrpSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sweep crosses values of any keys. What is wrong with one is told in {@code broken/}. */
class SweepTest {

  private static final String FILE =
      """
      scenario: Two nodes
      duration: 20s
      segments:
        lan: { subnet: 192.0.2.0/24 }
      nodes:
        m.1: { segment: lan, address: 192.0.2.11, vrrp: [{ vrid: 41, priority: 200, virtual-addresses: [192.0.2.50] }] }
        m.2: { segment: lan, address: 192.0.2.12, vrrp: [{ vrid: 41, interval: 2s, virtual-addresses: [192.0.2.50] }] }
      timeline:
        - { at: { uniform: [5s, 6s] }, crash: m.1 }
      """;

  @Test
  void shouldCrossParametersTheLastTurningFastest() {
    List<SweepPoint> points =
        points(
            """
            sweep:
              interval: { set: nodes.*.vrrp.*.interval, over: [100ms, 1s] }
              loss: { set: segments.lan.loss, over: [0%, 1%, 5%] }
            """);

    assertThat(points)
        .extracting(SweepPoint::label)
        .containsExactly(
            "interval=100ms loss=0%",
            "interval=100ms loss=1%",
            "interval=100ms loss=5%",
            "interval=1s loss=0%",
            "interval=1s loss=1%",
            "interval=1s loss=5%");
    assertThat(vrrp(points.get(2).scenario()))
        .extracting(VrrpSpec::intervalNanos)
        .containsExactly(100_000_000L, 100_000_000L);
    assertThat(points.get(5).scenario().segments().getFirst().lossFraction()).isEqualTo(0.05);
  }

  @Test
  void shouldSweepWhatSwitchesDo() {
    List<SweepPoint> points =
        points(
            """
            sweep:
              snooping: { set: segments.lan.snooping, over: [false, true] }
              delay: { set: segments.lan.forward-delay, from: 0s, to: 30s, steps: 3 }
            """);

    assertThat(points)
        .extracting(point -> point.scenario().segments().getFirst())
        .extracting(lan -> (lan.snooping() != null) + " " + lan.forwardDelayNanos() / 1_000_000)
        .containsExactly(
            "false 0", "false 15000", "false 30000", "true 0", "true 15000", "true 30000");
  }

  @Test
  void shouldSetWhatIsNamedByKeyOrIndexAndLeaveTheRest() {
    List<SweepPoint> points =
        points("sweep: { p: { set: nodes.m.2.vrrp.0.priority, over: [50, 250] } }");

    assertThat(vrrp(points.get(1).scenario()))
        .extracting(VrrpSpec::priorityValue)
        .containsExactly(200, 250);
  }

  @Test
  void shouldPutAValueInThePlaceOfADraw() {
    List<SweepPoint> points = points("sweep: { at: { set: timeline.0.at, over: [7s] } }");

    assertThat(points.getFirst().scenario().timeline().getFirst().atNanos())
        .isEqualTo(7_000_000_000L);
  }

  @Test
  void shouldSpaceARangeEvenly() {
    assertThat(labels("{ set: nodes.*.vrrp.*.interval, from: 100ms, to: 1s, steps: 4 }"))
        .containsExactly("x=100ms", "x=400ms", "x=700ms", "x=1s");
    assertThat(labels("{ set: segments.lan.loss, from: 1%, to: 0%, steps: 3 }"))
        .containsExactly("x=1%", "x=0.5%", "x=0%");
    assertThat(labels("{ set: segments.lan.bandwidth, from: 10Mbps, to: 1Gbps, steps: 2 }"))
        .containsExactly("x=10Mbps", "x=1Gbps");
    assertThat(labels("{ set: nodes.m.2.vrrp.*.priority, from: 1, to: 101, steps: 3 }"))
        .containsExactly("x=1", "x=51", "x=101");
  }

  @Test
  void shouldRunTheFilesOwnValuesOutsideOfACampaign() {
    String file = FILE + "sweep: { i: { set: nodes.*.vrrp.*.interval, over: [100ms] } }";

    ReadResult result =
        new ScenarioReader().read("two.yaml", file.getBytes(StandardCharsets.UTF_8));

    assertThat(vrrp(((ReadResult.Read) result).scenario()))
        .extracting(VrrpSpec::intervalNanos)
        .containsExactly(1_000_000_000L, 2_000_000_000L);
  }

  @Test
  void shouldHaveOnePointWithoutASweep() {
    assertThat(points("")).extracting(SweepPoint::label).containsExactly("");
  }

  private static List<String> labels(String parameter) {
    return points("sweep: { x: " + parameter + " }").stream().map(SweepPoint::label).toList();
  }

  private static List<VrrpSpec> vrrp(Scenario scenario) {
    return scenario.nodes().stream().flatMap(node -> node.vrrp().stream()).toList();
  }

  private static List<SweepPoint> points(String sweep) {
    SweepReading reading =
        new ScenarioReader().readSweep("two.yaml", (FILE + sweep).getBytes(StandardCharsets.UTF_8));
    assertThat(reading.problems()).isEmpty();
    return ((SweepReading.Read) reading).points();
  }
}
