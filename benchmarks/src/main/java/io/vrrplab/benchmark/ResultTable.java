package io.vrrplab.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the JSON that JMH writes into Markdown: a table for each class of benchmarks, and one of
 * doublings for each thing that {@link DoublingBenchmark} lets grow.
 */
public final class ResultTable {

  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final String COLLECTOR = "gc.";

  private ResultTable() {}

  /** Prints the tables of a file of results, which is the one argument. */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("ResultTable takes one file of JMH results (-rf json)");
      System.exit(2);
    }
    System.out.print(of(Result.read(JsonMapper.shared().readTree(Path.of(arguments[0])))));
  }

  static String of(List<Result> results) {
    SequencedMap<String, List<Result>> groups =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    Result::group, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    StringBuilder page = new StringBuilder();
    groups.forEach((name, group) -> {
      page.append(page.isEmpty() ? "" : "\n").append("## ").append(name).append("\n\n");
      page.append(
          name.equals(DoublingBenchmark.class.getSimpleName())
              ? doublings(group)
              : Markdown.table(rows(group)));
    });
    return page.toString();
  }

  private static List<List<String>> rows(List<Result> group) {
    SequencedSet<String> parameters = new LinkedHashSet<>();
    SequencedSet<String> counters = new LinkedHashSet<>();
    for (Result result : group) {
      parameters.addAll(result.parameters().keySet());
      counters.addAll(result.others().keySet());
    }
    counters.removeIf(name -> name.startsWith(COLLECTOR));
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("benchmark"));
    head.addAll(parameters);
    head.addAll(List.of("median", "least to most", "unit", "allocated B/op"));
    head.addAll(counters);
    rows.add(head);
    for (Result result : group) {
      List<String> row = new ArrayList<>(List.of(result.name()));
      parameters.forEach(name -> row.add(result.parameters().getOrDefault(name, "")));
      Result.Score score = result.score();
      row.add(Markdown.figure(score.median()));
      row.add(Markdown.figure(score.least()) + " to " + Markdown.figure(score.most()));
      row.add(score.unit());
      row.add(median(result, ALLOCATED));
      counters.forEach(name -> row.add(median(result, name)));
      rows.add(row);
    }
    return rows;
  }

  private static String median(Result result, String counter) {
    Result.Score score = result.others().get(counter);
    return score == null ? "" : Markdown.figure(score.median());
  }

  private static String doublings(List<Result> group) {
    SequencedMap<String, List<Doublings.Point>> points = new LinkedHashMap<>();
    for (Result result : group) {
      String growing = result.parameter("growing");
      int times = Integer.parseInt(result.parameter("times"));
      int count = DoublingBenchmark.Growing.valueOf(growing).count(times);
      points
          .computeIfAbsent(growing, _ -> new ArrayList<>())
          .add(new Doublings.Point(count, result.score().median()));
    }
    String unit = group.getFirst().score().unit();
    return points.entrySet().stream()
        .map(each -> doublings(each, unit))
        .collect(Collectors.joining("\n"));
  }

  private static String doublings(Map.Entry<String, List<Doublings.Point>> points, String unit) {
    List<List<String>> rows = new ArrayList<>();
    String growing = points.getKey().toLowerCase(Locale.ROOT).replace('_', ' ');
    rows.add(List.of(growing, unit, "times the row above", unit + " for each one more"));
    for (Doublings.Row row : Doublings.of(points.getValue()).rows()) {
      rows.add(
          List.of(
              Markdown.figure(row.count()),
              Markdown.figure(row.cost()),
              Markdown.figure(row.ratio()),
              Markdown.figure(row.costOfOneMore())));
    }
    return Markdown.table(rows);
  }
}
