package io.vrrplab.report;

import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.finding.Severity;
import io.vrrplab.scenario.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * Writes problems and findings as SARIF 2.1.0, which code hosts show beside the lines.
 *
 * <p>Each rule that has a finding is described once. Columns count UTF-16 code units. The
 * fingerprint of a result leaves its line out, so that a code host knows it again when lines are
 * added above.
 */
public final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** The rule of all that is wrong with a scenario file. */
  private static final String SCENARIO_RULE = "SCENARIO";

  /** Changes with the way in which fingerprints are made. */
  private static final String FINGERPRINT = "vrrplab/v1";

  private final JsonGenerator json;

  /** How often a result that is the same but for its place came before. */
  private final Map<String, Integer> earlier = new LinkedHashMap<>();

  private SarifReport(JsonGenerator json) {
    this.json = json;
  }

  /** Writes a run of the tool. */
  public static String of(List<Problem> problems, List<Finding> findings) {
    return PrettyJson.write(json -> new SarifReport(json).log(problems, findings));
  }

  private void log(List<Problem> problems, List<Finding> findings) {
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    tool(!problems.isEmpty(), findings.stream().map(Finding::rule).distinct().sorted().toList());
    json.writeStringProperty("columnKind", "utf16CodeUnits");
    json.writeArrayPropertyStart("results");
    problems.forEach(this::problem);
    findings.forEach(this::finding);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tool(boolean scenarios, List<Rule> rules) {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "VRRPLab");
    json.writeArrayPropertyStart("rules");
    if (scenarios) {
      rule(SCENARIO_RULE, "a scenario file that cannot run as it stands");
      json.writeEndObject();
    }
    for (Rule rule : rules) {
      rule(rule.id(), rule.title());
      rule.fix().ifPresent(fix -> text("help", fix));
      json.writeObjectPropertyStart("defaultConfiguration");
      json.writeStringProperty("level", rule.severity().word());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Begins a rule; the caller ends it. */
  private void rule(String id, String title) {
    json.writeStartObject();
    json.writeStringProperty("id", id);
    text("shortDescription", title);
  }

  private void problem(Problem problem) {
    Severity severity =
        switch (problem.severity()) {
          case ERROR -> Severity.ERROR;
          case WARNING -> Severity.WARNING;
        };
    Position at = new Position(problem.file(), problem.line(), problem.column());
    result(SCENARIO_RULE, severity, problem.message(), at, 1);
  }

  private void finding(Finding finding) {
    result(
        finding.rule().id(),
        finding.severity(),
        finding.advice(),
        finding.at(),
        finding.occurrences());
  }

  private void result(
      String rule, Severity severity, String message, Position at, int occurrences) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", rule);
    json.writeStringProperty("level", severity.word());
    text("message", message);
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", FileUri.of(at.file()));
    json.writeEndObject();
    // What concerns a whole file is shown at its begin: code hosts want a line.
    json.writeObjectPropertyStart("region");
    json.writeNumberProperty("startLine", Math.max(1, at.line()));
    json.writeNumberProperty("startColumn", Math.max(1, at.column()));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    if (occurrences > 1) {
      json.writeNumberProperty("occurrenceCount", occurrences);
    }
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty(FINGERPRINT, fingerprint(rule, at.file(), message));
    json.writeEndObject();
    json.writeEndObject();
  }

  private String fingerprint(String rule, String file, String message) {
    String same = String.join("\n", rule, file, message);
    int ordinal = earlier.merge(same, 1, Integer::sum);
    try {
      byte[] text = (same + "\n" + ordinal).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void text(String property, String text) {
    json.writeObjectPropertyStart(property);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }
}
