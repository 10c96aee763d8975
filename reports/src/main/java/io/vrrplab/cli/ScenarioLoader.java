package io.vrrplab.cli;

import io.vrrplab.scenario.Problem;
import io.vrrplab.scenario.SweepPoint;
import io.vrrplab.scenario.read.SweepReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads every scenario that was asked for, so that all problems of all files come in one go. */
final class ScenarioLoader {

  private ScenarioLoader() {}

  /** A scenario that can run, and where it came from. */
  record Loaded(ScenarioSource source, Engine.Prepared scenario) {}

  /**
   * What reading gave.
   *
   * @param scenarios those that can run
   * @param problems errors and warnings of all
   */
  record Load(List<Loaded> scenarios, List<Problem> problems) {

    long count(Problem.Severity severity) {
      return problems.stream().filter(problem -> problem.severity() == severity).count();
    }
  }

  /**
   * Reads them.
   *
   * @param more what was asked for in another way than by a word, and comes last
   * @param settings a point of their sweeps, a word {@code NAME=VALUE} each; none for what stands
   *     in the files themselves
   */
  static Load load(
      List<String> words, List<ScenarioSource> more, List<String> settings, Engine engine) {
    ScenarioFinder.Found found = ScenarioFinder.find(words, engine);
    List<ScenarioSource> sources = new ArrayList<>(found.sources());
    sources.addAll(more);
    List<Problem> problems = new ArrayList<>(found.problems());
    List<Loaded> scenarios = new ArrayList<>();
    for (ScenarioSource source : sources) {
      if (!settings.isEmpty()) {
        atPoint(source, settings, engine, problems).ifPresent(scenarios::add);
        continue;
      }
      switch (source.read(engine)) {
        case Engine.Reading.Ready ready -> {
          problems.addAll(ready.warnings());
          scenarios.add(new Loaded(source, ready.scenario()));
        }
        case Engine.Reading.Refused refused -> problems.addAll(refused.problems());
      }
    }
    return new Load(List.copyOf(scenarios), List.copyOf(problems));
  }

  private static Optional<Loaded> atPoint(
      ScenarioSource source, List<String> settings, Engine engine, List<Problem> problems) {
    SweepReading reading = source.readSweep(engine);
    problems.addAll(reading.problems());
    return switch (reading) {
      case SweepReading.Read read -> {
        Optional<SweepPoint> point = SweepChoice.find(read.points(), settings);
        if (point.isEmpty()) {
          problems.add(SweepChoice.unknown(source.shown(), read.points(), settings));
        }
        yield point.map(it -> new Loaded(source.with(it.settings()), engine.prepared(it)));
      }
      case SweepReading.Refused _ -> Optional.empty();
    };
  }
}
