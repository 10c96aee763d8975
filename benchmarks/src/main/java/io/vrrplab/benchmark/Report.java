package io.vrrplab.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code Report RESULTS.json REPORT.md}: makes a page of what JMH wrote. */
public final class Report {

  /** The stories whose latencies the page shows. */
  private static final List<String> STORIES =
      List.of(
          "ping 10ms",
          "rfc5798 v3",
          "rfc9568 v3",
          "keepalived v2",
          "keepalived v3",
          "frr v3",
          "interval 100ms",
          "interval 10ms",
          "nodes 3",
          "nodes 10",
          "routers 10");

  private Report() {}

  /** Reads the first file and writes the second. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: Report RESULTS.json REPORT.md");
      System.exit(2);
    }
    JsonNode results = new ObjectMapper().readTree(Path.of(arguments[0]));
    Files.writeString(Path.of(arguments[1]), page(results));
  }

  static String page(JsonNode results) {
    return "# Benchmarks\n\n"
        + machine(results)
        + "\n## Failover latency, simulated time\n\n"
        + FailoverLatency.table(STORIES)
        + "\n## Speed, wall time\n"
        + ResultTable.of(results);
  }

  private static String machine(JsonNode results) {
    String virtualMachine =
        results.isEmpty()
            ? "no results"
            : "%s %s"
                .formatted(
                    results.get(0).get("vmName").asString(),
                    results.get(0).get("vmVersion").asString());
    return String.format(
        Locale.ROOT,
        "%s, %s %s, %d processors\n",
        virtualMachine,
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
  }
}
