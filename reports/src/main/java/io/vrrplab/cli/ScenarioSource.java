package io.vrrplab.cli;

import io.vrrplab.scenario.SweepPoint.Setting;
import io.vrrplab.scenario.read.SweepReading;
import java.nio.file.Path;
import java.util.List;

/** A scenario that was asked for: a file, or one that comes with the program. */
sealed interface ScenarioSource {

  /** How the user can name it again. */
  String shown();

  /** What its files in a results folder are named after. */
  String stem();

  /** Reads it. */
  Engine.Reading read(Engine engine);

  /** Reads it with its sweep. */
  SweepReading readSweep(Engine engine);

  /** The command that gives a run of it again. */
  default String replay(long seed) {
    return "./vrrplab run %s --seed %d".formatted(ShellWord.quoted(shown()), seed);
  }

  /** The same scenario at a point of its sweep. */
  default ScenarioSource with(List<Setting> settings) {
    return settings.isEmpty() ? this : new AtPoint(this, settings);
  }

  /**
   * A scenario at a point of its sweep.
   *
   * @param whole the scenario
   * @param settings a value for each parameter of the sweep
   */
  record AtPoint(ScenarioSource whole, List<Setting> settings) implements ScenarioSource {

    @Override
    public String shown() {
      return whole.shown();
    }

    @Override
    public String stem() {
      return whole.stem();
    }

    @Override
    public Engine.Reading read(Engine engine) {
      return whole.read(engine);
    }

    @Override
    public SweepReading readSweep(Engine engine) {
      return whole.readSweep(engine);
    }

    @Override
    public String replay(long seed) {
      StringBuilder command = new StringBuilder(whole.replay(seed));
      for (Setting setting : settings) {
        command.append(" --set ").append(ShellWord.quoted(setting.toString()));
      }
      return command.toString();
    }
  }

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

    @Override
    public SweepReading readSweep(Engine engine) {
      return engine.readSweep(path);
    }
  }

  /**
   * The standard drill of keepalived.conf files.
   *
   * @param files as given
   * @param addresses those of nodes, as {@code name=address}
   */
  record OfDrill(List<String> files, List<String> addresses) implements ScenarioSource {

    @Override
    public String shown() {
      return "the standard drill of " + String.join(", ", files);
    }

    @Override
    public String stem() {
      return "drill";
    }

    @Override
    public Engine.Reading read(Engine engine) {
      return engine.readDrill(files, addresses);
    }

    @Override
    public SweepReading readSweep(Engine engine) {
      return engine.readDrillSweep(files, addresses);
    }

    @Override
    public String replay(long seed) {
      return "./vrrplab run%s --seed %d".formatted(options(), seed);
    }

    private String options() {
      StringBuilder options = new StringBuilder();
      files.forEach(file -> options.append(" --keepalived ").append(ShellWord.quoted(file)));
      addresses.forEach(said -> options.append(" --node ").append(ShellWord.quoted(said)));
      return options.toString();
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

    @Override
    public SweepReading readSweep(Engine engine) {
      return engine.readBundledSweep(name);
    }
  }
}
