package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {

  private static final String PLAIN =
      """
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 7
        priority 100
        virtual_ipaddress {
          192.0.2.50/24
        }
      }
      """;

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
        .contains(conf + ":1:1: error: instance VI_1 has no virtual_router_id")
        .endsWith("[KA-ADDRESS-MISSING]\n");
  }

  @Test
  void shouldAdviseOnFilesThatKeepalivedTakesAndExitWithZero() {
    String m1 = shell.file("m1.conf", PLAIN);
    String m2 = shell.file("m2.conf", PLAIN);

    Shell.Answer answer = shell.type("check", m1, m2);

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .contains(
            m2 + ":4:3: warning: " + m1 + " has priority 100 too: both stand up after 3.609 s")
        .endsWith("2 keepalived.conf files read, 0 errors, 1 warning, 4 notes\n");
  }

  @Test
  void shouldLeaveOutWhatACommentAllows() {
    String m1 = shell.file("m1.conf", PLAIN);
    String m2 = shell.file("m2.conf", "# vrrplab: allow-file KA-PRIORITY-TIE\n" + PLAIN);

    assertThat(shell.type("check", m1, m2).out()).doesNotContain("warning: ");
  }

  @Test
  void shouldReadForTheVersionAndTheNodeThatIsAsked() {
    String conf = shell.file("m1.conf", PLAIN.replace("}\n}", "}\n  @m1 owner_ignore_adverts\n}"));

    assertThat(shell.type("check", "--config-id=m1", conf).exitCode()).isEqualTo(2);
    assertThat(shell.type("check", "--config-id=m2", conf).exitCode()).isZero();
    assertThat(shell.type("check", "--config-id=m1", "--keepalived-version=2.4", conf).exitCode())
        .isZero();
    assertThat(shell.type("check", "--keepalived-version=2.1", conf).err())
        .contains("no keepalived version 2.1; there are 1.3, 2.0, 2.2, 2.3.3, 2.4");
  }

  @Test
  void shouldWriteSarifForCodeHosts() {
    String bad = shell.file("a.yaml", "refuse");
    String conf = shell.file("m 1.conf", PLAIN + "}\n");

    Shell.Answer answer = shell.type("check", "--format=sarif", bad, conf);

    assertThat(answer.exitCode()).isEqualTo(2);
    JsonNode run = JsonMapper.shared().readTree(answer.out()).get("runs").get(0);
    assertThat(run.get("tool").get("driver").get("rules").findValuesAsString("id"))
        .contains("SCENARIO", "KA-BRACES");
    JsonNode result = run.get("results").get(run.get("results").size() - 1);
    assertThat(result.get("ruleId").asString()).isEqualTo("KA-BRACES");
    assertThat(result.get("level").asString()).isEqualTo("error");
    JsonNode place = result.get("locations").get(0).get("physicalLocation");
    assertThat(place.get("artifactLocation").get("uri").asString())
        .startsWith("file:///")
        .endsWith("/m%201.conf");
    assertThat(place.get("region").get("startLine").asInt()).isEqualTo(9);
  }

  @Test
  void shouldListTheRules() {
    assertThat(shell.type("check", "--rules").out())
        .contains("KA-AUTH-TRUNCATED")
        .contains("use 8 characters or fewer");
  }
}
