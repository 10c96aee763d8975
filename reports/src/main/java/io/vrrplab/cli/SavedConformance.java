package io.vrrplab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads back what {@code vrrplab conformance --json} wrote. */
final class SavedConformance {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String ONE = "vrrplab-conformance/1";
  private static final String SEVERAL = "vrrplab-conformances/1";

  private SavedConformance() {}

  /**
   * What a case ended in, by the stable names of result files.
   *
   * @param verdict what was found
   * @param outcome what was made of it
   */
  record Ending(String verdict, String outcome) {

    /** One or two words for people. */
    String text() {
      return outcome.equals("as-found") ? verdict : verdict + " (" + outcome + ")";
    }
  }

  /**
   * A run.
   *
   * @param dut the name of the device
   * @param rfc the number of the document
   * @param cases what each case ended in, by its id
   */
  record Run(String dut, String rfc, SequencedMap<String, Ending> cases) {

    Run {
      cases = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cases));
    }

    /** Whether a case ended so; what is known of a device plays no part. */
    boolean ended(String id, Ending ending) {
      Ending found = cases.get(id);
      return found != null && found.verdict().equals(ending.verdict());
    }
  }

  /** What {@code --rerun} may ask for. */
  static Ending ending(String word) throws Refusal {
    return switch (word) {
      case "fail", "inconclusive" -> new Ending(word, "as-found");
      default -> throw Refusal.cannotRun("--rerun is fail or inconclusive, not " + word);
    };
  }

  /**
   * Reads a file.
   *
   * @throws Refusal if it cannot be read, or is none of ours
   */
  static List<Run> read(String file) throws Refusal {
    try {
      JsonNode root = MAPPER.readTree(Files.readString(Path.of(file)));
      return switch (root.path("format").asString("")) {
        case ONE -> List.of(run(root));
        case SEVERAL -> runs(root.path("runs"));
        default -> throw notOurs(file);
      };
    } catch (JacksonException | IllegalArgumentException _) {
      throw notOurs(file);
    } catch (IOException e) {
      throw Refusal.cannotRead(file, e);
    }
  }

  private static Refusal notOurs(String file) {
    return Refusal.badFile(
        List.of(file + ": error: no result of a conformance run; its format is not " + ONE));
  }

  private static List<Run> runs(JsonNode several) {
    List<Run> runs = new ArrayList<>();
    several.forEach(each -> runs.add(run(each)));
    return runs;
  }

  private static Run run(JsonNode node) {
    SequencedMap<String, Ending> cases = new LinkedHashMap<>();
    for (JsonNode each : node.path("cases")) {
      cases.put(text(each, "id"), new Ending(text(each, "verdict"), text(each, "outcome")));
    }
    JsonNode dut = node.path("dut");
    return new Run(text(dut, "name"), text(dut, "rfc"), cases);
  }

  private static String text(JsonNode node, String key) {
    if (!node.path(key).isString()) {
      throw new IllegalArgumentException("no " + key);
    }
    return node.path(key).asString();
  }
}
