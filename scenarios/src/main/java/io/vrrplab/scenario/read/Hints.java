package io.vrrplab.scenario.read;

import io.vrrplab.text.Nearest;
import java.util.Collection;
import tools.jackson.databind.JsonNode;

/** Turns of phrase that several complaints share. */
final class Hints {

  private static final int SHOWN = 40;

  private Hints() {}

  /** The nearest of the allowed words, or all of them where none is near. */
  static String nearestOrAll(String word, Collection<String> allowed) {
    return Nearest.to(word, allowed)
        .map(near -> "did you mean \"" + near + "\"?")
        .orElseGet(() -> allowed.isEmpty() ? "there are none" : "known: " + all(allowed));
  }

  static String all(Collection<String> words) {
    return String.join(", ", words);
  }

  /** A value of which it matters how much it holds. */
  static String sized(JsonNode value) {
    return value.isObject() && value.size() > 1
        ? "a mapping of " + value.size() + " keys"
        : shown(value);
  }

  /** A value as a reader of the file recognises it. */
  static String shown(JsonNode value) {
    if (value.isObject()) {
      return "a mapping";
    } else if (value.isArray()) {
      return value.size() == 1 ? "a list of 1 item" : "a list of " + value.size() + " items";
    } else if (value.isNull()) {
      return "nothing";
    } else if (value.isString()) {
      String text = value.stringValue();
      return "\"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "\"";
    }
    return value.asString();
  }
}
