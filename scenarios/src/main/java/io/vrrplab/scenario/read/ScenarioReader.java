package io.vrrplab.scenario.read;

import io.vrrplab.scenario.Companions;
import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.SweepPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads scenario files. A reader holds no state between files. Whatever stands in a file, reading
 * ends in a {@link ReadResult}; no exception tells of a bad file.
 */
public final class ScenarioReader {

  private final EngineSupport support;

  /** Makes a reader for the engine as it is. */
  public ScenarioReader() {
    this(EngineSupport.CURRENT);
  }

  /** Makes a reader for an engine that can do more, or less. */
  public ScenarioReader(EngineSupport support) {
    this.support = support;
  }

  /** Reads a file of at most 1 MiB of UTF-8 text; problems name it as {@code file} does. */
  public ReadResult read(Path file) {
    return asOne(readSweep(file));
  }

  /**
   * Reads what has been loaded already, such as a bundled scenario.
   *
   * @param label how problems name it; its last part becomes the file's name in results
   */
  public ReadResult read(String label, byte[] content) {
    return asOne(readSweep(label, content));
  }

  /** The same for a text that names other files. */
  public ReadResult read(String label, byte[] content, Companions companions) {
    return asOne(readSweep(label, content, companions));
  }

  /** Reads a file as {@link #read(Path)} does, and its {@code sweep:} too. */
  public SweepReading readSweep(Path file) {
    Problems problems = new Problems(file.toString());
    try {
      return new Reading(String.valueOf(file.getFileName()), Companions.beside(file), problems)
          .read(SourceText.bytes(file));
    } catch (UnreadableFile e) {
      return refused(e, problems);
    }
  }

  /**
   * Reads what has been loaded as {@link #read(String, byte[])} does, and its {@code sweep:} too.
   */
  public SweepReading readSweep(String label, byte[] content) {
    return readSweep(label, content, Companions.NONE);
  }

  /** The same for a text that names other files. */
  public SweepReading readSweep(String label, byte[] content, Companions companions) {
    String name = label.substring(label.lastIndexOf('/') + 1);
    Problems problems = new Problems(label);
    try {
      return new Reading(name, companions, problems).read(content);
    } catch (UnreadableFile e) {
      return refused(e, problems);
    }
  }

  /** The scenario that stands in the file itself. */
  private static ReadResult asOne(SweepReading reading) {
    return switch (reading) {
      case SweepReading.Read read -> new ReadResult.Read(read.scenario(), read.problems());
      case SweepReading.Refused refused -> new ReadResult.Refused(refused.problems());
    };
  }

  private static SweepReading refused(UnreadableFile reason, Problems problems) {
    problems.error(reason.place(), reason.reason());
    return new SweepReading.Refused(problems.sorted());
  }

  /** The reading of one file. */
  private final class Reading {
    private final String name;
    private final Companions companions;
    private final Problems problems;

    Reading(String name, Companions companions, Problems problems) {
      this.name = name;
      this.companions = companions;
      this.problems = problems;
    }

    SweepReading read(byte[] content) throws UnreadableFile {
      Places places = new Places();
      YamlNode yaml = YamlParser.parse(SourceText.text(content));
      JsonNode tree = YamlTree.of(yaml, places, problems);
      if (!tree.isObject()) {
        throw new UnreadableFile(
            yaml.place(), "a scenario is a mapping that begins with \"scenario:\" and a title");
      }
      Optional<Scenario> own = scenario(tree, places);
      Document document = new Document(places, problems);
      List<SweepBinder.Copy> copies = new SweepBinder(document, tree).bind();
      List<SweepPoint> points = new ArrayList<>();
      if (!problems.hasErrors()) {
        for (SweepBinder.Copy copy : copies) {
          scenario(copy.tree(), copy.places())
              .ifPresent(scenario -> points.add(new SweepPoint(copy.settings(), scenario)));
        }
      }
      if (problems.hasErrors() || own.isEmpty()) {
        return new SweepReading.Refused(problems.sorted());
      }
      if (copies.isEmpty()) {
        points.add(new SweepPoint(List.of(), own.get()));
      }
      return new SweepReading.Read(own.get(), points, problems.sorted());
    }

    private Optional<Scenario> scenario(JsonNode tree, Places places) {
      SchemaCheck.check(tree, places, problems);
      Document document = new Document(places, problems);
      return new ScenarioBinder(document, support, companions).bind(name, tree);
    }
  }
}
