package io.vrrplab.scenario.read;

import io.vrrplab.scenario.spec.Quantity;
import io.vrrplab.scenario.spec.SyncGroupSpec;
import io.vrrplab.scenario.spec.TrackSpec;
import io.vrrplab.scenario.spec.TrackedSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/** Binds what the nodes track, and which virtual routers they group. */
final class TrackBinder {

  private static final List<String> KINDS =
      List.of("script", "interface", "file", "process", "bfd");
  private static final double SECOND_NANOS = 1e9;

  private final Cast cast;

  TrackBinder(Cast cast) {
    this.cast = cast;
  }

  /** What a node may track, by kind and name; an interface is one of its segments. */
  record Trackable(
      SequencedMap<String, TrackedSpec> scripts,
      SequencedMap<String, TrackedSpec> files,
      SequencedMap<String, TrackedSpec> processes,
      SequencedMap<String, TrackedSpec> bfdSessions,
      List<String> segments) {}

  Trackable trackable(String node, Cursor at) {
    return new Trackable(
        each(at, "scripts", TrackBinder::script),
        each(at, "files", TrackBinder::file),
        each(at, "processes", TrackBinder::process),
        each(at, "bfd-sessions", TrackBinder::bfdSession),
        cast.segmentsOf(node));
  }

  private static SequencedMap<String, TrackedSpec> each(
      Cursor at, String key, Function<Cursor, TrackedSpec> bind) {
    SequencedMap<String, TrackedSpec> bound = new LinkedHashMap<>();
    at.entries(key).forEach((name, entry) -> bound.put(name, bind.apply(entry)));
    return bound;
  }

  private static TrackedSpec script(Cursor at) {
    Quantity interval = QuantityBinder.bind(at, "interval", Range.PACE, SECOND_NANOS);
    return new TrackedSpec.Script(
        at.key(),
        interval,
        QuantityBinder.bind(at, "timeout", Range.PACE).orElse(interval),
        QuantityBinder.bind(at, "rise", Range.SMALL, 1),
        QuantityBinder.bind(at, "fall", Range.SMALL, 1));
  }

  private static TrackedSpec file(Cursor at) {
    return new TrackedSpec.File(at.key(), QuantityBinder.bind(at, "value", Range.FILE_VALUE, 0));
  }

  private static TrackedSpec process(Cursor at) {
    Quantity quorum = QuantityBinder.bind(at, "quorum", Range.SMALL, 1);
    Optional<Quantity> most = QuantityBinder.bind(at, "quorum-max", Range.SMALL);
    if (most.isPresent()
        && quorum.isFixed()
        && most.get().isFixed()
        && most.get().asLong() < quorum.asLong()) {
      at.at("quorum-max").error("\"quorum-max\" is below \"quorum\", which is " + quorum.asLong());
    }
    return new TrackedSpec.Processes(
        at.key(),
        quorum,
        most.orElseGet(() -> Quantity.of(Integer.MAX_VALUE)),
        QuantityBinder.bind(at, "terminate-delay", Range.TIME, 0),
        QuantityBinder.bind(at, "fork-delay", Range.TIME, 0));
  }

  private static TrackedSpec bfdSession(Cursor at) {
    return new TrackedSpec.BfdSession(
        at.key(), QuantityBinder.bind(at, "idle-tx", Range.TIME, SECOND_NANOS));
  }

  /** What a virtual router tracks. */
  static List<TrackSpec> tracks(Cursor entry, Trackable known) {
    List<TrackSpec> tracks = new ArrayList<>();
    for (Cursor item : entry.items("track")) {
      OneVerb.needed(item, "track", KINDS)
          .flatMap(kind -> tracked(kind, known))
          .ifPresent(what -> tracks.add(track(item, what)));
    }
    return tracks;
  }

  private static TrackSpec track(Cursor item, TrackedSpec what) {
    int otherwise = what instanceof TrackedSpec.File ? 1 : 0;
    Quantity weight = QuantityBinder.bind(item, "weight", Range.WEIGHT, otherwise);
    return new TrackSpec(what, weight, item.flag("reverse", false));
  }

  private static Optional<TrackedSpec> tracked(Cursor kind, Trackable known) {
    return switch (kind.key()) {
      case "script" -> named(kind, known.scripts());
      case "file" -> named(kind, known.files());
      case "process" -> named(kind, known.processes());
      case "bfd" -> named(kind, known.bfdSessions());
      default -> {
        SequencedMap<String, TrackedSpec> links = new LinkedHashMap<>();
        known.segments().forEach(name -> links.put(name, new TrackedSpec.Link(name)));
        yield named(kind, links);
      }
    };
  }

  private static Optional<TrackedSpec> named(Cursor at, SequencedMap<String, TrackedSpec> known) {
    Optional<String> name = at.text();
    if (name.isPresent() && !known.containsKey(name.get())) {
      at.error(
          "unknown %s \"%s\"; %s"
              .formatted(
                  at.key(), name.get(), Hints.nearestOrAll(name.get(), known.sequencedKeySet())));
    }
    return name.map(known::get);
  }

  /** The groups of a node, of virtual routers that it has. */
  static List<SyncGroupSpec> groups(Cursor at, List<Integer> vrids) {
    List<SyncGroupSpec> groups = new ArrayList<>();
    List<Integer> grouped = new ArrayList<>();
    at.entries("sync-groups")
        .forEach((name, group) -> {
          List<Integer> members = new ArrayList<>();
          for (Cursor item : group.items("members")) {
            int vrid = (int) item.whole().orElse(0);
            if (!vrids.contains(vrid)) {
              item.error("the node has no VRID %d; known: %s".formatted(vrid, join(vrids)));
            } else if (grouped.contains(vrid)) {
              item.error("VRID " + vrid + " is in two groups");
            } else {
              grouped.add(vrid);
              members.add(vrid);
            }
          }
          groups.add(
              new SyncGroupSpec(name, members, group.flag("sync-group-tracking-weight", false)));
        });
    return groups;
  }

  private static String join(List<Integer> vrids) {
    return Hints.all(vrids.stream().map(String::valueOf).distinct().toList());
  }
}
