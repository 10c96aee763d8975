package io.vrrplab.scenario.read;

import java.util.HashMap;
import java.util.Map;

/** Where each key and value of a tree stands in the text, by JSON Pointer (RFC 6901). */
final class Places {

  private record Spot(Place key, Place value) {}

  private final Map<String, Spot> spots = new HashMap<>();

  void put(String pointer, Place key, Place value) {
    spots.put(pointer, new Spot(key, value));
  }

  /** The same places, to which others can be added. */
  Places copy() {
    Places copy = new Places();
    copy.spots.putAll(spots);
    return copy;
  }

  /** The place of a value; of the nearest thing around it, where it has none itself. */
  Place ofValue(String pointer) {
    Spot spot = spots.get(pointer);
    return spot != null ? spot.value() : ofValue(parent(pointer));
  }

  /** The place of the key that leads to a value; the value's own where it has no key. */
  Place ofKey(String pointer) {
    Spot spot = spots.get(pointer);
    return spot != null ? spot.key() : ofKey(parent(pointer));
  }

  static String child(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  /** The last key or index of a pointer, unescaped; empty for the root. */
  static String lastOf(String pointer) {
    String last = pointer.substring(pointer.lastIndexOf('/') + 1);
    return last.replace("~1", "/").replace("~0", "~");
  }

  /** The last key of a pointer; for an item of a list that of the list. */
  static String nearestKeyOf(String pointer) {
    String last = lastOf(pointer);
    boolean index = !last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9');
    return index ? nearestKeyOf(parent(pointer)) : last;
  }

  private static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }
}
