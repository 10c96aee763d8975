package io.vrrplab.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/** The figures of a JMH run as Markdown: a table for each benchmark, in the order of the run. */
final class ResultTable {

  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final String OPERATION = "op";

  private ResultTable() {}

  /**
   * The tables.
   *
   * @param results what JMH writes with {@code -rf json}
   */
  static String of(JsonNode results) {
    SequencedMap<String, List<JsonNode>> groups = new LinkedHashMap<>();
    for (JsonNode result : results) {
      groups.computeIfAbsent(name(result), name -> new ArrayList<>()).add(result);
    }
    StringBuilder text = new StringBuilder();
    groups.forEach((name, group) -> append(text, name, group));
    return text.toString();
  }

  /** {@code HoldBenchmark.holds}: the class and the method. */
  private static String name(JsonNode result) {
    String name = result.get("benchmark").asString();
    return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
  }

  private static void append(StringBuilder text, String name, List<JsonNode> group) {
    JsonNode first = group.getFirst();
    List<String> parameters = parameters(first);
    String unit = first.get("primaryMetric").get("scoreUnit").asString();
    boolean growing = isGrowing(group, parameters);
    text.append("\n### ").append(name).append("\n\n|");
    parameters.forEach(parameter -> text.append(' ').append(parameter).append(" |"));
    text.append(" %s | ± | B/op |%s\n|".formatted(unit, growing ? " × the one before |" : ""));
    parameters.forEach(parameter -> text.append(" --- |"));
    text.append(" ---: | ---: | ---: |%s\n".formatted(growing ? " ---: |" : ""));
    double before = Double.NaN;
    String series = "";
    for (JsonNode result : group) {
      double score = result.get("primaryMetric").get("score").asDouble();
      String now = growing ? series(result, parameters) : series;
      text.append(row(result, parameters, score));
      if (growing) {
        boolean compared = now.equals(series) && !Double.isNaN(before);
        text.append(compared ? " %.2f |".formatted(score / before) : " |");
      }
      text.append('\n');
      before = score;
      series = now;
    }
  }

  private static List<String> parameters(JsonNode result) {
    JsonNode parameters = result.get("params");
    return parameters == null
        ? List.of()
        : parameters.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static String row(JsonNode result, List<String> parameters, double score) {
    StringBuilder row = new StringBuilder("|");
    for (String parameter : parameters) {
      row.append(' ').append(result.get("params").get(parameter).asString()).append(" |");
    }
    row.append(" %s | %s |".formatted(figure(score), error(result)));
    JsonNode allocated = result.get("secondaryMetrics").get(ALLOCATED);
    return row.append(
            allocated == null ? " |" : " %s |".formatted(figure(allocated.get("score").asDouble())))
        .toString();
  }

  /** JMH writes "NaN" as text where there were too few iterations for an error. */
  private static String error(JsonNode result) {
    JsonNode error = result.get("primaryMetric").get("scoreError");
    return error.isNumber() ? figure(error.asDouble()) : "";
  }

  private static boolean isGrowing(List<JsonNode> group, List<String> parameters) {
    return parameters.size() > 1
        && group.stream()
            .allMatch(result -> size(result, parameters).chars().allMatch(Character::isDigit));
  }

  private static String size(JsonNode result, List<String> parameters) {
    return result.get("params").get(parameters.getLast()).asString();
  }

  /** All parameters but the last, which grows. */
  private static String series(JsonNode result, List<String> parameters) {
    StringBuilder series = new StringBuilder();
    for (String parameter : parameters.subList(0, parameters.size() - 1)) {
      series.append(result.get("params").get(parameter).asString()).append(OPERATION);
    }
    return series.toString();
  }

  /** Four digits that count, with thin groups of three. */
  static String figure(double value) {
    if (value == 0 || Double.isNaN(value)) {
      return value == 0 ? "0" : "";
    }
    if (Math.abs(value) < 0.01) {
      return "≈ 0";
    }
    int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(Math.abs(value))));
    return String.format(Locale.ROOT, "%,." + Math.min(decimals, 3) + "f", value).replace(',', ' ');
  }
}
