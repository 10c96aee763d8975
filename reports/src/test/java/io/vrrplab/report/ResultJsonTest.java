package io.vrrplab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultJsonTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  @Test
  void shouldWriteARunAsTheContractSays() {
    Golden.assertMatches("cluster.json", ResultJson.of(SampleRuns.cluster(42)));
  }

  @Test
  void shouldWriteSeveralRunsInTheirOrder() {
    String json =
        ResultJson.ofAll(List.of(SampleRuns.cluster(1), DrillRuns.empty(), SampleRuns.failed(2)));

    JsonNode document = MAPPER.readTree(json);
    assertThat(document.propertyNames()).containsExactly("format", "runs");
    assertThat(document.path("format").asString()).isEqualTo("vrrplab-results/1");
    assertThat(document.path("runs").values())
        .extracting(run -> run.path("format").asString() + " " + run.path("verdict").asString())
        .containsExactly("vrrplab-result/1 pass", "vrrplab-result/1 pass", "vrrplab-result/1 fail");
  }

  @Test
  void shouldWriteTimesExactlyAndWithoutAnExponent() {
    assertThat(ResultJson.of(DrillRuns.edge()))
        .contains("\"masterDownSeconds\": 0.031445314,")
        .contains("\"toSeconds\": 0.500000001")
        .contains("\"durationSeconds\": 2.0,")
        .contains("\"dualMasterSeconds\": 0.0,")
        .doesNotContainPattern(": -?[0-9.]+E");
  }

  @Test
  void shouldWriteNullWhereAThingDidNotHappen() {
    assertThat(ResultJson.of(DrillRuns.edge()))
        .contains("\"outageSeconds\": null")
        .contains("\"rttSeconds\": null")
        .contains("\"toSeconds\": null");
  }

  @Test
  void shouldRoundAPercentageThatHasNoEnd() {
    assertThat(ResultJson.of(DrillRuns.edge())).contains("\"lossPercent\": 33.333333,");
  }

  @Test
  void shouldTellWhoServedWhereThereIsAService() {
    JsonNode flows = MAPPER.readTree(ResultJson.of(DrillRuns.edge())).path("traffic");

    assertThat(flows.get(0).has("servedBy")).isFalse();
    assertThat(flows.get(2).path("servedBy").values())
        .extracting(served -> served.path("node").asString() + served.path("packets").asInt())
        .containsExactly("東京-edge-13", "a\u001b[31m2");
    assertThat(flows.get(3).path("servedBy").isArray()).isTrue();
  }

  @Test
  void shouldWriteAnEmptyRunToo() {
    JsonNode document = MAPPER.readTree(ResultJson.of(DrillRuns.empty()));

    assertThat(document.path("failovers").isArray()).isTrue();
    assertThat(document.path("failovers")).isEmpty();
    assertThat(document.at("/adverts/rejected")).isEmpty();
  }

  @Test
  void shouldKeepANameThatJsonMustEscape() {
    JsonNode document = MAPPER.readTree(ResultJson.of(DrillRuns.edge()));

    assertThat(document.path("scenario").asString()).isEqualTo(DrillRuns.edge().scenario());
  }

  @Test
  void shouldEndWithOneLineFeedAndKnowNoOther() {
    assertThat(ResultJson.of(SampleRuns.cluster(42))).endsWith("}\n").doesNotContain("\r");
  }
}
