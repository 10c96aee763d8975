package io.vrrplab.scenario.read;

import io.vrrplab.scenario.SweepPoint.Setting;
import io.vrrplab.scenario.read.SweptParameter.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Binds the sweep of a file, and writes its values into copies of the file's tree, one a point. A
 * copy is then read like a file of its own, so that a swept value obeys the rules of any other.
 */
final class SweepBinder {

  private static final String SWEEP = "sweep";
  private static final int MOST_POINTS = 1000;

  private final Places places;
  private final Cursor root;
  private final List<SweptParameter> parameters = new ArrayList<>();

  /** A copy of the tree with the values of one point written in, and where those come from. */
  record Copy(List<Setting> settings, JsonNode tree, Places places) {}

  SweepBinder(Document document, JsonNode tree) {
    this.places = document.places();
    this.root = Cursor.root(document, tree);
  }

  /** The copies, the last parameter turning fastest; none where the file sweeps nothing. */
  List<Copy> bind() {
    root.entries(SWEEP).forEach((name, at) -> parameter(name, at).ifPresent(parameters::add));
    Optional<Cursor> at = root.get(SWEEP);
    long points = 1;
    for (SweptParameter parameter : parameters) {
      points = Math.min(MOST_POINTS + 1L, points * parameter.values().size());
    }
    if (at.isEmpty() || parameters.isEmpty()) {
      return List.of();
    }
    if (points > MOST_POINTS) {
      at.get().errorAtKey("\"sweep\" has more than " + MOST_POINTS + " points");
      return List.of();
    }
    return copies();
  }

  private Optional<SweptParameter> parameter(String name, Cursor at) {
    Optional<Cursor> path = at.get("set");
    if (path.isEmpty()) {
      return Optional.empty();
    }
    String first = path.get().text().orElse("").split("\\.", 2)[0];
    if (first.equals(SWEEP) || first.equals("seed")) {
      path.get().error("\"" + first + "\" cannot be swept; a campaign sees to it by itself");
      return Optional.empty();
    }
    List<String> targets = SweptPath.targets(path.get(), root);
    List<Value> values = values(at);
    return targets.isEmpty() || values.isEmpty()
        ? Optional.empty()
        : Optional.of(new SweptParameter(name, path.get().place(), targets, values));
  }

  private static List<Value> values(Cursor at) {
    Optional<Cursor> from = at.get("from");
    Optional<Cursor> to = at.get("to");
    boolean range = from.isPresent() || to.isPresent() || at.has("steps");
    if (range == at.has("over")) {
      boolean misspelt = !range && at.entries().size() > 1; // which the schema has said
      if (!misspelt) {
        at.errorAtKey("a sweep takes \"over\", or \"from\", \"to\" and \"steps\"");
      }
      return List.of();
    }
    if (!range) {
      return at.items("over").stream().map(item -> new Value(item.node(), item.place())).toList();
    }
    long steps = at.whole("steps").orElse(0);
    if (from.isEmpty() || to.isEmpty() || !at.has("steps")) {
      at.errorAtKey("a range takes all of \"from\", \"to\" and \"steps\"");
    }
    if (from.isEmpty() || to.isEmpty() || steps < 2 || steps > MOST_POINTS) {
      return List.of();
    }
    return SweptRange.values(from.get(), to.get(), (int) steps).stream()
        .map(node -> new Value(node, from.get().place()))
        .toList();
  }

  private List<Copy> copies() {
    List<SequencedMap<SweptParameter, Value>> points = List.of(new LinkedHashMap<>());
    for (SweptParameter parameter : parameters) {
      List<SequencedMap<SweptParameter, Value>> longer = new ArrayList<>();
      for (SequencedMap<SweptParameter, Value> point : points) {
        for (Value value : parameter.values()) {
          SequencedMap<SweptParameter, Value> extended = new LinkedHashMap<>(point);
          extended.put(parameter, value);
          longer.add(extended);
        }
      }
      points = longer;
    }
    return points.stream().map(this::copy).toList();
  }

  private Copy copy(Map<SweptParameter, Value> point) {
    ObjectNode tree = (ObjectNode) root.node().deepCopy();
    Places shown = places.copy();
    List<Setting> settings = new ArrayList<>();
    tree.remove(SWEEP);
    point.forEach((parameter, value) -> {
      settings.add(new Setting(parameter.name(), value.text()));
      for (String target : parameter.targets()) {
        set(tree, target, value.node());
        shown.put(target, parameter.pathPlace(), value.place());
      }
    });
    return new Copy(settings, tree, shown);
  }

  private static void set(ObjectNode tree, String target, JsonNode value) {
    String key = Places.lastOf(target);
    switch (tree.at(target.substring(0, target.lastIndexOf('/')))) {
      case ObjectNode around -> around.set(key, value);
      case ArrayNode around -> around.set(Integer.parseInt(key), value);
      default -> throw new IllegalArgumentException("nothing holds " + target);
    }
  }
}
