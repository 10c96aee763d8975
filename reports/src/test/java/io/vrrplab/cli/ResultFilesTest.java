package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vrrplab.report.ResultJson;
import io.vrrplab.report.SampleRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  @Test
  void shouldWriteNothingButJsonToStandardOutput() {
    Shell.Answer answer = shell.type("run", "lxd-cluster", "--json", "-", "--seed", "7");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).isEqualTo(ResultJson.of(SampleRuns.cluster(7)));
  }

  @Test
  void shouldTellAFailureOnStandardErrorWhereJsonTakesStandardOutput() {
    Shell.Answer answer = shell.type("run", shell.file("a.yaml", "fail"), "--json", "-");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out()).isEqualTo(ResultJson.of(SampleRuns.failed(42)));
    assertThat(answer.err()).startsWith("FAIL").contains("replay: ./vrrplab run ").hasLineCount(1);
  }

  @Test
  void shouldWriteAllResultsIntoAFolder() {
    shell.type("run", "lxd-cluster", "--out", shell.path("deep/out"));

    assertThat(namesIn("deep/out")).containsExactly("capture.pcapng", "result.json");
    assertThat(folder.resolve("deep/out/result.json"))
        .hasContent(ResultJson.of(SampleRuns.cluster(42)));
    assertThat(folder.resolve("deep/out/capture.pcapng")).hasContent("frames");
  }

  @Test
  void shouldKeepTheCapturesOfSeveralScenariosApart() {
    String one = shell.file("one/scenario.yaml", "pass");
    String two = shell.file("two/one.yaml", "fail");

    Shell.Answer answer = shell.type("run", one, two, "--out", shell.path("out"));

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(namesIn("out")).containsExactly("one", "one-2", "result.json");
    assertThat(folder.resolve("out/one-2/capture.pcapng")).hasContent("frames");
    assertThat(folder.resolve("out/result.json"))
        .hasContent(ResultJson.ofAll(List.of(SampleRuns.cluster(42), SampleRuns.failed(42))));
  }

  @Test
  void shouldWriteNamedFilesBesideTheFolder() {
    shell.type(
        "run",
        "lxd-cluster",
        "--out",
        shell.path("out"),
        "--pcap",
        shell.path("c.pcapng"),
        "--json",
        shell.path("r.json"));

    assertThat(folder.resolve("c.pcapng")).hasContent("frames");
    assertThat(folder.resolve("out/capture.pcapng")).hasContent("frames");
    assertThat(folder.resolve("r.json")).hasSameTextualContentAs(folder.resolve("out/result.json"));
  }

  @Test
  void shouldReplaceAnOldResultThroughALink() throws IOException {
    Path real = Path.of(shell.file("store/real.json", "old"));
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);

    shell.type("run", "lxd-cluster", "--json", link.toString());

    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent(ResultJson.of(SampleRuns.cluster(42)));
    assertThat(namesIn("store")).containsExactly("real.json");
  }

  @Test
  void shouldRefuseOneCaptureOfSeveralScenarios() {
    Shell.Answer answer =
        shell.type("run", "lxd-cluster", "link-loss", "--pcap", shell.path("c.pcapng"));

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("--out DIR keeps them apart").hasLineCount(1);
  }

  @Test
  void shouldFailBeforeTheRunWhereAResultCannotBeWritten() {
    String file = shell.file("file", "old");

    for (String option : List.of("--json", "--pcap")) {
      expectCannotWrite("no such folder", option, shell.path("missing/r"));
      expectCannotWrite("it is a folder", option, folder.toString());
    }
    expectCannotWrite("Not a directory", "--json", file + "/r.json");
    expectCannotWrite("a file of this name is in the way", "--out", file);
    assertThat(shell.engine().runs()).isEmpty();
    assertThat(namesIn("")).containsExactly("file");
  }

  @Test
  void shouldSayThatTheDiskIsFull() {
    assumeThat(Path.of("/dev/full")).exists();

    Shell.Answer json = shell.type("run", "lxd-cluster", "--json", "/dev/full");
    Shell.Answer pcap = shell.type("run", "lxd-cluster", "--pcap", "/dev/full");

    assertThat(json.exitCode()).isEqualTo(4);
    assertThat(json.err()).contains("No space left on device").hasLineCount(1);
    assertThat(pcap.exitCode()).isEqualTo(4);
    assertThat(pcap.err()).contains("No space left on device").hasLineCount(1);
  }

  @Test
  void shouldSayThatStandardOutputCannotBeWritten() {
    Shell.Answer answer = shell.withFullOutput().type("run", "lxd-cluster", "--json", "-");

    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(answer.err()).isEqualTo("vrrplab: cannot write to standard output\n");
  }

  @Test
  void shouldLeaveNothingHalfWrittenBehindARunThatCannotEnd() {
    String endless = shell.file("in/a.yaml", "endless");

    Shell.Answer answer = shell.type("run", endless, "--out", shell.path("out"));

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(namesIn("out")).isEmpty();
  }

  @Test
  void shouldWriteWhatIsFinishedWhenInterrupted() {
    String first = shell.file("in/a.yaml", "fail");
    String second = shell.file("in/b.yaml", "interrupt");
    String third = shell.file("in/c.yaml", "pass");

    Shell.Answer answer = shell.type("run", first, second, third, "--out", shell.path("out"));

    assertThat(answer.exitCode()).isEqualTo(130);
    assertThat(answer.err()).isEmpty();
    assertThat(shell.engine().runs()).containsExactly("fail", "interrupt");
    assertThat(folder.resolve("out/result.json"))
        .hasContent(ResultJson.ofAll(List.of(SampleRuns.failed(42))));
    assertThat(folder.resolve("out/a/capture.pcapng")).exists();
    assertThat(namesIn("out/b")).isEmpty();
  }

  private void expectCannotWrite(String reason, String option, String path) {
    Shell.Answer answer = shell.type("run", "lxd-cluster", option, path);

    assertThat(answer.exitCode()).as("%s %s", option, path).isEqualTo(4);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .startsWith("vrrplab: cannot write " + path)
        .contains(reason)
        .hasLineCount(1);
  }

  private List<String> namesIn(String name) {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
