package io.vrrplab.cli;

import io.vrrplab.scenario.Problem;
import java.util.ArrayList;
import java.util.List;

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

  static Load load(List<String> words, Engine engine) {
    ScenarioFinder.Found found = ScenarioFinder.find(words, engine);
    List<Problem> problems = new ArrayList<>(found.problems());
    List<Loaded> scenarios = new ArrayList<>();
    for (ScenarioSource source : found.sources()) {
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
}
