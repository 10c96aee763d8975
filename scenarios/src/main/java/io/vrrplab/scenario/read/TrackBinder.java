package io.vrrplab.scenario.read;

import io.vrrplab.scenario.spec.SyncGroupSpec;
import io.vrrplab.track.Track;
import io.vrrplab.track.Tracked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.Function;

/** Binds what the nodes track, and which virtual routers they group. */
final class TrackBinder {

  private static final List<String> KINDS = List.of("script", "interface", "file", "process");
  private static final double SECOND_NANOS = 1e9;

  private final Cast cast;

  TrackBinder(Cast cast) {
    this.cast = cast;
  }

  /** What a node may track, by kind and name; an interface is one of its segments. */
  record Trackable(
      SequencedMap<String, Tracked> scripts,
      SequencedMap<String, Tracked> files,
      SequencedMap<String, Tracked> processes,
      List<String> segments) {}

  Trackable trackable(String node, Cursor at) {
    return new Trackable(
        each(at, "scripts", TrackBinder::script),
        each(at, "files", file -> new Tracked.File(file.key(), (int) number(file, "value", 0))),
        each(at, "processes", TrackBinder::process),
        cast.segmentsOf(node));
  }

  private static SequencedMap<String, Tracked> each(
      Cursor at, String key, Function<Cursor, Tracked> bind) {
    SequencedMap<String, Tracked> bound = new LinkedHashMap<>();
    at.entries(key).forEach((name, entry) -> bound.put(name, bind.apply(entry)));
    return bound;
  }

  private static Tracked script(Cursor at) {
    long interval = QuantityBinder.bind(at, "interval", Range.PACE, SECOND_NANOS).asLong();
    return new Tracked.Script(
        at.key(),
        Math.max(1, interval),
        Math.max(1, QuantityBinder.bind(at, "timeout", Range.PACE, (double) interval).asLong()),
        atLeastOne(at, "rise"),
        atLeastOne(at, "fall"));
  }

  private static Tracked process(Cursor at) {
    int quorum = atLeastOne(at, "quorum");
    OptionalLong most = at.whole("quorum-max");
    if (most.isPresent() && most.getAsLong() < quorum) {
      at.at("quorum-max").error("\"quorum-max\" is below \"quorum\", which is " + quorum);
    }
    return new Tracked.Processes(
        at.key(),
        quorum,
        (int) Math.max(quorum, most.orElse(Integer.MAX_VALUE)),
        QuantityBinder.bind(at, "terminate-delay", Range.TIME, 0).asLong(),
        QuantityBinder.bind(at, "fork-delay", Range.TIME, 0).asLong());
  }

  private static int atLeastOne(Cursor at, String key) {
    return (int) Math.max(1, number(at, key, 1));
  }

  private static long number(Cursor at, String key, long otherwise) {
    return at.whole(key).orElse(otherwise);
  }

  /** What a virtual router tracks. */
  static List<Track> tracks(Cursor entry, Trackable known) {
    List<Track> tracks = new ArrayList<>();
    for (Cursor item : entry.items("track")) {
      OneVerb.needed(item, "track", KINDS)
          .flatMap(kind -> tracked(kind, known))
          .ifPresent(what -> tracks.add(track(item, what)));
    }
    return tracks;
  }

  private static Track track(Cursor item, Tracked what) {
    long otherwise = what instanceof Tracked.File ? 1 : 0;
    int weight = Math.clamp(number(item, "weight", otherwise), -254, 254);
    return new Track(what, weight, item.flag("reverse", false));
  }

  private static Optional<Tracked> tracked(Cursor kind, Trackable known) {
    return switch (kind.key()) {
      case "script" -> named(kind, known.scripts());
      case "file" -> named(kind, known.files());
      case "process" -> named(kind, known.processes());
      default -> {
        SequencedMap<String, Tracked> links = new LinkedHashMap<>();
        known.segments().forEach(name -> links.put(name, new Tracked.Link(name)));
        yield named(kind, links);
      }
    };
  }

  private static Optional<Tracked> named(Cursor at, SequencedMap<String, Tracked> known) {
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
