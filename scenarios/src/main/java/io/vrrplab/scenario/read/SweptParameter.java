package io.vrrplab.scenario.read;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A parameter of a sweep: where it is written, and what is written there.
 *
 * @param name its key under {@code sweep:}
 * @param pathPlace where its path stands
 * @param targets JSON Pointers of what it sets, at least one
 * @param values at least one
 */
record SweptParameter(String name, Place pathPlace, List<String> targets, List<Value> values) {

  /** A value and where it stands; one of a range stands where the range begins. */
  record Value(JsonNode node, Place place) {

    /** As the file would write it. */
    String text() {
      return node.asString();
    }
  }
}
