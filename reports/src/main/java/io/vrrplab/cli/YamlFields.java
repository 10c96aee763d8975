package io.vrrplab.cli;

import io.vrrplab.text.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The fields of one mapping; complains of unknown ones, and of values of another kind. */
final class YamlFields {

  private final Node mapping;
  private final BiConsumer<Node, String> complain;
  private final Map<String, Node> fields = new LinkedHashMap<>();

  /**
   * Takes a mapping apart.
   *
   * @param known the keys that it may have
   * @param complain takes what is wrong, and where
   */
  YamlFields(Node mapping, List<String> known, BiConsumer<Node, String> complain) {
    this.mapping = mapping;
    this.complain = complain;
    if (!(mapping instanceof MappingNode map)) {
      complain.accept(mapping, "expected a mapping with the keys " + String.join(", ", known));
      return;
    }
    for (NodeTuple entry : map.getValue()) {
      String key = scalar(entry.getKeyNode());
      if (key != null && !known.contains(key)) {
        complain.accept(
            entry.getKeyNode(),
            "unknown key \"%s\"%s; allowed are %s"
                .formatted(key, Nearest.hint(key, known), String.join(", ", known)));
      } else if (key != null) {
        fields.put(key, entry.getValueNode());
      }
    }
  }

  /** The value of a key, or null. */
  @Nullable Node node(String key) {
    return fields.get(key);
  }

  /** The value of a key that has to be there; null after a complaint. */
  @Nullable Node required(String key) {
    Node value = fields.get(key);
    if (value == null && mapping instanceof MappingNode) {
      complain.accept(mapping, "the key \"" + key + "\" is missing");
    }
    return value;
  }

  /** The text of a key, or null. */
  @Nullable String text(String key) {
    Node value = fields.get(key);
    return value == null ? null : scalar(value);
  }

  /** The text of a key that has to be there and say something; null after a complaint. */
  @Nullable String requiredText(String key) {
    Node value = required(key);
    String text = value == null ? null : scalar(value);
    if (value != null && text != null && text.isBlank()) {
      complain.accept(value, "\"" + key + "\" is empty");
      return null;
    }
    return text;
  }

  /** What a scalar says; null after a complaint where it is none. */
  @Nullable String scalar(Node value) {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    complain.accept(value, "expected a text");
    return null;
  }

  /** The items of a list; one scalar counts as a list of one. */
  List<Node> items(Node value) {
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    if (value instanceof ScalarNode) {
      return List.of(value);
    }
    complain.accept(value, "expected a list");
    return List.of();
  }
}
