package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.report.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code vrrplab campaign}, with the real simulator behind it. */
class CampaignCommandTest {

  /**
   * A crash in the later half of an interval is noticed in less than 3.109 s, an earlier is not.
   */
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
        interval: { set: nodes.*.vrrp.*.interval, over: [1s, 2s] }
      """;

  @TempDir Path folder;

  @Test
  void shouldReportDistributionsAndTheRunsThatBrokeAnExpectation() throws IOException {
    Shell shell = new Shell(folder);
    String file = shell.file("crash.yaml", CRASH);

    Shell.Answer answer =
        shell.type("campaign", file, "--runs", "40", "--json", shell.path("result.json"));

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err()).isEmpty();
    Golden.assertMatches("campaign.txt", answer.out().replace(file, "crash.yaml"));
    Golden.assertMatches(
        "campaign.json",
        Files.readString(folder.resolve("result.json")).replace(file, "crash.yaml"));
  }

  @Test
  void shouldWriteTheSameBytesWithAnyNumberOfJobs() {
    Shell shell = new Shell(folder);
    String file = shell.file("crash.yaml", CRASH);

    Shell.Answer one = shell.type("campaign", file, "--runs", "70", "--jobs", "1", "--json", "-");

    assertThat(shell.type("campaign", file, "--runs", "70", "--jobs", "5", "--json", "-"))
        .isEqualTo(one);
    assertThat(one.out()).contains("\"runs\": 140,");
    assertThat(one.err()).startsWith("FAIL");
  }

  @Test
  void shouldGiveACommandThatBreaksTheSameExpectationAgain() {
    Shell shell = new Shell(folder);
    String file = shell.file("crash.yaml", CRASH);
    String verdict = shell.type("campaign", file, "--runs", "40", "--quiet").out();
    String replay = verdict.substring(verdict.indexOf("run "), verdict.length() - 1);

    Shell.Answer answer = shell.type(replay.split(" "));

    assertThat(replay).startsWith("run " + file + " --seed ").endsWith(" --set interval=1s");
    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out()).contains("FAIL  0 of 1 expectation held").endsWith(replay + "\n");
  }

  /** Standard error raises the interrupt when progress is first shown, after the first block. */
  @Test
  void shouldKeepFinishedBlocksWhenInterrupted() throws IOException {
    Shell shell = new Shell(folder);
    String file = shell.file("crash.yaml", CRASH);
    Interrupt interrupt = new Interrupt();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(new RaisesInterrupt(interrupt), false, StandardCharsets.UTF_8),
            () -> true,
            Map.of("NO_COLOR", "1"));
    String json = shell.path("result.json");

    int exitCode =
        Main.run(
            new String[] {"campaign", file, "--runs", "160", "--json", json},
            console,
            new SimulatorEngine(),
            interrupt);

    assertThat(exitCode).isEqualTo(130);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(" of 10 runs", "(interrupted, of 320)");
    assertThat(Files.readString(Path.of(json)))
        .contains("\"runs\": 10,", "\"runsPlanned\": 320,", "\"interrupted\": true");
  }

  @Test
  void shouldWriteNothingButItsFilesWhenJsonGoesToStandardOutput() {
    Shell shell = new Shell(folder);
    String file = shell.file("crash.yaml", CRASH.replace("3109375us", "4s"));

    Shell.Answer answer = shell.type("campaign", file, "--runs", "3", "--seed", "5", "--json", "-");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).startsWith("{").endsWith("}\n").contains("\"seed\": 5,");
    assertThat(answer.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          campaign crash-at-random                               | campaign needs --runs N, how many runs each point gets
          campaign crash-at-random --runs 0                      | --runs is from 1 to 100000000, not 0
          campaign crash-at-random --runs 1 --jobs 0             | --jobs is from 1 to 1024, not 0
          campaign crash-at-random --runs 1 --until-ci 1         | --until-ci is a percentage such as 1% or a time such as 2ms, not 1
          campaign --runs 1                                      | campaign takes one scenario: a file or a bundled one
          campaign crash-at-random lxd-cluster --runs 1          | campaign takes one scenario: a file or a bundled one
          """)
  void shouldSayInOneLineWhatItNeeds(String line, String message) {
    Shell.Answer answer = new Shell(folder).type(line.split(" "));

    assertThat(answer).isEqualTo(new Shell.Answer(2, "", "vrrplab: " + message + "\n"));
  }

  @Test
  void shouldSayWhichPointsThereAre() {
    Shell shell = new Shell(folder);
    String file = shell.file("crash.yaml", CRASH);

    assertThat(shell.type("run", file, "--set", "interval=3s"))
        .isEqualTo(
            new Shell.Answer(
                2,
                "",
                file
                    + ": error: no point of the sweep is interval=3s;"
                    + " set every one of interval=1s, 2s\n"));
  }

  private static final class RaisesInterrupt extends OutputStream {

    private final Interrupt interrupt;

    RaisesInterrupt(Interrupt interrupt) {
      this.interrupt = interrupt;
    }

    @Override
    public void write(int octet) {
      interrupt.raise();
    }
  }
}
