package io.vrrplab.cli;

import java.nio.file.Path;

/** A scenario that was asked for: a file, or one that comes with the program. */
sealed interface ScenarioSource {

  /** How the user can name it again. */
  String shown();

  /** What its files in a results folder are named after. */
  String stem();

  /** Reads it. */
  Engine.Reading read(Engine engine);

  /**
   * A scenario in a file.
   *
   * @param path as given, or found in a folder that was given
   */
  record OfFile(Path path) implements ScenarioSource {

    private static final String PLAIN_NAME = "scenario.yaml";

    @Override
    public String shown() {
      return path.toString();
    }

    /** Many files are named scenario.yaml; their folder tells them apart. */
    @Override
    public String stem() {
      Path folder = path.toAbsolutePath().normalize().getParent();
      String name = String.valueOf(path.getFileName());
      if (name.equals(PLAIN_NAME) && folder != null && folder.getFileName() != null) {
        return folder.getFileName().toString();
      }
      int dot = name.lastIndexOf('.');
      return dot > 0 ? name.substring(0, dot) : name;
    }

    @Override
    public Engine.Reading read(Engine engine) {
      return engine.read(path);
    }
  }

  /**
   * A bundled scenario.
   *
   * @param name one the engine knows
   */
  record Bundled(String name) implements ScenarioSource {

    @Override
    public String shown() {
      return name;
    }

    @Override
    public String stem() {
      return name;
    }

    @Override
    public Engine.Reading read(Engine engine) {
      return engine.readBundled(name);
    }
  }
}
