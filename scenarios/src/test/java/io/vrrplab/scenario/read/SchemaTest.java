package io.vrrplab.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema is a good schema, and teaches an editor every key. */
class SchemaTest {

  private final JsonNode schema = schema();

  @Test
  void shouldBeAValidSchema() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    assertThat(
            registry
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(schema))
        .isEmpty();
  }

  @Test
  void shouldDescribeEveryKey() {
    List<String> silent = new ArrayList<>();
    forEachObject(
        schema,
        "",
        (path, node) ->
            node.path("properties")
                .properties()
                .forEach(property -> {
                  if (property.getValue().path("description").asString("").isBlank()) {
                    silent.add(path + "/" + property.getKey());
                  }
                }));

    assertThat(silent).isEmpty();
  }

  @Test
  void shouldTitleEveryTypeSoThatComplaintsCanNameIt() {
    List<String> untitled = new ArrayList<>();
    forEachObject(
        schema,
        "",
        (path, node) -> {
          boolean complains = node.path("type").isString() || node.has("enum");
          if (complains && !node.has("title") && !path.endsWith("/if")) {
            untitled.add(path);
          }
        });

    assertThat(untitled).isEmpty();
  }

  @Test
  void shouldAcceptItsOwnExample() {
    JsonNode example = schema.path("examples").path(0);

    ReadResult result =
        new ScenarioReader().read("example.yaml", JsonMapper.shared().writeValueAsBytes(example));

    assertThat(result.problems()).isEmpty();
  }

  private interface Visitor {
    void visit(String path, JsonNode node);
  }

  private static void forEachObject(JsonNode node, String path, Visitor visitor) {
    if (path.endsWith("/examples") || path.endsWith("/default")) {
      return;
    }
    if (node.isObject() && !path.endsWith("/properties") && !path.endsWith("/$defs")) {
      visitor.visit(path, node);
    }
    node.properties()
        .forEach(property ->
            forEachObject(property.getValue(), path + "/" + property.getKey(), visitor));
  }

  private static JsonNode schema() {
    InputStream in =
        SchemaTest.class.getResourceAsStream("/io/vrrplab/scenario/scenario.schema.json");
    return JsonMapper.shared().readTree(in);
  }
}
