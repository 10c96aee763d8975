package io.vrrplab.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.scenario.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no scenario at all end in one clear line. */
class UnreadableFilesTest {

  @TempDir Path folder;

  @Test
  void shouldSayThatThereIsNoSuchFile() {
    Path file = folder.resolve("missing.yaml");

    assertThat(lines(file)).containsExactly(file + ": error: no such file");
  }

  @Test
  void shouldSayThatItIsAFolder() {
    assertThat(lines(folder))
        .containsExactly(folder + ": error: this is a folder, not a scenario file");
  }

  @Test
  void shouldSayThatTheFileIsEmpty() throws IOException {
    assertThat(only("")).contains("the file is empty; a scenario begins with \"scenario:\"");
    assertThat(only(" \n\n")).contains("the file is empty");
    assertThat(only("---\n...\n")).contains("a scenario is a mapping");
  }

  @Test
  void shouldSayThatTheFileIsBinary() throws IOException {
    byte[] elf = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, (byte) 0xff};

    assertThat(only(elf)).contains(":1:5: error: the file is not text; is it a binary file?");
  }

  @Test
  void shouldSayWhereTheFileIsNotUtf8() throws IOException {
    byte[] latin1 = "scenario: x\nabout: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(only(latin1)).contains(":2:11: error: the file is not UTF-8 text");
  }

  @Test
  void shouldRefuseAFileThatIsTooLarge() throws IOException {
    assertThat(only("#".repeat((1 << 20) + 1))).contains("the file is larger than 1 MiB");
  }

  @Test
  void shouldRefuseAliasesThatBlowUp() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", List.of(before, before))));
      bomb.append("b%d: [%s]\n".formatted(i, (before + ", ").repeat(9) + before));
    }
    bomb.append("c: [%s]\n".formatted("*a11, ".repeat(99) + "*a11"));

    assertThat(only(bomb.toString())).contains("more than 50000 values; do aliases name aliases?");
  }

  @Test
  void shouldRefuseMergesThatBlowUp() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 { x: 1 }\n");
    for (int i = 1; i < 9; i++) {
      String ten = ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1);
      bomb.append("a%d: &a%d { <<: [%s] }\n".formatted(i, i, ten));
    }

    assertThat(only(bomb.toString())).contains("more than 50000 values");
  }

  @Test
  void shouldRefuseNestingWithoutBottom() throws IOException {
    assertThat(only("[".repeat(100_000))).contains(":1:66: error: nested more than 64 deep");
    assertThat(only("{a: ".repeat(100_000))).contains("nested more than 64 deep");
    assertThat(only("- ".repeat(100_000))).contains("nested more than 64 deep");
  }

  @Test
  void shouldStandAnyTag() throws IOException {
    assertThat(only("scenario: !!java/object x\n")).contains("is not supported");
    assertThat(only("scenario: !!int x\n")).contains("\"x\" is not a number");
  }

  private String only(String content) throws IOException {
    return only(content.getBytes(StandardCharsets.UTF_8));
  }

  private String only(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("file.yaml"), content);
    List<String> lines = lines(file);
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }

  private static List<String> lines(Path file) {
    ReadResult result = new ScenarioReader().read(file);
    assertThat(result).isInstanceOf(ReadResult.Refused.class);
    return result.problems().stream().map(Problem::toString).toList();
  }
}
