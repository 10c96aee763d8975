package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu | unknown command rnu; did you mean run?",
        "lsit | unknown command lsit; did you mean list?",
        "frobnicate | unknown command frobnicate; there are: run, campaign, conformance, check,"
            + " init, list, help",
        "--seed 3 run x | unknown option --seed; a command comes first",
        "run | run what? name a file, a folder or a bundled scenario",
        "check | check what? name a file, a folder, a bundled scenario or a keepalived.conf",
        "run x --sed 3 | unknown option --sed; did you mean --seed?",
        "run x --sed=3 | unknown option --sed; did you mean --seed?",
        "run x --frobnicate | unknown option --frobnicate",
        "run x --seed | missing required parameter for option '--seed' (N)",
        "run x --seed abc | invalid value for option '--seed': 'abc' is not a whole number",
        "run x --seed 1 --seed 2 | option '--seed' (N) should be specified only once",
        "check x --json - | unknown option --json",
        "list all | vrrplab list takes no argument all",
        "conformance rnu | unknown command conformance rnu; did you mean run?",
        "conformance --case ip-tll | no case ip-tll; did you mean ip-ttl?",
        "conformance --tag timer | no tag timer; did you mean timers?",
        "conformance --requirement VRRP-TX-TTL-25 | no requirement VRRP-TX-TTL-25; did you mean"
            + " VRRP",
        "conformance --requirement rx-ttl-25 | no requirement rx-ttl-25; did you mean VRRP-RX",
        "conformance --tag tx | no tag tx; there are: accepting-adverts, ",
        "conformance --tag adverts | no tag adverts; did you mean accepting-adverts, odd-adverts",
        "conformance --case ttl | no case ttl; did you mean ",
        "conformance --dut rfc956 | no device rfc956; did you mean rfc9568?",
        "conformance --dut cisco | no device cisco; there are: rfc3768, rfc5798, rfc9568, keep",
        "conformance --rfc 2338 | --rfc is one of 3768, 5798, 9568, not 2338",
        "conformance --dut rfc9568 --rfc 3768 | rfc9568 does not speak version 2",
        "conformance --case ip-ttl --exclude ip-* | no case is left",
        "conformance --case rx-auth-type-1 --rfc 9568 | nothing to run: none of the chosen",
        "conformance --level may | --level is must or should, not may",
        "conformance --repeat 0 | --repeat is from 1 to 1000, not 0",
        "conformance --expect missing.yaml | cannot read missing.yaml: no such file",
        "conformance --rerun pass r.json | --rerun is fail or inconclusive, not pass",
        "conformance --rerun fail missing.json | cannot read missing.json: no such file",
        "conformance explain | explain what? name a case",
        "conformance explain ip-tll | no case ip-tll; did you mean ip-ttl?",
        "conformance diff a.json | diff takes two results: OLD.json NEW.json",
        "report r.json | report is not supported yet",
        "help report | report is not supported yet",
        "campaign x | campaign needs --runs N",
        "run --node a=192.0.2.1 x | --node goes with --keepalived",
        "run x --log syslog | invalid value for option '--log': 'syslog' is no log",
        "init | init from what? name the files: --keepalived A.conf …",
        "run x --html r | --html is not supported yet",
        "run x --junit r | --junit is not supported yet"
      })
  void shouldRefuseInOneLine(String line, String message) {
    Shell.Answer answer = shell.type(line.split(" "));

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).startsWith("vrrplab: " + message).hasLineCount(1);
    assertThat(shell.engine().runs()).isEmpty();
  }

  @Test
  void shouldShowUsageWhereNothingIsAskedFor() {
    Shell.Answer answer = shell.type();

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("Usage: vrrplab COMMAND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h"})
  void shouldShowUsageOnRequest(String word) {
    Shell.Answer answer = shell.type(word);

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).contains("Usage: vrrplab COMMAND").contains("run FILE|NAME|FOLDER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run --help", "help run", "run x -h"})
  void shouldShowTheOptionsOfACommand(String line) {
    Shell.Answer answer = shell.type(line.split(" "));

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .contains("--seed", "--json", "--pcap", "--out", "--quiet", "--no-color")
        .contains("--keepalived", "--node", "--log")
        .doesNotContain("--html");
    assertThat(shell.engine().runs()).isEmpty();
  }

  @Test
  void shouldPrintTheVersion() {
    assertThat(shell.type("--version").out()).startsWith("vrrplab ").hasLineCount(1);
  }

  @Test
  void shouldListBundledScenariosALineEach() {
    Shell.Answer answer = shell.type("list");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .isEqualTo(
            """
            lxd-cluster  An LXD cluster loses its master
            link-loss    A link that loses every fifth frame
            """);
  }
}
