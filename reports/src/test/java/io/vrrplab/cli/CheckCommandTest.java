package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
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
  void shouldNotBeSilencedAboutAnError() {
    String conf =
        shell.file("m1.conf", PLAIN.replace("100", "300 # vrrplab: allow KA-VALUE-INVALID"));

    Shell.Answer answer = shell.type("check", conf);

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.out())
        .contains(conf + ":4:12: error: priority 300 is outside 1 to 255; keepalived takes 100")
        .contains(conf + ":4:33: warning: keepalived refuses the file for KA-VALUE-INVALID");
  }

  @Test
  void shouldFoldWhatIsSaidOfManyInstances() {
    String block = PLAIN.replace("VI_1", "VI_$N").replace("7", "$N").replace("\n", " \\\n");
    String many = shell.file("m1.conf", "$BLOCK= \\\n" + block + "\n~SEQ(N,1,200) $BLOCK\n");
    String written = shell.file("m2.conf", written(200));

    for (String conf : List.of(many, written)) {
      Shell.Answer answer = shell.type("check", conf);

      List<String> freezes = answer.out().lines().filter(it -> it.contains("KA-FREEZE")).toList();
      assertThat(freezes).hasSize(6);
      assertThat(freezes.getLast()).endsWith("note: and 195 more like this [KA-FREEZE]");
      assertThat(answer.out())
          .endsWith("1 keepalived.conf file read, 0 errors, 1 warning, 400 notes\n");
    }
  }

  /** As many instances, each written out. */
  private static String written(int instances) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= instances; i++) {
      text.append(PLAIN.replace("VI_1", "VI_" + i).replace("7", Integer.toString(i)));
    }
    return text.toString();
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
  void shouldReadTheConfigurationsOfAFolder() {
    shell.file("pair/m1.conf", PLAIN);
    shell.file("pair/m2.conf", PLAIN);

    Shell.Answer answer = shell.type("check", shell.path("pair"));

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .contains("m2.conf:4:3: warning: ", "[KA-PRIORITY-TIE]")
        .endsWith("2 keepalived.conf files read, 0 errors, 1 warning, 4 notes\n");
  }

  @Test
  void shouldEndWithALineAnErrorWhateverAFileHolds() {
    String doubled = "$A0=x\n";
    for (int i = 0; i < 40; i++) {
      doubled += "$A%d=$A%d $A%d\n".formatted(i + 1, i, i);
    }
    SequencedMap<String, String> said = new LinkedHashMap<>();
    said.put("missing.conf", "no such file");
    said.put(shell.file("binary.conf", "ELF\0\1\2"), "this is no text, but a binary file");
    said.put(shell.file("loop.conf", "include loop.conf\n"), "files include each other");
    said.put(shell.file("doubled.conf", doubled + "$A40\n"), "or too many others");
    said.put(shell.file("long.conf", "x".repeat(1_000_000)), "takes 1023 characters of a line");
    said.put(shell.file("open.conf", "vrrp_instance V {\n".repeat(1000)), "is never closed");

    for (Map.Entry<String, String> each : said.sequencedEntrySet()) {
      Shell.Answer answer = shell.type("check", each.getKey());

      assertThat(answer.exitCode()).isEqualTo(2);
      assertThat(answer.err()).isEmpty();
      assertThat(answer.out())
          .contains(each.getValue())
          .doesNotContain("\tat ", "Exception")
          .endsWith("notes\n");
    }
  }

  @Test
  void shouldListTheRules() {
    assertThat(shell.type("check", "--rules").out())
        .contains("KA-AUTH-TRUNCATED")
        .contains("use 8 characters or fewer");
  }
}
