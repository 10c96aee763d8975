package io.vrrplab.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;
import tools.jackson.databind.ObjectMapper;

/** From what JMH wrote to the page that people read. */
class ReportTest {

  private static String tables() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(ReportTest.class.getResourceAsStream("results.json"))) {
      return ResultTable.of(new ObjectMapper().readTree(in));
    }
  }

  @Test
  void shouldShowEachBenchmarkWithItsUnitAndWhatItAllocates() throws Exception {
    assertThat(tables())
        .contains(
            """

            ### HoldBenchmark.holds

            | pending | ops/s | ± | B/op |
            | --- | ---: | ---: | ---: |
            | 100 | 21 345 679 | 123 457 | ≈ 0 |
            """);
  }

  @Test
  void shouldSayByHowMuchADoublingCostsMoreWithinEachSeries() throws Exception {
    assertThat(tables())
        .contains(
            """
            | growing | size | us/op | ± | B/op | × the one before |
            | --- | --- | ---: | ---: | ---: | ---: |
            | receivers | 8 | 20.50 |  | | |
            | receivers | 16 | 41.00 | 1.000 | 1 235 | 2.00 |
            | virtual routers | 8 | 5.250 | 0.250 | | |
            """);
  }

  @Test
  void shouldForetellTheSameLatenciesOnEveryMachine() {
    String[] lines = FailoverLatency.table(List.of("rfc9568 v3")).split("\n");

    // Master_Down_Interval at 1 s and priority 199: 3 s + 57/256 s; a crash at any moment of a
    // second
    assertThat(lines[2]).startsWith("| rfc9568 v3 | 3.222");
    assertThat(lines).hasSize(3);
  }

  @Test
  void shouldKnowEveryStoryThatTheBenchmarkNames() throws Exception {
    String[] stories =
        FailoverBenchmark.class.getDeclaredField("what").getAnnotation(Param.class).value();

    assertThat(stories)
        .allSatisfy(
            story -> assertThat(FailoverBenchmark.story(story).scenario().nodes()).isNotEmpty());
  }
}
