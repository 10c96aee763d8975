package io.vrrplab.scenario.read;

import io.vrrplab.scenario.read.YamlNode.Entry;
import io.vrrplab.scenario.read.YamlNode.Mapping;
import io.vrrplab.scenario.read.YamlNode.Scalar;
import io.vrrplab.scenario.read.YamlNode.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Copies YAML out into a JSON tree and remembers places; duplicate keys are reported here. */
final class YamlTree {

  /** Bounds what aliases of aliases can blow up to. */
  private static final int MAX_NODES = 50_000;

  private final Places places;
  private final Problems problems;
  private int nodes;

  private YamlTree(Places places, Problems problems) {
    this.places = places;
    this.problems = problems;
  }

  static JsonNode of(YamlNode root, Places places, Problems problems) throws UnreadableFile {
    return new YamlTree(places, problems).tree(root, "", root.place());
  }

  private JsonNode tree(YamlNode node, String pointer, Place keyPlace) throws UnreadableFile {
    count(node);
    places.put(pointer, keyPlace, node.place());
    return switch (node) {
      case Scalar scalar -> scalar.value();
      case Sequence sequence -> array(sequence, pointer);
      case Mapping mapping -> object(mapping, pointer);
    };
  }

  private void count(YamlNode node) throws UnreadableFile {
    if (++nodes > MAX_NODES) {
      throw new UnreadableFile(
          node.place(), "more than " + MAX_NODES + " values; do aliases name aliases?");
    }
  }

  private ArrayNode array(Sequence sequence, String pointer) throws UnreadableFile {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (YamlNode item : sequence.items()) {
      array.add(tree(item, pointer + "/" + array.size(), item.place()));
    }
    return array;
  }

  private ObjectNode object(Mapping mapping, String pointer) throws UnreadableFile {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    Map<String, Place> first = new HashMap<>();
    for (Entry entry : mapping.entries()) {
      if (!entry.merge()) {
        Place before = first.putIfAbsent(entry.key(), entry.place());
        if (before == null) {
          put(object, entry, pointer);
        } else {
          problems.error(
              entry.place(), "duplicate key \"" + entry.key() + "\"; the first is at " + before);
        }
      }
    }
    for (Entry entry : mapping.entries()) {
      if (entry.merge()) {
        merge(object, entry.value(), pointer);
      }
    }
    return object;
  }

  /**
   * The keys that stand in the mapping itself win over those merged in; of the latter the first.
   */
  private void merge(ObjectNode object, YamlNode source, String pointer) throws UnreadableFile {
    count(source);
    switch (source) {
      case Mapping mapping -> {
        for (Entry entry : mapping.entries()) {
          if (entry.merge()) {
            merge(object, entry.value(), pointer);
          } else if (!object.has(entry.key())) {
            put(object, entry, pointer);
          }
        }
      }
      case Sequence(Place _, List<YamlNode> items) -> {
        for (YamlNode item : items) {
          merge(object, item, pointer);
        }
      }
      case Scalar scalar -> problems.error(scalar.place(), "<< takes a mapping or a list of them");
    }
  }

  private void put(ObjectNode object, Entry entry, String pointer) throws UnreadableFile {
    String child = Places.child(pointer, entry.key());
    object.set(entry.key(), tree(entry.value(), child, entry.place()));
  }
}
