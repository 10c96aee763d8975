package io.vrrplab.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.scenario.Problem;
import io.vrrplab.scenario.ScenarioLibrary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever a slip of the keyboard makes of a good file, reading it ends in an answer. */
class MutatedFilesTest {

  private static final int FILES = 1500;
  private static final long SEED = 7;

  private static final List<String> SLIPS =
      List.of(
          "[",
          "]",
          "{",
          "}",
          ": ",
          "- ",
          "null",
          "-1",
          "1.5",
          ".nan",
          "5s",
          "\"\"",
          "&a",
          "*a",
          "<<: ",
          "2001:db8::1",
          "~",
          "!!int",
          "1e400",
          "9".repeat(40),
          "\"\\e\"",
          "\n  ");

  @Test
  void shouldNeverEndInAnException() {
    List<String> files =
        ScenarioLibrary.all().stream()
            .map(bundled -> new String(bundled.content(), StandardCharsets.UTF_8))
            .toList();
    SplittableRandom random = new SplittableRandom(SEED);
    ScenarioReader reader = new ScenarioReader();

    for (int i = 0; i < FILES; i++) {
      String file = mutated(files.get(random.nextInt(files.size())), random);
      ReadResult result = reader.read("mutated.yaml", file.getBytes(StandardCharsets.UTF_8));

      assertThat(result.problems())
          .as(file)
          .extracting(Problem::toString)
          .allSatisfy(line -> assertThat(line).doesNotContainPattern("\\p{Cc}"));
    }
  }

  private static String mutated(String file, SplittableRandom random) {
    StringBuilder text = new StringBuilder(file);
    for (int slips = 1 + random.nextInt(3); slips > 0; slips--) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(12));
      text.replace(from, to, SLIPS.get(random.nextInt(SLIPS.size())));
    }
    return text.toString();
  }
}
