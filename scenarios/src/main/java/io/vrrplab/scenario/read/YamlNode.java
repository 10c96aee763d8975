package io.vrrplab.scenario.read;

import java.util.List;
import tools.jackson.databind.node.ValueNode;

/** A piece of YAML with its place, aliases resolved but not yet copied out. */
sealed interface YamlNode {

  Place place();

  /** A value without parts. */
  record Scalar(Place place, String text, ValueNode value) implements YamlNode {}

  /** A list. */
  record Sequence(Place place, List<YamlNode> items) implements YamlNode {}

  /** A mapping, in which a key may still stand twice. */
  record Mapping(Place place, List<Entry> entries) implements YamlNode {}

  /**
   * A key and its value.
   *
   * @param merge whether the key is an unquoted {@code <<}
   */
  record Entry(Place place, String key, boolean merge, YamlNode value) {}
}
