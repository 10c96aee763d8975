package io.vrrplab.cli;

import io.vrrplab.scenario.Problem;
import io.vrrplab.text.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds the scenarios behind the words of a command line: files, folders, names of bundled ones. A
 * path that exists comes before a bundled scenario of the same name.
 */
final class ScenarioFinder {

  private static final String SCENARIO_FILE = "scenario.yaml";

  /** What {@code --out} leaves behind; a second run of the same folder must not take it in. */
  private static final String RESULT_FILE = "result.json";

  private final Engine engine;
  private final List<ScenarioSource> sources = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private ScenarioFinder(Engine engine) {
    this.engine = engine;
  }

  /**
   * What was found.
   *
   * @param sources in the order of the words; those of a folder sorted by name
   * @param problems one for each word behind which nothing was found
   */
  record Found(List<ScenarioSource> sources, List<Problem> problems) {}

  static Found find(List<String> words, Engine engine) {
    ScenarioFinder finder = new ScenarioFinder(engine);
    words.forEach(finder::add);
    return new Found(List.copyOf(finder.sources), List.copyOf(finder.problems));
  }

  private void add(String word) {
    Path path;
    try {
      path = Path.of(word);
    } catch (InvalidPathException _) {
      problem(word, "this is not a path that the system's character set can write");
      return;
    }
    if (Files.isDirectory(path)) {
      addFolder(word, path);
    } else if (word.endsWith(".conf")) {
      problem(word, "this is a node's configuration; run it with --keepalived " + word);
    } else if (Files.exists(path)) {
      sources.add(new ScenarioSource.OfFile(path));
    } else {
      addBundled(word);
    }
  }

  private void addBundled(String word) {
    List<String> names = engine.bundled().stream().map(Engine.Bundled::name).toList();
    if (names.contains(word)) {
      sources.add(new ScenarioSource.Bundled(word));
    } else if (word.contains("/") || isScenarioFile(word)) {
      problem(word, "no such file");
    } else {
      problem(word, "no such file, folder or bundled scenario" + Nearest.hint(word, names));
    }
  }

  private void addFolder(String word, Path folder) {
    try {
      List<Path> files = scenariosIn(folder);
      if (files.isEmpty()) {
        problem(word, "the folder holds no scenario file (*.yaml, *.yml, *.json)");
      }
      files.forEach(file -> sources.add(new ScenarioSource.OfFile(file)));
    } catch (IOException _) {
      problem(word, "the folder cannot be read");
    }
  }

  /** Whether a folder stands for one scenario or more. */
  static boolean holdsScenario(Path folder) throws IOException {
    return !scenariosIn(folder).isEmpty();
  }

  /**
   * A folder with a {@code scenario.yaml} is that scenario, its other files belong to it; any other
   * folder stands for the scenario files in it and for the folders in it that are scenarios.
   */
  private static List<Path> scenariosIn(Path folder) throws IOException {
    Path only = folder.resolve(SCENARIO_FILE);
    if (Files.isRegularFile(only)) {
      return List.of(only);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .sorted()
          .map(entry -> Files.isDirectory(entry) ? entry.resolve(SCENARIO_FILE) : entry)
          .filter(file -> isScenarioFile(String.valueOf(file.getFileName())))
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  private static boolean isScenarioFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.equals(RESULT_FILE)
        && !lower.startsWith(".")
        && (lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json"));
  }

  private void problem(String word, String message) {
    problems.add(new Problem(word, 0, 0, Problem.Severity.ERROR, message));
  }
}
