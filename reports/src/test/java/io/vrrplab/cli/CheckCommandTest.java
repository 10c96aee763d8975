package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  @Test
  void shouldSayThatAFileCanRunAndNotRunIt() {
    Shell.Answer answer = shell.type("check", shell.file("a.yaml", "advise"), "lxd-cluster");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out().lines().toList())
        .hasSize(2)
        .satisfies(lines -> assertThat(lines.getFirst()).endsWith("warning: m2 and m3 tie"))
        .last()
        .isEqualTo("2 scenarios can run, 0 errors, 1 warning");
    assertThat(shell.engine().runs()).isEmpty();
  }

  @Test
  void shouldPrintEveryErrorAndExitWithTwo() {
    String bad = shell.file("a.yaml", "refuse");
    String conf = shell.file("m1.conf", "vrrp_instance VI_1 {}");

    Shell.Answer answer = shell.type("check", "--quiet", bad, conf);

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.out())
        .contains(bad + ":3:5: error: ", bad + ":7:5: error: ")
        .contains(conf + ":1:1: error: instance VI_1 has no virtual_router_id");
  }
}
