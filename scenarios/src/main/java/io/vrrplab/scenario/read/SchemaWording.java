package io.vrrplab.scenario.read;

import com.networknt.schema.Error;
import io.vrrplab.text.Nearest;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Says in the words of the format what a validator says in the words of JSON Schema. What is
 * allowed is taken from the schema itself: each of its types has a title that reads on after "must
 * be".
 */
final class SchemaWording {

  private final JsonNode schema;
  private final JsonNode tree;
  private final Places places;

  SchemaWording(JsonNode schema, JsonNode tree, Places places) {
    this.schema = schema;
    this.tree = tree;
    this.places = places;
  }

  /** Complaints about a key stand at the key, all others at the value. */
  Place place(Error violation) {
    String pointer = pointer(violation);
    return switch (violation.getKeyword()) {
      case "additionalProperties", "propertyNames" ->
          places.ofKey(Places.child(pointer, violation.getProperty()));
      case "not", "required" -> places.ofKey(pointer);
      default -> places.ofValue(pointer);
    };
  }

  String message(Error violation) {
    return switch (violation.getKeyword()) {
      case "additionalProperties" -> unknownKey(violation);
      case "propertyNames" ->
          "\"" + violation.getProperty() + "\" must be " + title("#/$defs/newName");
      case "required" -> "missing key \"" + violation.getProperty() + "\"";
      case "not" -> subject(violation) + " is not supported yet";
      case "enum" -> notOneOf(violation);
      case "minimum", "maximum" -> outside(violation);
      case "minItems", "maxItems", "minProperties", "maxProperties", "minLength" ->
          wrongSize(violation);
      default -> wrongKind(violation);
    };
  }

  private String unknownKey(Error violation) {
    String key = violation.getProperty();
    JsonNode properties = owner(violation).path("properties");
    List<String> known =
        properties.properties().stream()
            .filter(property -> !property.getValue().has("not"))
            .map(property -> property.getKey())
            .toList();
    return "unknown key \"" + key + "\"; " + Hints.nearestOrAll(key, known);
  }

  private String notOneOf(Error violation) {
    List<String> allowed =
        owner(violation).path("enum").valueStream().map(JsonNode::asString).toList();
    JsonNode value = violation.getInstanceNode();
    String hint =
        value.isString()
            ? Nearest.to(value.stringValue(), allowed)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("")
            : "";
    String all = allowed.size() == 1 ? "" : "one of ";
    return mustBe(violation, all + String.join(", ", allowed), Hints.shown(value)) + hint;
  }

  private String outside(Error violation) {
    JsonNode owner = owner(violation);
    String value = Hints.shown(violation.getInstanceNode());
    return owner.has("minimum") && owner.has("maximum")
        ? "\""
            + Places.nearestKeyOf(pointer(violation))
            + "\" "
            + value
            + " is outside "
            + owner.path("minimum").asString()
            + "–"
            + owner.path("maximum").asString()
        : wrongKind(violation);
  }

  private String wrongSize(Error violation) {
    JsonNode value = violation.getInstanceNode();
    return value.isContainer() && value.isEmpty() || value.isString() && value.asString().isEmpty()
        ? mustBe(violation, title(violation), "empty")
        : mustBe(violation, title(violation), Hints.sized(value));
  }

  private String wrongKind(Error violation) {
    JsonNode value = violation.getInstanceNode();
    boolean duration = definition(violation).equals("#/$defs/duration");
    if (duration && value.isNumber()) {
      String number = value.asString();
      return subject(violation)
          + " has no unit; write "
          + List.of("s", "ms", "us").stream()
              .map(unit -> number + unit)
              .collect(Collectors.joining(", ", "", " …"));
    }
    if (duration && value.isString() && value.stringValue().startsWith("-")) {
      return subject(violation) + " must not be negative: " + value.stringValue();
    }
    return mustBe(violation, title(violation), Hints.shown(value));
  }

  private String mustBe(Error violation, String allowed, String found) {
    return subject(violation) + " must be " + allowed + ", not " + found;
  }

  /** The key, or for an item of a list the place in it, counted as people do. */
  private String subject(Error violation) {
    String pointer = pointer(violation);
    String last = Places.lastOf(pointer);
    String list = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    if (pointer.isEmpty()) {
      return "a scenario";
    }
    if (tree.at(list).isArray()) {
      return "item " + (Integer.parseInt(last) + 1) + " of \"" + Places.lastOf(list) + "\"";
    }
    return "\"" + last + "\"";
  }

  private String title(Error violation) {
    return title(definition(violation));
  }

  private String title(String fragment) {
    return schema.at(fragment.substring(1)).path("title").asString("something else");
  }

  private JsonNode owner(Error violation) {
    return schema.at(definition(violation).substring(1));
  }

  /** The part of the schema whose keyword complains, as a fragment {@code #/$defs/duration}. */
  private static String definition(Error violation) {
    String location = violation.getSchemaLocation().toString();
    return location.substring(location.indexOf('#'), location.lastIndexOf('/'));
  }

  private static String pointer(Error violation) {
    return violation.getInstanceLocation().toString();
  }
}
