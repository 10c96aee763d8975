package io.vrrplab.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.cli.Console;
import io.vrrplab.cli.Engine;
import io.vrrplab.cli.Interrupt;
import io.vrrplab.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same command line on Spark, in its local mode, and on the local engine: the same bytes. */
class SparkCampaignTest {

  /** Half of the crashes break the expectation; at two losses and two intervals. */
  private static final String CRASH =
      """
      scenario: A crash
      duration: 10s
      segments:
        lan: { subnet: 192.0.2.0/24 }
      nodes:
        m1: { segment: lan, address: 192.0.2.11, vrrp: [{ vrid: 41, version: 2, priority: 200, virtual-addresses: [192.0.2.50] }] }
        m2: { segment: lan, address: 192.0.2.12, vrrp: [{ vrid: 41, version: 2, virtual-addresses: [192.0.2.50] }] }
      hosts:
        client: { segment: lan, address: 192.0.2.100 }
      traffic:
        - ping: { from: client, to: 192.0.2.50, every: 1s }
      timeline:
        - { at: { uniform: [5s, 6s] }, crash: m1 }
      expect:
        - no-master: { at-most: 3109375us }
      sweep:
        loss: { set: segments.lan.loss, over: [0%, 3%] }
        interval: { set: nodes.*.vrrp.*.interval, over: [1s, 2s] }
      """;

  private static final String OWN_CONFIGURATIONS =
      """
      scenario: A crash of somebody's own nodes
      duration: 10s
      segments:
        lan: { subnet: 192.0.2.0/24 }
      nodes:
        m1: { segment: lan, address: 192.0.2.11, keepalived: m1.conf }
        m2: { segment: lan, address: 192.0.2.12, keepalived: m2.conf }
      timeline:
        - { at: { uniform: [5s, 6s] }, crash: m1 }
      expect:
        - failover: { from: m1, to: m2, within: rfc }
      """;

  private static final String CONFIGURATION =
      """
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 41
        priority %d
        virtual_ipaddress { 192.0.2.50 }
      }
      """;

  @TempDir Path folder;

  /** What a command line gave. */
  private record Answer(int exitCode, String out, String err) {}

  @ParameterizedTest
  @ValueSource(strings = {"--json -", "", "--until-ci 5% --json -", "--seed 99 --json -"})
  void shouldGiveTheBytesOfTheLocalEngine(String options) throws IOException {
    String[] typed =
        Stream.concat(
                Stream.of("campaign", file(), "--runs", "300"),
                Stream.of(options.split(" ", -1)).filter(word -> !word.isEmpty()))
            .toArray(String[]::new);

    Answer onSpark = type(spark(), typed);

    assertThat(onSpark).isEqualTo(type(Engine.simulator(), typed));
    assertThat(onSpark.exitCode()).isEqualTo(1);
    assertThat(onSpark.out()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crash-at-random", "lxd-cluster"})
  void shouldRunABundledScenario(String name) {
    String[] typed = {"campaign", name, "--runs", "200", "--json", "-"};

    Answer onSpark = type(spark(), typed);

    assertThat(onSpark).isEqualTo(type(Engine.simulator(), typed));
    assertThat(onSpark.exitCode()).isZero();
  }

  @Test
  void shouldTakeTheConfigurationsBesideTheFileAlong() throws IOException {
    Path scenario = folder.resolve("own.yaml");
    Files.writeString(scenario, OWN_CONFIGURATIONS);
    Files.writeString(folder.resolve("m1.conf"), CONFIGURATION.formatted(200));
    Files.writeString(folder.resolve("m2.conf"), CONFIGURATION.formatted(100));
    String[] typed = {"campaign", scenario.toString(), "--runs", "200", "--json", "-"};

    Answer onSpark = type(spark(), typed);

    assertThat(onSpark).isEqualTo(type(Engine.simulator(), typed));
    assertThat(onSpark.exitCode()).isZero();
  }

  @Test
  void shouldRefuseABadFileBeforeSparkStarts() throws IOException {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(file, "scenario: No nodes\n");
    String[] typed = {"campaign", file.toString(), "--runs", "10"};
    SparkConf nowhere = new SparkConf(false).setMaster("no such cluster");

    Answer onSpark = type(new SparkEngine(nowhere), typed);

    assertThat(onSpark).isEqualTo(type(Engine.simulator(), typed));
    assertThat(onSpark.exitCode()).isEqualTo(2);
  }

  private String file() throws IOException {
    return Files.writeString(folder.resolve("crash.yaml"), CRASH).toString();
  }

  private static Engine spark() {
    return new SparkEngine(
        new SparkConf(false)
            .setMaster("local[2]")
            .set("spark.ui.enabled", "false")
            .set("spark.driver.bindAddress", "127.0.0.1")
            .set("spark.driver.host", "127.0.0.1"));
  }

  private static Answer type(Engine engine, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            () -> false,
            Map.of());
    int exitCode = Main.run(arguments, console, engine, new Interrupt());
    return new Answer(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
