package io.vrrplab.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/**
 * What JMH wrote of one benchmark with one choice of parameters.
 *
 * @param group the simple name of its class
 * @param name of its method
 * @param parameters by their names, in the order of JMH
 * @param score what was measured
 * @param others what was counted beside it, by name
 */
record Result(
    String group,
    String name,
    SequencedMap<String, String> parameters,
    Score score,
    SequencedMap<String, Score> others) {

  Result {
    parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
    others = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(others));
  }

  /**
   * A figure over all iterations.
   *
   * @param unit as JMH writes it, {@code ops/s}
   */
  record Score(double median, double least, double most, String unit) {

    private static Score of(JsonNode metric) {
      JsonNode percentiles = metric.required("scorePercentiles");
      return new Score(
          percentiles.required("50.0").asDouble(),
          percentiles.required("0.0").asDouble(),
          percentiles.required("100.0").asDouble(),
          metric.required("scoreUnit").asString());
    }
  }

  /**
   * The value of a parameter.
   *
   * @throws NullPointerException if the benchmark has none of this name
   */
  String parameter(String called) {
    return Objects.requireNonNull(parameters.get(called), called);
  }

  /** Reads the file that {@code -rf json} writes. */
  static List<Result> read(JsonNode file) {
    List<Result> results = new ArrayList<>();
    file.forEach(each -> results.add(of(each)));
    return List.copyOf(results);
  }

  private static Result of(JsonNode json) {
    String[] path = json.required("benchmark").asString().split("\\.", -1);
    SequencedMap<String, String> parameters = new LinkedHashMap<>();
    json.path("params").forEachEntry((key, value) -> parameters.put(key, value.asString()));
    SequencedMap<String, Score> others = new LinkedHashMap<>();
    json.path("secondaryMetrics").forEachEntry((key, value) -> others.put(key, Score.of(value)));
    return new Result(
        path[path.length - 2],
        path[path.length - 1],
        parameters,
        Score.of(json.required("primaryMetric")),
        others);
  }
}
