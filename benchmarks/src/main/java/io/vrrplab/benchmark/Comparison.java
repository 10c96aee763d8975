package io.vrrplab.benchmark;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts us beside our peers: reads a measurement a line, {@code model,tool,rate}, and prints the
 * medians of each model with the ratio of ours, the tool {@value #OURS}, to each peer's.
 */
public final class Comparison {

  static final String OURS = "vrrplab";

  private Comparison() {}

  /** Reads standard input, prints the table. */
  public static void main(String[] arguments) throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.print(of(in.lines().toList()));
    }
  }

  /**
   * The table.
   *
   * @throws IllegalArgumentException if a line does not have three parts, the last one a number
   */
  static String of(List<String> lines) {
    SequencedMap<String, SequencedMap<String, List<Double>>> models = new LinkedHashMap<>();
    for (String line : lines) {
      String[] parts = line.split(",", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException("not model,tool,rate: " + line);
      }
      models
          .computeIfAbsent(parts[0], _ -> new LinkedHashMap<>())
          .computeIfAbsent(parts[1], _ -> new ArrayList<>())
          .add(Double.parseDouble(parts[2]));
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("model", "tool", "rounds", "median a second", "least to most", "ours is"));
    rows.add(List.of("---", "---", "---:", "---:", "---:", "---:"));
    models.forEach((model, tools) ->
        tools.forEach((tool, rates) -> rows.add(row(model, tool, rates, tools.get(OURS)))));
    return rows.stream().map(row -> "| " + String.join(" | ", row) + " |\n").collect(joining());
  }

  private static List<String> row(
      String model, String tool, List<Double> rates, @Nullable List<Double> ours) {
    double[] sorted = sorted(rates);
    return List.of(
        model,
        tool,
        String.valueOf(rates.size()),
        ResultTable.figure(median(sorted)),
        ResultTable.figure(sorted[0]) + " to " + ResultTable.figure(sorted[sorted.length - 1]),
        ours == null || tool.equals(OURS)
            ? ""
            : ResultTable.figure(median(sorted(ours)) / median(sorted)) + " times");
  }

  private static double[] sorted(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static double median(double[] sorted) {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
