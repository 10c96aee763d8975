package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes to code hosts, held against the schema that OASIS publishes for SARIF 2.1.0. */
class SarifSchemaTest {

  private static final Path SCHEMA = Path.of("src/test/resources/sarif/sarif-schema-2.1.0.json");

  private static final String CONF =
      """
      vrrp_instance VI_%1$d {
        interface eth%1$d
        virtual_router_id %1$d
        priority 300
        virtual_ipaddress {
          192.0.2.%1$d/24
        }
      }
      """;

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  @Test
  void shouldWriteWhatTheSchemaAllows() throws IOException {
    String sequence = CONF.replace("%1$d", "$N").replace("\n", " \\\n");
    String many = shell.file("many.conf", "$BLOCK= \\\n" + sequence + "\n~SEQ(N,1,9) $BLOCK\n");

    for (JsonNode log :
        List.of(
            check(shell.file("clean.yaml", "run")),
            check(
                shell.file("a.yaml", "refuse"),
                shell.file("m 1.conf", CONF.formatted(1)),
                shell.path("missing.conf"),
                many))) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
              .getSchema(JsonMapper.shared().readTree(Files.readString(SCHEMA)));

      assertThat(schema.validate(log)).isEmpty();
    }
  }

  @Test
  void shouldGiveEachResultWhatCodeHostsShow() {
    JsonNode run =
        check(shell.file("m1.conf", CONF.formatted(1)), shell.path("missing.conf"))
            .get("runs")
            .get(0);
    List<String> rules = run.get("tool").get("driver").get("rules").findValuesAsString("id");

    assertThat(run.get("results")).isNotEmpty();
    for (JsonNode result : run.get("results")) {
      JsonNode region = result.get("locations").get(0).get("physicalLocation").get("region");
      assertThat(rules).contains(result.get("ruleId").asString());
      assertThat(result.get("level").asString()).isIn("error", "warning", "note");
      assertThat(region.get("startLine").asInt()).isPositive();
      assertThat(region.get("startColumn").asInt()).isPositive();
      assertThat(result.get("message").get("text").asString()).contains("; ");
    }
  }

  @Test
  void shouldKnowAResultAgainWhenLinesAreAddedAboveIt() {
    String conf = shell.file("m1.conf", CONF.formatted(1) + CONF.formatted(2));
    List<String> before = fingerprints(check(conf));
    shell.file("m1.conf", "# a remark\n\n" + CONF.formatted(1) + CONF.formatted(2));
    List<String> after = fingerprints(check(conf));

    assertThat(after).isEqualTo(before).doesNotHaveDuplicates();
  }

  private static List<String> fingerprints(JsonNode log) {
    List<String> fingerprints = new ArrayList<>();
    for (JsonNode result : log.get("runs").get(0).get("results")) {
      fingerprints.add(result.get("partialFingerprints").get("vrrplab/v1").asString());
    }
    return fingerprints;
  }

  private JsonNode check(String... files) {
    List<String> command = new ArrayList<>(List.of("check", "--format=sarif"));
    command.addAll(List.of(files));
    return JsonMapper.shared().readTree(shell.type(command.toArray(String[]::new)).out());
  }
}
