package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a file holds, the program answers in a line an error, and leaves nothing behind. */
class RefusedFilesTest {

  private static final String GOOD =
      """
      scenario: Two routers
      duration: 40s
      segments:
        lan: { subnet: 192.0.2.0/24 }
      nodes:
        m1:
          segment: lan
          address: 192.0.2.11
          vrrp: [{ vrid: 41, version: 2, priority: 200, virtual-addresses: [192.0.2.50] }]
        m2:
          segment: lan
          address: 192.0.2.12
          vrrp: [{ vrid: 41, version: 2, virtual-addresses: [192.0.2.50] }]
      timeline:
        - { at: 10s, crash: m1 }
      """;

  @TempDir private Path folder;

  @Test
  void shouldRunTheFileThatTheOthersWereBefore() throws IOException {
    Path file = Files.writeString(folder.resolve("good.yaml"), GOOD);

    assertThat(Shell.typeForReal("run", file.toString()).exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "duration: 40s | duration: [40s] | 2:11: error: \"duration\" must be a duration such as 5s",
        "duration: 40s | duraton: 40s | 2:1: error: unknown key \"duraton\"; did you mean"
            + " \"duration\"?",
        "m2: | m1: | 10:3: error: duplicate key \"m1\"; the first is at 6:3",
        "192.0.2.12 | 198.51.100.12 | 12:14: error: 198.51.100.12 is outside segment \"lan\""
            + " (192.0.2.0/24)",
        "vrid: 41, version: 2, v | vrid: 300, version: 2, v | 13:20: error: \"vrid\" 300 is outside"
            + " 1–255",
        "duration: 40s | duration: -40s | 2:11: error: \"duration\" must not be negative: -40s",
        "crash: m1 | crash: m9 | 15:23: error: unknown node, router or host \"m9\"; did you mean"
            + " \"m1\"?"
      })
  void shouldSayWhereAMistakeIs(String before, String after, String expected) throws IOException {
    Path file = folder.resolve("broken.yaml");
    Files.writeString(file, GOOD.replace(before, after));

    assertThat(refusal(file)).anyMatch(line -> line.startsWith(file + ":" + expected));
  }

  @Test
  void shouldTellAllMistakesOfAllFilesAtOnce() throws IOException {
    Path one = Files.writeString(folder.resolve("1.yaml"), GOOD.replace("crash: m1", "crash: m9"));
    Path two =
        Files.writeString(
            folder.resolve("2.yaml"), GOOD.replace("40s", "40").replace("200", "2000"));

    assertThat(refusal(one, two))
        .extracting(line -> line.substring(folder.toString().length() + 1).split(" ", 2)[0])
        .containsExactly("1.yaml:15:23:", "2.yaml:2:11:", "2.yaml:9:46:");
  }

  @Test
  void shouldRefuseAnEmptyFile() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.yaml"));

    assertThat(refusal(file))
        .containsExactly(
            file + ": error: the file is empty; a scenario begins with \"scenario:\" and a title");
  }

  @Test
  void shouldRefuseABinaryFile() throws IOException {
    byte[] elf = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, (byte) 0xff};
    Path file = Files.write(folder.resolve("vmlinux.yaml"), elf);

    assertThat(refusal(file))
        .containsExactly(file + ":1:5: error: the file is not text; is it a binary file?");
  }

  @Test
  void shouldRefuseAFileThatIsNotThere() {
    Path file = folder.resolve("missing.yaml");

    assertThat(refusal(file)).containsExactly(file + ": error: no such file");
  }

  @Test
  void shouldRefuseAFolderWithoutScenarios() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(refusal(empty))
        .containsExactly(
            empty + ": error: the folder holds no scenario file (*.yaml, *.yml, *.json)");
  }

  @Test
  void shouldRefuseAYamlBomb() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i <= 9; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, (before + ", ").repeat(9) + before));
    }
    Path file = Files.writeString(folder.resolve("bomb.yaml"), bomb);

    assertThat(refusal(file))
        .singleElement()
        .asString()
        .contains("more than 50000 values; do aliases name aliases?");
  }

  /** The lines that the program writes, after what holds for each of these files. */
  private List<String> refusal(Path... files) {
    Path out = folder.resolve("out");
    Stream<String> words = Stream.of(files).map(Path::toString);
    String[] command = {"run", "--out", out.toString(), "--json", out + ".json"};
    Shell.Answer answer =
        Shell.typeForReal(Stream.concat(Stream.of(command), words).toArray(String[]::new));

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(folder.resolve("out.json")).doesNotExist();
    List<String> lines = answer.err().lines().toList();
    assertThat(lines).isNotEmpty().allMatch(line -> line.matches("\\S+(:\\d+:\\d+)?: error: .+"));
    return lines;
  }
}
