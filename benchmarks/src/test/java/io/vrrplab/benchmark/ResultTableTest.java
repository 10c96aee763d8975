package io.vrrplab.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The tables that a file of JMH results becomes. */
class ResultTableTest {

  @Test
  void shouldMakeATableOfEachClass() {
    String json =
        """
        [
          {"benchmark": "io.vrrplab.benchmark.HoldBenchmark.holds", "mode": "thrpt",
           "params": {"pending": "100"},
           "primaryMetric": {"scorePercentiles": {"0.0": 9.5e6, "50.0": 10123456.7, "100.0": 1.1e7},
                             "scoreUnit": "ops/s"},
           "secondaryMetrics": {}},
          {"benchmark": "io.vrrplab.benchmark.FailoverBenchmark.failovers", "mode": "thrpt",
           "params": {"drill": "ping=1s"},
           "primaryMetric": {"scorePercentiles": {"0.0": 0.5, "50.0": 812.345678, "100.0": 900},
                             "scoreUnit": "ops/s"},
           "secondaryMetrics": {
             "gc.alloc.rate.norm": {"scorePercentiles": {"0.0": 1, "50.0": 1234.4, "100.0": 3},
                                    "scoreUnit": "B/op"},
             "gc.count": {"scorePercentiles": {"0.0": 1, "50.0": 2, "100.0": 3},
                          "scoreUnit": "counts"},
             "outageMillis": {"scorePercentiles": {"0.0": 3000, "50.0": 3000, "100.0": 3000},
                              "scoreUnit": "#"}}}
        ]
        """;

    assertThat(table(json))
        .isEqualTo(
            """
            ## HoldBenchmark

            | benchmark | pending | median | least to most | unit | allocated B/op |
            |---|---|---|---|---|---|
            | holds | 100 | 10123457 | 9500000 to 11000000 | ops/s |  |

            ## FailoverBenchmark

            | benchmark | drill | median | least to most | unit | allocated B/op | outageMillis |
            |---|---|---|---|---|---|---|
            | failovers | ping=1s | 812.3 | 0.5 to 900 | ops/s | 1234 | 3000 |
            """);
  }

  @Test
  void shouldMakeATableOfDoublingsForEachThingThatGrows() {
    String json =
        "[%s, %s, %s]"
            .formatted(
                doubling("RECEIVERS", 1, 100),
                doubling("RECEIVERS", 2, 180),
                doubling("VIRTUAL_ROUTERS", 1, 7));

    assertThat(table(json))
        .isEqualTo(
            """
            ## DoublingBenchmark

            | receivers | us/op | times the row above | us/op for each one more |
            |---|---|---|---|
            | 4 | 100 | – | – |
            | 8 | 180 | 1.8 | 20 |

            | virtual routers | us/op | times the row above | us/op for each one more |
            |---|---|---|---|
            | 4 | 7 | – | – |
            """);
  }

  @Test
  void shouldGiveTheCostOfOneMore() {
    Doublings doublings =
        Doublings.of(
            List.of(
                new Doublings.Point(10, 30),
                new Doublings.Point(20, 50),
                new Doublings.Point(40, 90)));

    assertThat(doublings.rows().subList(1, 3))
        .containsExactly(
            new Doublings.Row(20, 50, 50 / 30.0, 2), new Doublings.Row(40, 90, 1.8, 2));
  }

  private static String doubling(String growing, int times, int micros) {
    return """
    {"benchmark": "io.vrrplab.benchmark.DoublingBenchmark.run",
     "params": {"growing": "%s", "times": "%d"},
     "primaryMetric": {"scorePercentiles": {"0.0": 1, "50.0": %d, "100.0": 999},
                       "scoreUnit": "us/op"},
     "secondaryMetrics": {}}
    """
        .formatted(growing, times, micros);
  }

  private static String table(String json) {
    return ResultTable.of(Result.read(JsonMapper.shared().readTree(json)));
  }
}
