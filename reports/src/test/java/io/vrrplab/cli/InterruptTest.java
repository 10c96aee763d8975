package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.vrrplab.scenario.ScenarioLibrary;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the midst of the work, as a person presses it: what is finished is not lost. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InterruptTest {

  private static final int INTERRUPTED = 130;

  @TempDir private Path folder;

  @BeforeEach
  void needsSignals() {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "no signals");
  }

  /** Whoever starts the tests in the background has SIGINT ignored, for us and for all we start. */
  private static boolean ignoresSigint() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .anyMatch(ignored -> (Long.parseUnsignedLong(ignored, 16) & 2) != 0);
  }

  @Test
  void shouldKeepTheCasesOfAConformanceRun() throws Exception {
    String out = folder.resolve("out").toString();

    List<String> said =
        interrupted(Main.class, "PASS", "conformance", "--repeat", "1000", "--quiet", "--out", out);

    assertThat(said.getFirst()).startsWith("PASS  rfc3768: conformant to RFC 3768");
    assertThat(Files.readString(folder.resolve("out/result.json")))
        .startsWith("{\n  \"format\": \"vrrplab-conformance")
        .contains("\"claim\": \"conformant to RFC 3768\"")
        .endsWith("}\n");
    assertThat(Files.readString(folder.resolve("out/junit.xml")))
        .contains("<testsuite name=\"rfc3768.RFC 3768\"")
        .endsWith("</testsuites>\n");
    assertThat(files()).containsExactly("junit.xml", "result.json");
  }

  @Test
  void shouldKeepTheRunsOfScenarios() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("run", "--quiet"));
    arguments.addAll(List.of("--out", folder.resolve("out").toString()));
    arguments.addAll(Collections.nCopies(2000, ScenarioLibrary.names().getFirst()));

    interrupted(Main.class, "", arguments.toArray(String[]::new));

    assertThat(Files.readString(folder.resolve("out/result.json"))).endsWith("}\n");
    assertThat(files()).contains("result.json").noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void shouldKeepTheBlocksOfACampaign() throws Exception {
    String scenario = ScenarioLibrary.names().getFirst();
    String out = folder.resolve("out").toString();

    interrupted(
        CampaignProcess.class,
        CampaignProcess.PROGRESS,
        "campaign",
        scenario,
        "--runs",
        "1000000",
        "--out",
        out);

    assertThat(Files.readString(folder.resolve("out/result.json")))
        .contains("\"interrupted\": true")
        .endsWith("}\n");
    assertThat(files()).containsExactly("result.json");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** Starts the program, presses Ctrl-C at its first line of a kind, and gives all that it said. */
  private static List<String> interrupted(Class<?> main, String line, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    if (ignoresSigint()) {
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> said = new ArrayList<>();
    boolean pressed = false;
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String next = reader.readLine(); next != null; next = reader.readLine()) {
        said.add(next);
        if (!pressed && next.startsWith(line)) {
          pressed = true;
          new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().onExit().join();
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.onExit().join().exitValue()).isEqualTo(INTERRUPTED);
    return said;
  }
}
