package io.vrrplab.scenario.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a path like {@code nodes.*.vrrp.*.interval} leads to. The last key need not be there
 * yet, since most keys have a default; whether it may be there is for the schema to say.
 */
final class SweptPath {

  private static final String ANY = "*";

  private final List<String> targets = new ArrayList<>();
  private String complaint = "";
  private int deepest = -1;

  private SweptPath() {}

  /** JSON Pointers of all that the path leads to; where that is nothing, says so at its place. */
  static List<String> targets(Cursor path, Cursor root) {
    SweptPath search = new SweptPath();
    path.text().ifPresent(text -> search.descend(root, text, 0));
    if (search.targets.isEmpty() && path.text().isPresent()) {
      path.error("\"set\" leads nowhere: " + search.complaint);
    }
    return search.targets;
  }

  private void descend(Cursor at, String rest, int depth) {
    int before = targets.size();
    int dot = rest.indexOf('.');
    boolean last = dot < 0;
    String head = last ? rest : rest.substring(0, dot);
    if (head.equals(ANY)) {
      for (Cursor child : children(at)) {
        arrive(child, last ? "" : rest.substring(dot + 1), depth);
      }
    } else {
      named(at, rest, depth);
      if (targets.size() == before && last && at.node().isObject()) {
        targets.add(Places.child(at.pointer(), head));
      }
    }
    if (targets.size() == before && depth > deepest) {
      deepest = depth;
      complaint = nothingAt(at, head);
    }
  }

  /** Names may have dots in them, so each key is tried on the path and not the other way round. */
  private void named(Cursor at, String rest, int depth) {
    for (Cursor child : children(at)) {
      if (rest.equals(child.key())) {
        arrive(child, "", depth);
      } else if (rest.startsWith(child.key() + ".")) {
        arrive(child, rest.substring(child.key().length() + 1), depth);
      }
    }
  }

  private void arrive(Cursor child, String rest, int depth) {
    if (rest.isEmpty()) {
      targets.add(child.pointer());
    } else {
      descend(child, rest, depth + 1);
    }
  }

  private static List<Cursor> children(Cursor at) {
    return at.node().isArray() ? at.items() : List.copyOf(at.entries().sequencedValues());
  }

  private static String nothingAt(Cursor at, String head) {
    String where = at.pointer().isEmpty() ? "the file" : at.subject();
    if (!at.node().isContainer()) {
      return where + " has no parts";
    }
    List<String> known = children(at).stream().map(Cursor::key).toList();
    if (at.node().isArray()) {
      return "%s has no item %s, only %s".formatted(where, head, indices(known.size()));
    }
    return "%s has no \"%s\"; %s".formatted(where, head, Hints.nearestOrAll(head, known));
  }

  private static String indices(int size) {
    return Optional.of(size)
        .filter(count -> count > 1)
        .map(count -> "0–" + (count - 1))
        .orElse("0");
  }
}
