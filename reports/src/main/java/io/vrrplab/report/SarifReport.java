package io.vrrplab.report;

import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.finding.Severity;
import io.vrrplab.scenario.Problem;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Writes problems and findings as SARIF 2.1.0, which code hosts show beside the lines.
 *
 * <p>Each rule that has a finding is described once. Columns count UTF-16 code units.
 */
public final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** The rule of all that is wrong with a scenario file. */
  private static final String SCENARIO_RULE = "SCENARIO";

  private final JsonGenerator json;

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
    result(SCENARIO_RULE, severity, problem.message(), at);
  }

  private void finding(Finding finding) {
    result(finding.rule().id(), finding.severity(), finding.advice(), finding.at());
  }

  private void result(String rule, Severity severity, String message, Position at) {
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
    if (at.line() > 0) {
      json.writeObjectPropertyStart("region");
      json.writeNumberProperty("startLine", at.line());
      json.writeNumberProperty("startColumn", at.column());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void text(String property, String text) {
    json.writeObjectPropertyStart(property);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }
}
