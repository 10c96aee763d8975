package io.vrrplab.benchmark;

import io.vrrplab.measure.FailoverReport;
import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.ScenarioRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The failover latencies themselves, in simulated time: the stories of {@link FailoverBenchmark}
 * with a crash drawn over a second, a thousand runs each. The same on every machine.
 */
final class FailoverLatency {

  private static final int RUNS = 1_000;
  private static final int DIGITS = 4;
  private static final double NANOS_PER_SECOND = 1e9;

  private FailoverLatency() {}

  /** A Markdown table with a line for each story. */
  static String table(List<String> stories) {
    StringBuilder table =
        new StringBuilder(
            """
            | story | master-down time, s | crash to new Master, s: p50 | p99 | client outage, s: p50 | p99 |
            | --- | ---: | ---: | ---: | ---: | ---: |
            """);
    for (String story : stories) {
      table.append(line(story)).append('\n');
    }
    return table.toString();
  }

  private static String line(String story) {
    Scenario scenario = FailoverBenchmark.story(story).scenarioAtRandom();
    Histogram masterDown = new Histogram(DIGITS);
    Histogram detection = new Histogram(DIGITS);
    Histogram outage = new Histogram(DIGITS);
    for (long seed = 1; seed <= RUNS; seed++) {
      for (FailoverReport failover : ScenarioRunner.measure(scenario.withSeed(seed)).failovers()) {
        record(masterDown, failover.masterDownNanos());
        record(detection, failover.detectionNanos());
        record(outage, failover.outageNanos());
      }
    }
    List<String> cells = new ArrayList<>();
    cells.add(story);
    cells.add(seconds(masterDown, 50));
    for (Histogram each : List.of(detection, outage)) {
      cells.add(seconds(each, 50));
      cells.add(seconds(each, 99));
    }
    return "| " + String.join(" | ", cells) + " |";
  }

  private static void record(Histogram into, @Nullable Long nanos) {
    if (nanos != null) {
      into.recordValue(nanos);
    }
  }

  private static String seconds(Histogram from, double percentile) {
    return from.getTotalCount() == 0
        ? "–"
        : String.format(
            Locale.ROOT, "%.4f", from.getValueAtPercentile(percentile) / NANOS_PER_SECOND);
  }
}
