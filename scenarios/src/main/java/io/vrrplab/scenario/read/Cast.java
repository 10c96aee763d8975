package io.vrrplab.scenario.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * Who is there, by name; known even where a description does not bind, so that no error cascades.
 */
final class Cast {

  /** What a name stands for. */
  enum Kind {
    NODE,
    ROUTER,
    HOST;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A device and the names of the segments it is attached to. */
  private record Device(Kind kind, List<String> segments) {}

  private final SequencedSet<String> segments;
  private final SequencedMap<String, Device> devices = new LinkedHashMap<>();

  Cast(Cursor root) {
    segments = new LinkedHashSet<>(root.entries("segments").sequencedKeySet());
    add(root, "nodes", Kind.NODE);
    add(root, "routers", Kind.ROUTER);
    add(root, "hosts", Kind.HOST);
  }

  private void add(Cursor root, String key, Kind kind) {
    root.entries(key)
        .forEach((name, at) -> {
          List<String> attached = new ArrayList<>();
          at.text("segment").ifPresent(attached::add);
          at.entries("interfaces").sequencedValues().stream()
              .map(this::segmentOf)
              .distinct()
              .forEach(attached::add);
          Device before = devices.putIfAbsent(name, new Device(kind, attached));
          if (before != null) {
            at.errorAtKey(
                "\"%s\" is already the name of a %s".formatted(name, before.kind().word()));
          }
        });
  }

  /** The segment of an entry of interfaces: its value where that is one, else its key. */
  private String segmentOf(Cursor at) {
    return at.text().filter(segments::contains).orElse(at.key());
  }

  /** Whether interfaces are given by the names that a configuration has for them. */
  boolean isByCard(Cursor node) {
    return node.entries("interfaces").sequencedValues().stream()
        .anyMatch(at -> at.text().filter(segments::contains).isPresent());
  }

  /** The name of a segment that is there. */
  Optional<String> segment(Cursor at) {
    return at.text().filter(name -> isKnown(at, "segment", name, segments));
  }

  /** Whether a key names a segment that is there. */
  boolean isSegment(Cursor at) {
    if (segments.contains(at.key())) {
      return true;
    }
    at.errorAtKey(unknown("segment", at.key(), segments));
    return false;
  }

  /** The name of a device of one kind. */
  Optional<String> device(Cursor at, Kind kind) {
    return at.text()
        .filter(name -> {
          Device device = devices.get(name);
          if (device != null && device.kind() != kind) {
            at.error(
                "\"%s\" is a %s; this needs a %s"
                    .formatted(name, device.kind().word(), kind.word()));
            return false;
          }
          return isKnown(at, kind.word(), name, named(kind));
        });
  }

  Optional<String> device(Cursor parent, String key, Kind kind) {
    return parent.get(key).flatMap(at -> device(at, kind));
  }

  /** The name of any device. */
  Optional<String> device(Cursor at) {
    return at.text()
        .filter(name -> isKnown(at, "node, router or host", name, devices.sequencedKeySet()));
  }

  /** Whether a key names a device that is there and attached to the segment. */
  boolean isDeviceOn(String segment, Cursor at) {
    if (!devices.containsKey(at.key())) {
      at.errorAtKey(unknown("node or host", at.key(), devices.sequencedKeySet()));
      return false;
    }
    if (!segmentsOf(at.key()).contains(segment)) {
      at.errorAtKey("\"%s\" is not on segment \"%s\"".formatted(at.key(), segment));
      return false;
    }
    return true;
  }

  /** The names of the segments a device is attached to. */
  List<String> segmentsOf(String device) {
    Device known = devices.get(device);
    return known == null ? List.of() : known.segments();
  }

  private List<String> named(Kind kind) {
    return devices.sequencedEntrySet().stream()
        .filter(entry -> entry.getValue().kind() == kind)
        .map(entry -> entry.getKey())
        .toList();
  }

  private static boolean isKnown(Cursor at, String kind, String name, Collection<String> known) {
    if (known.contains(name)) {
      return true;
    }
    at.error(unknown(kind, name, known));
    return false;
  }

  private static String unknown(String kind, String name, Collection<String> known) {
    return "unknown %s \"%s\"; %s".formatted(kind, name, Hints.nearestOrAll(name, known));
  }
}
