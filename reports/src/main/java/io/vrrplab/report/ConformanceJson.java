package io.vrrplab.report;

import io.vrrplab.conformance.CaseResult;
import io.vrrplab.conformance.Requirement;
import io.vrrplab.conformance.Suite;
import io.vrrplab.conformance.bench.Difference;
import io.vrrplab.conformance.device.DeviceProfile;
import io.vrrplab.conformance.expect.Expectation;
import io.vrrplab.conformance.expect.Judged;
import io.vrrplab.conformance.expect.JudgedRun;
import io.vrrplab.conformance.verdict.Verdict;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;

/**
 * Writes conformance runs as JSON: one as {@code vrrplab-conformance/1}, several as {@code
 * vrrplab-conformances/1} with the runs in it.
 */
public final class ConformanceJson {

  private final JsonGenerator json;
  private final ConformanceOutcome outcome;

  private ConformanceJson(JsonGenerator json, ConformanceOutcome outcome) {
    this.json = json;
    this.outcome = outcome;
  }

  /** Writes all runs of a command. */
  public static String of(ConformanceOutcome outcome) {
    return PrettyJson.write(json -> new ConformanceJson(json, outcome).write());
  }

  private void write() {
    if (outcome.runs().size() == 1) {
      run(outcome.runs().getFirst());
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("format", "vrrplab-conformances/1");
    json.writeStringProperty("verdict", outcome.verdict().overall().key());
    json.writeArrayPropertyStart("runs");
    outcome.runs().forEach(this::run);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void run(JudgedRun run) {
    json.writeStartObject();
    json.writeStringProperty("format", "vrrplab-conformance/1");
    device(run.run().device());
    json.writeNumberProperty("seed", outcome.seed());
    suite();
    json.writeBooleanProperty("complete", run.run().isComplete());
    json.writeStringProperty("verdict", run.verdict().overall().key());
    json.writeStringProperty("claim", run.claim());
    json.writeStringProperty("expectations", run.expectations());
    totals(run);
    json.writeArrayPropertyStart("cases");
    run.cases().forEach(this::judged);
    json.writeEndArray();
    json.writeStringProperty("closingBaseline", run.run().closing().verdict().key());
    json.writeEndObject();
  }

  private void device(DeviceProfile device) {
    json.writeObjectPropertyStart("dut");
    json.writeStringProperty("name", device.name());
    json.writeStringProperty("version", device.version());
    json.writeStringProperty("rfc", device.rfc().number());
    json.writeNumberProperty("toleranceSeconds", TimeText.decimalSeconds(device.toleranceNanos()));
    json.writeArrayPropertyStart("declined");
    device.declined().forEach(ability -> json.writeString(ability.words()));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void suite() {
    Suite suite = ConformanceOutcome.suite();
    json.writeObjectPropertyStart("suite");
    json.writeNumberProperty("cases", suite.cases().size());
    json.writeStringProperty("digest", suite.digest());
    json.writeEndObject();
  }

  private void totals(JudgedRun run) {
    json.writeObjectPropertyStart("totals");
    for (Verdict verdict : Verdict.values()) {
      json.writeNumberProperty(verdict.key(), run.run().verdict().count(verdict));
    }
    for (Judged.Outcome outcome : Judged.Outcome.values()) {
      if (outcome != Judged.Outcome.AS_FOUND) {
        json.writeNumberProperty(outcome.key(), run.count(outcome));
      }
    }
    json.writeEndObject();
  }

  private void judged(Judged judged) {
    CaseResult result = judged.result();
    json.writeStartObject();
    json.writeStringProperty("id", result.conformanceCase().id());
    json.writeNumberProperty("version", result.conformanceCase().version());
    json.writeStringProperty("title", result.conformanceCase().title());
    json.writeArrayPropertyStart("requirements");
    for (Requirement each : result.conformanceCase().requirements(result.device().rfc())) {
      json.writeString(each.id());
    }
    json.writeEndArray();
    json.writeStringProperty("verdict", result.verdict().key());
    json.writeStringProperty("outcome", judged.outcome().key());
    json.writeStringProperty("observed", result.findings().seen());
    json.writeStringProperty("expected", result.findings().expected());
    json.writeNumberProperty("seconds", BigDecimal.valueOf(result.findings().seconds()));
    if (result.verdict().compareTo(Verdict.PASS) > 0 && result.verdict().wasRun()) {
      evidence(result);
    }
    if (judged.expectation() != null) {
      expectation(judged.expectation());
    }
    json.writeEndObject();
  }

  private void evidence(CaseResult result) {
    json.writeArrayPropertyStart("differences");
    for (Difference each : result.findings().differences()) {
      json.writeStartObject();
      json.writeStringProperty("field", each.field());
      json.writeStringProperty("octets", each.octets());
      json.writeStringProperty("expected", each.expected());
      json.writeStringProperty("observed", each.seen());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("ladder");
    result.findings().ladder().forEach(json::writeString);
    json.writeEndArray();
    json.writeStringProperty("replay", outcome.replay().commandFor(result));
  }

  private void expectation(Expectation expectation) {
    json.writeObjectPropertyStart("expectation");
    json.writeStringProperty("place", expectation.place());
    json.writeStringProperty("reason", expectation.reason());
    json.writeStringProperty("source", expectation.source());
    json.writeEndObject();
  }
}
