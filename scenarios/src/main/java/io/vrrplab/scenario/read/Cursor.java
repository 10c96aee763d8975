package io.vrrplab.scenario.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value of the tree together with its place. What is of another kind than asked for counts as
 * absent: the schema has complained about it.
 */
record Cursor(Document document, JsonNode node, String pointer, @Nullable Cursor around) {

  /** The whole document. */
  static Cursor root(Document document, JsonNode tree) {
    return new Cursor(document, tree, "", null);
  }

  /** The mapping or list that this stands in; the root stands in itself. */
  Cursor parent() {
    return around == null ? this : around;
  }

  Optional<Cursor> get(String key) {
    JsonNode child = node.get(key);
    return child == null
        ? Optional.empty()
        : Optional.of(new Cursor(document, child, Places.child(pointer, key), this));
  }

  /** What is under a key, or this mapping itself where the key is left out: a place to complain. */
  Cursor at(String key) {
    return get(key).orElse(this);
  }

  boolean has(String key) {
    return node.has(key);
  }

  /** The items of a list. */
  List<Cursor> items() {
    List<Cursor> items = new ArrayList<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        items.add(new Cursor(document, node.get(i), pointer + "/" + i, this));
      }
    }
    return items;
  }

  /** The items of a list under a key; none where there is no such key. */
  List<Cursor> items(String key) {
    return get(key).map(Cursor::items).orElse(List.of());
  }

  /** The items of a list, or the value itself where it is not a list. */
  List<Cursor> oneOrMore() {
    return node.isArray() ? items() : List.of(this);
  }

  /** The keys of a mapping and what they lead to, in the order of the file. */
  SequencedMap<String, Cursor> entries() {
    SequencedMap<String, Cursor> entries = new LinkedHashMap<>();
    for (String key : node.propertyNames()) {
      get(key).ifPresent(child -> entries.put(key, child));
    }
    return entries;
  }

  /** The keys of a mapping and what they lead to, under a key. */
  SequencedMap<String, Cursor> entries(String key) {
    return get(key).map(Cursor::entries).orElseGet(LinkedHashMap::new);
  }

  Optional<String> text() {
    return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  Optional<String> text(String key) {
    return get(key).flatMap(Cursor::text);
  }

  /** A whole number, 2.0 counted among them. */
  OptionalLong whole() {
    if (node.isIntegralNumber()) {
      return OptionalLong.of(node.longValue());
    }
    return node.isNumber() && node.doubleValue() == Math.rint(node.doubleValue())
        ? OptionalLong.of((long) node.doubleValue())
        : OptionalLong.empty();
  }

  OptionalLong whole(String key) {
    Optional<Cursor> child = get(key);
    return child.isPresent() ? child.get().whole() : OptionalLong.empty();
  }

  boolean flag(String key, boolean otherwise) {
    return get(key)
        .filter(child -> child.node.isBoolean())
        .map(child -> child.node.booleanValue())
        .orElse(otherwise);
  }

  /** The key that leads here. */
  String key() {
    return Places.lastOf(pointer);
  }

  /** How complaints name this value: by its key, or by the key of its list. */
  String subject() {
    return "\"" + Places.nearestKeyOf(pointer) + "\"";
  }

  Place place() {
    return document.places().ofValue(pointer);
  }

  void error(String message) {
    document.error(place(), message);
  }

  /** Complains about the key rather than its value. */
  void errorAtKey(String message) {
    document.error(document.places().ofKey(pointer), message);
  }

  void warning(String message) {
    document.warning(place(), message);
  }

  void warningAtKey(String message) {
    document.warning(document.places().ofKey(pointer), message);
  }
}
