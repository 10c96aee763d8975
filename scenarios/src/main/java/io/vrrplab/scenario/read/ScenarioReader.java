package io.vrrplab.scenario.read;

import io.vrrplab.scenario.Scenario;
import java.nio.file.Path;
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
    Problems problems = new Problems(file.toString());
    try {
      return read(String.valueOf(file.getFileName()), SourceText.bytes(file), problems);
    } catch (UnreadableFile e) {
      return refused(e, problems);
    }
  }

  /**
   * Reads what has been loaded already, such as a bundled scenario.
   *
   * @param label how problems name it; its last part becomes the file's name in results
   */
  public ReadResult read(String label, byte[] content) {
    String name = label.substring(label.lastIndexOf('/') + 1);
    Problems problems = new Problems(label);
    try {
      return read(name, content, problems);
    } catch (UnreadableFile e) {
      return refused(e, problems);
    }
  }

  private ReadResult read(String name, byte[] content, Problems problems) throws UnreadableFile {
    Places places = new Places();
    YamlNode yaml = YamlParser.parse(SourceText.text(content));
    JsonNode tree = YamlTree.of(yaml, places, problems);
    if (!tree.isObject()) {
      throw new UnreadableFile(
          yaml.place(), "a scenario is a mapping that begins with \"scenario:\" and a title");
    }
    SchemaCheck.check(tree, places, problems);
    Document document = new Document(places, problems);
    Optional<Scenario> scenario = new ScenarioBinder(document, support).bind(name, tree);
    if (problems.hasErrors() || scenario.isEmpty()) {
      return new ReadResult.Refused(problems.sorted());
    }
    return new ReadResult.Read(scenario.get(), problems.sorted());
  }

  private static ReadResult refused(UnreadableFile reason, Problems problems) {
    problems.error(reason.place(), reason.reason());
    return new ReadResult.Refused(problems.sorted());
  }
}
