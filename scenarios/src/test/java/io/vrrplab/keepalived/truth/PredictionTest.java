package io.vrrplab.keepalived.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.keepalived.truth.Measured.Case;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the simulator says of a configuration is what real daemons did with it. */
class PredictionTest {

  private static final Path PAGE = Path.of("KEEPALIVED.md");
  private static final String MISSES = "/io/vrrplab/keepalived/misses.tsv";

  @TempDir private static Path folder;

  private static final List<Row> ROWS = new ArrayList<>();

  @BeforeAll
  static void predictAll() throws IOException {
    for (Case each : Measured.cases()) {
      if (each.hasKeepalived()) {
        ROWS.addAll(Row.of(each, Prediction.of(each, folder)));
      }
    }
  }

  @Test
  void shouldForetellAtLeastNinetyFivePercent() {
    long held = ROWS.stream().filter(Row::holds).count();

    assertThat(ROWS.stream().map(Row::caseName).distinct().count()).isGreaterThanOrEqualTo(85);
    assertThat(100.0 * held / ROWS.size()).isGreaterThanOrEqualTo(95);
  }

  @Test
  void shouldExplainEveryMissAndNothingElse() {
    List<String> misses = ROWS.stream().filter(row -> !row.holds()).map(Row::key).toList();

    assertThat(misses).doesNotHaveDuplicates();
    assertThat(excuses().sequencedKeySet()).containsExactlyInAnyOrderElementsOf(misses);
  }

  @Test
  void shouldPublishThePageThatWouldBeGenerated() throws IOException {
    String page = new PredictionPage(ROWS, excuses()).text();
    if (Boolean.getBoolean("renew")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).as("renew it by %s", PredictionPage.RENEWAL).content().isEqualTo(page);
  }

  private static SequencedMap<String, String> excuses() {
    SequencedMap<String, String> all = new LinkedHashMap<>();
    try (var in = Objects.requireNonNull(PredictionTest.class.getResourceAsStream(MISSES))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> line.split("\t", 2))
          .forEach(columns -> all.put(columns[0], columns[1]));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return all;
  }
}
