package io.vrrplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client's gateway is a virtual router, which itself sends by way of the client's neighbour. */
class NodeRedirectsTest {

  private static final String WORLD =
      """
      scenario: A detour
      duration: 6s
      segments:
        lan: { subnet: 192.0.2.0/24 }
        side: { subnet: 203.0.113.0/24 }
        far: { subnet: 198.51.100.0/24 }
      nodes:
        m1: { interfaces: { lan: 192.0.2.11, side: 203.0.113.11 }, %s vrrp: [{ segment: lan, vrid: 41, version: 3, virtual-addresses: [192.0.2.1] }] }
      routers:
        edge: { interfaces: { lan: 192.0.2.9, far: 198.51.100.9 } }
      hosts:
        client: { segment: lan, address: 192.0.2.100, gateway: 192.0.2.1 }
        server: { segment: far, address: 198.51.100.80 }
      traffic:
        - ping: { from: client, to: 198.51.100.80, every: 1s, start: 5s, count: 1 }
      """;

  /** Source 192.0.2.1, destination 192.0.2.100, then ICMP type 5 code 1. */
  private static final String REDIRECT = "\u00c0\0\2\1\u00c0\0\2\u0064\5\1";

  private static ScenarioRunner.Run run(String key) {
    byte[] content = WORLD.formatted(key).getBytes(StandardCharsets.UTF_8);
    return switch (new ScenarioReader().read("scenario.yaml", content)) {
      case ReadResult.Read(Scenario scenario, _) -> ScenarioRunner.run(scenario, true);
      case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private static String octets(ScenarioRunner.Run run) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Objects.requireNonNull(run.capture()).writeTo(out);
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({"''", "'redirects: true,'"})
  void shouldTellOfTheShorterWay(String key) throws IOException {
    ScenarioRunner.Run run = run(key);

    assertThat(run.result().traffic().getFirst().received()).isEqualTo(1);
    assertThat(octets(run)).contains(REDIRECT);
  }

  @Test
  void shouldKeepSilentWhereRedirectsAreOff() throws IOException {
    ScenarioRunner.Run run = run("redirects: false,");

    assertThat(run.result().traffic().getFirst().received()).isEqualTo(1);
    assertThat(octets(run)).doesNotContain(REDIRECT);
  }
}
