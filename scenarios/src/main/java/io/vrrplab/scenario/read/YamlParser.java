package io.vrrplab.scenario.read;

import io.vrrplab.scenario.Companions;
import io.vrrplab.scenario.read.YamlNode.Entry;
import io.vrrplab.scenario.read.YamlNode.Mapping;
import io.vrrplab.scenario.read.YamlNode.Scalar;
import io.vrrplab.scenario.read.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Composes the one document of a YAML text from the parser's events. The library's own composer
 * recurses as deep as the text nests; this one stops at a depth that no scenario reaches.
 */
final class YamlParser {

  private static final int MAX_DEPTH = 64;

  private final Iterator<Event> events;
  private final Map<Anchor, YamlNode> anchors = new HashMap<>();

  private YamlParser(Iterator<Event> events) {
    this.events = events;
  }

  static YamlNode parse(String text) throws UnreadableFile {
    LoadSettings settings =
        LoadSettings.builder().setUseMarks(true).setCodePointLimit(Companions.MAX_BYTES).build();
    try {
      return new YamlParser(new Parse(settings).parseString(text).iterator()).document();
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      throw new UnreadableFile(place(mark), "not valid YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new UnreadableFile(Place.WHOLE_FILE, "not valid YAML: " + e.getMessage());
    }
  }

  private YamlNode document() throws UnreadableFile {
    Event event = events.next();
    while (!(event instanceof NodeEvent)) {
      if (!events.hasNext()) {
        throw new UnreadableFile(
            Place.WHOLE_FILE,
            "the file is empty; a scenario begins with \"scenario:\" and a title");
      }
      event = events.next();
    }
    YamlNode root = node(event, 0);
    while (events.hasNext()) {
      Event rest = events.next();
      if (rest instanceof NodeEvent) {
        throw new UnreadableFile(
            place(rest), "a file holds one scenario; this is a second document");
      }
    }
    return root;
  }

  private YamlNode node(Event event, int depth) throws UnreadableFile {
    if (depth > MAX_DEPTH) {
      throw new UnreadableFile(place(event), "nested more than " + MAX_DEPTH + " deep");
    }
    YamlNode node =
        switch (event) {
          case AliasEvent alias -> named(alias);
          case ScalarEvent scalar -> YamlScalars.scalar(scalar, place(event));
          case MappingStartEvent start -> mapping(start, depth);
          case SequenceStartEvent start -> sequence(start, depth);
          default -> throw new IllegalStateException("no node begins with " + event);
        };
    if (event instanceof NodeEvent start && !(event instanceof AliasEvent)) {
      start.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
    }
    return node;
  }

  private YamlNode named(AliasEvent alias) throws UnreadableFile {
    YamlNode node = anchors.get(alias.getAlias());
    if (node == null) {
      String name = alias.getAlias().getValue();
      throw new UnreadableFile(place(alias), "*" + name + " names nothing that ends before it");
    }
    return node;
  }

  private Sequence sequence(CollectionStartEvent start, int depth) throws UnreadableFile {
    List<YamlNode> items = new ArrayList<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = events.next()) {
      items.add(node(next, depth + 1));
    }
    return new Sequence(place(start), items);
  }

  private Mapping mapping(CollectionStartEvent start, int depth) throws UnreadableFile {
    List<Entry> entries = new ArrayList<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.MappingEnd;
        next = events.next()) {
      Place place = place(next);
      if (!(node(next, depth + 1) instanceof Scalar key)) {
        throw new UnreadableFile(place, "a key must be text");
      }
      boolean merge =
          next instanceof ScalarEvent plain && plain.isPlain() && key.text().equals("<<");
      entries.add(new Entry(place, key.text(), merge, node(events.next(), depth + 1)));
    }
    return new Mapping(place(start), entries);
  }

  private static Place place(Event event) {
    return place(event.getStartMark());
  }

  private static Place place(Optional<Mark> mark) {
    return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1)).orElse(Place.WHOLE_FILE);
  }
}
