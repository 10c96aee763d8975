package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  @Test
  void shouldPrintTheReportOfAFile() {
    String file = shell.file("a.yaml", "pass");

    Shell.Answer answer = shell.type("run", file);

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .startsWith("An LXD cluster loses its master\n" + file + " · seed 42")
        .endsWith(" · replay: ./vrrplab run " + file + " --seed 42\n");
  }

  @Test
  void shouldRunABundledScenarioByName() {
    Shell.Answer answer = shell.type("run", "lxd-cluster", "--seed", "7");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).endsWith("replay: ./vrrplab run lxd-cluster --seed 7\n");
  }

  @Test
  void shouldExitWithOneAndPrintTheReplayWhereAnExpectationFails() {
    String file = shell.file("it's.yaml", "fail");

    Shell.Answer answer = shell.type("run", file, "--quiet");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out())
        .isEqualTo(
            "FAIL  1 of 3 expectations held · %s · replay: ./vrrplab run '%s' --seed 42\n"
                .formatted(file, file.replace("'", "'\\''")));
  }

  @Test
  void shouldPrintAllProblemsOfAllFilesAndRunNone() {
    String good = shell.file("good.yaml", "pass");
    String one = shell.file("one.yaml", "refuse");
    String two = shell.file("two.yaml", "refuse");
    String missing = shell.path("missing.yaml");

    Shell.Answer answer =
        shell.type("run", good, one, two, missing, "lxd-clutser", "--out", shell.path("out"));

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err().lines())
        .containsExactlyInAnyOrder(
            one + ":3:5: error: unknown key nodez\uFFFD[2J; did you mean nodes?",
            one + ":7:5: error: vrid 300 is outside 1–255",
            two + ":3:5: error: unknown key nodez\uFFFD[2J; did you mean nodes?",
            two + ":7:5: error: vrid 300 is outside 1–255",
            missing + ": error: no such file",
            "lxd-clutser: error: no such file, folder or bundled scenario;"
                + " did you mean lxd-cluster?");
    assertThat(shell.engine().runs()).isEmpty();
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void shouldTellWarningsAndRun() {
    Shell.Answer answer = shell.type("run", shell.file("a.yaml", "advise"));

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.err()).contains(":2:5: warning: m2 and m3 tie").hasLineCount(1);
    assertThat(answer.out()).contains("PASS");
  }

  @Test
  void shouldRunTheScenariosOfAFolderInOrder() throws IOException {
    shell.file("set/c.json", "pass");
    shell.file("set/a.yaml", "fail");
    shell.file("set/b/scenario.yaml", "advise");
    shell.file("set/b/m1.yaml", "refuse");
    shell.file("set/notes.md", "refuse");
    shell.file("set/result.json", "refuse");
    Files.createDirectories(folder.resolve("set/empty"));

    Shell.Answer answer = shell.type("run", shell.path("set"));

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(shell.engine().runs()).containsExactly("fail", "pass", "pass");
    assertThat(answer.out()).endsWith("3 scenarios: 2 passed, 1 failed\n");
  }

  @Test
  void shouldTakeAFolderWithAScenarioFileAsThatScenario() {
    shell.file("lab/scenario.yaml", "pass");
    shell.file("lab/other.yaml", "refuse");

    assertThat(shell.type("run", shell.path("lab")).exitCode()).isZero();
    assertThat(shell.engine().runs()).containsExactly("pass");
  }

  @Test
  void shouldRefuseAFolderWithoutScenarios() {
    Shell.Answer answer = shell.type("run", folder.toString());

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("the folder holds no scenario file").hasLineCount(1);
  }

  @Test
  void shouldGoOnAfterARunThatCannotEnd() {
    String endless = shell.file("a.yaml", "endless");
    String good = shell.file("b.yaml", "pass");

    Shell.Answer answer = shell.type("run", endless, good, "--quiet");

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).isEqualTo(endless + ": error: more than 1000 events; seed 42\n");
    assertThat(answer.out()).contains("PASS").hasLineCount(1);
  }

  @Test
  void shouldColourOnATerminalOnly() {
    assertThat(shell.type("run", "lxd-cluster").out()).doesNotContain("\u001b");
    assertThat(shell.onTerminal().type("run", "lxd-cluster").out()).contains("\u001b[32mPASS");
  }

  @Test
  void shouldNotColourWhereThatIsUnwanted() {
    shell.onTerminal();

    assertThat(shell.type("run", "lxd-cluster", "--no-color").out()).doesNotContain("\u001b");
    assertThat(shell.with("NO_COLOR", "1").type("run", "lxd-cluster").out())
        .doesNotContain("\u001b");
    assertThat(shell.with("TERM", "dumb").type("run", "lxd-cluster").out())
        .doesNotContain("\u001b");
  }
}
