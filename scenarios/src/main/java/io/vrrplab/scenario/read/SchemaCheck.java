package io.vrrplab.scenario.read;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds a tree against the published JSON Schema and reports what does not fit. */
final class SchemaCheck {

  private static final String RESOURCE = "/io/vrrplab/scenario/scenario.schema.json";

  private SchemaCheck() {}

  /** Compiled when the first file is read: of all that reading needs, this takes the longest. */
  private static final class Compiled {
    static final JsonNode DOCUMENT = document();
    static final Schema SCHEMA =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(DOCUMENT);

    private static JsonNode document() {
      try (InputStream in = SchemaCheck.class.getResourceAsStream(RESOURCE)) {
        return JsonMapper.shared().readTree(Objects.requireNonNull(in, RESOURCE));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static void check(JsonNode tree, Places places, Problems problems) {
    SchemaWording wording = new SchemaWording(Compiled.DOCUMENT, tree, places);
    for (Error violation : Compiled.SCHEMA.validate(tree)) {
      problems.error(wording.place(violation), wording.message(violation));
    }
  }
}
