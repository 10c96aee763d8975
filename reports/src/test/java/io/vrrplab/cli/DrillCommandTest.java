package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People's own keepalived.conf files, without a scenario file: run them, or write the scenario. */
class DrillCommandTest {

  private static final String CONF =
      """
      vrrp_instance VI_1 {
          state BACKUP
          interface eth0
          virtual_router_id 41
          priority %d
          virtual_ipaddress {
              192.0.2.50/24
          }
      }
      """;

  @TempDir Path folder;

  private String conf(String name, int priority) throws IOException {
    return write(name, CONF.formatted(priority));
  }

  private String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  @Test
  void shouldRunTheStandardDrill() throws IOException {
    String a = conf("a.conf", 200);
    String b = conf("b.conf", 100);

    Shell.Answer answer =
        Shell.typeForReal("run", "--keepalived", a, "--keepalived", b, "--log", "keepalived");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .startsWith("The standard drill of a, b\n")
        .contains("stops gracefully", "has its daemon killed", "a  (VI_1) Entering MASTER STATE")
        .contains("PASS  3 of 3 expectations held")
        .endsWith(
            "replay: ./vrrplab run --keepalived %s --keepalived %s --seed 1\n".formatted(a, b));
  }

  @Test
  void shouldWriteTheScenarioThatItWouldRun() throws IOException {
    String a = conf("a.conf", 200);
    String b = conf("b.conf", 100);
    String lab = folder.resolve("lab").toString();

    Shell.Answer written =
        Shell.typeForReal(
            "init", "--keepalived", a, "--keepalived", b, "--node", "a=192.0.2.77", "-o", lab);
    Shell.Answer fromFolder = Shell.typeForReal("run", lab, "--json", "-");
    Shell.Answer atOnce =
        Shell.typeForReal(
            "run", "--keepalived", a, "--keepalived", b, "--node", "a=192.0.2.77", "--json", "-");

    assertThat(written.exitCode()).isZero();
    assertThat(folder.resolve("lab/a.conf")).hasSameTextualContentAs(Path.of(a));
    assertThat(folder.resolve("lab/scenario.yaml"))
        .content()
        .contains("a: { segment: lan, address: 192.0.2.77, keepalived: a.conf }");
    assertThat(fromFolder.out()).contains("\"verdict\": \"pass\"").isEqualTo(atOnce.out());
  }

  @Test
  void shouldPrintTheScenarioWhereNoFolderIsNamed() throws IOException {
    String a = conf("a.conf", 200);

    Shell.Answer answer = Shell.typeForReal("init", "--keepalived", a);

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).startsWith("scenario: The standard drill of a\n").contains(a);
  }

  @Test
  void shouldOverwriteNothing() throws IOException {
    String a = conf("a.conf", 200);
    write("lab/a.conf", "edited by hand");

    Shell.Answer answer =
        Shell.typeForReal("init", "--keepalived", a, "-o", folder.resolve("lab").toString());

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("lab/a.conf is there already; choose another folder");
    assertThat(folder.resolve("lab/scenario.yaml")).doesNotExist();
  }

  @Test
  void shouldLeaveAFileThatIncludesOthersWhereItIs() throws IOException {
    write("vips.inc", "192.0.2.50/24\n");
    String a =
        write("a.conf", CONF.formatted(200).replace("192.0.2.50/24", "\ninclude vips.inc\n"));
    String lab = folder.resolve("lab").toString();

    Shell.Answer written = Shell.typeForReal("init", "--keepalived", a, "-o", lab);
    Shell.Answer run = Shell.typeForReal("run", lab, "--quiet");

    assertThat(written.exitCode()).isZero();
    assertThat(folder.resolve("lab/a.conf")).doesNotExist();
    assertThat(run.out()).startsWith("PASS  1 of 1");
  }

  @Test
  void shouldTellNodesApartByTheirRouterIds() throws IOException {
    String one = write("one/keepalived.conf", CONF.formatted(200));
    String two =
        write("two/keepalived.conf", "global_defs {\n router_id two\n}\n" + CONF.formatted(100));
    String three = write("three/keepalived.conf", CONF.formatted(50));

    assertThat(Shell.typeForReal("init", "--keepalived", one, "--keepalived", two).out())
        .contains("  keepalived: { segment: lan,", "  two: { segment: lan,");
    assertThat(Shell.typeForReal("init", "--keepalived", one, "--keepalived", three).err())
        .contains("two nodes would have one name");
  }

  @Test
  void shouldTellAllThatIsWrongAtOnce() throws IOException {
    String a = conf("a.conf", 200);
    String bad = write("bad.conf", CONF.formatted(100).replace("    virtual_router_id 41\n", ""));

    Shell.Answer answer =
        Shell.typeForReal(
            "run",
            "--keepalived",
            a,
            "--keepalived",
            bad,
            "--keepalived",
            "nowhere.conf",
            "--node",
            "aa=192.0.2.1",
            "--node",
            "a=here",
            "--node",
            "a");

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .contains(bad + ":1:1: error: ", "KA-VRID-MISSING")
        .contains("nowhere.conf: error: no such file")
        .contains("--node aa=192.0.2.1: error: there is no node aa")
        .contains("--node a=here: error: here is not an address")
        .contains("--node a: error: an address is given as NAME=ADDRESS");
  }

  @Test
  void shouldSayThatAFileIsTooLargeForADrill() throws IOException {
    String block =
        CONF.formatted(100)
            .replace("VI_1", "VI_${IF}_$VRID")
            .replace("eth0", "eth$IF")
            .replace("41", "$VRID")
            .replace("192.0.2.50", "10.${IF}.${VRID}.1")
            .replace("\n", " \\\n");
    String large = write("a.conf", "$B= \\\n" + block + "\n~SEQ(IF,1,20) ~SEQ(VRID,1,254) $B\n");

    Shell.Answer answer = Shell.typeForReal("run", "--keepalived", large);

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err())
        .isEqualTo(
            large
                + ": error: 5080 instances, and a drill takes up to 5000 of a file; check reads"
                + " them all\n");
  }

  @Test
  void shouldNotReadTheBeginningOfAFileAlone() throws IOException {
    String huge = write("a.conf", CONF.formatted(100) + "#\n".repeat(1 << 19));

    Shell.Answer answer = Shell.typeForReal("run", "--keepalived", huge);

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err())
        .isEqualTo(huge + ": error: the file is larger than 1 MiB; a run takes none, check does\n");
  }

  @Test
  void shouldFailWhereTheNodesDoNotAgree() throws IOException {
    String a = conf("a.conf", 200);
    String b =
        write("b.conf", CONF.formatted(100).replace("priority", "advert_int 2\n    priority"));

    Shell.Answer answer = Shell.typeForReal("run", "--keepalived", a, "--keepalived", b, "--quiet");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out()).startsWith("FAIL  ");
  }
}
