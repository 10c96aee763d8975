package io.vrrplab.scenario.daemon;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.config.TrackFile;
import io.vrrplab.keepalived.config.TrackProcess;
import io.vrrplab.keepalived.config.TrackScript;
import io.vrrplab.keepalived.config.Tracker;
import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.track.Track;
import io.vrrplab.track.Tracked;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What an instance tracks. BFD sessions, and interfaces that lead to no segment, are taken to be
 * well for ever.
 */
final class Trackers {

  private Trackers() {}

  static List<Track> of(
      KeepalivedConfig config, Instance instance, SequencedMap<String, SegmentSpec> segments) {
    return config.trackersOf(instance).stream()
        .flatMap(tracker ->
            tracked(config, tracker, segments).stream()
                .map(what -> new Track(what, tracker.weight(), tracker.reverse())))
        .toList();
  }

  private static Optional<Tracked> tracked(
      KeepalivedConfig config, Tracker tracker, SequencedMap<String, SegmentSpec> segments) {
    return switch (tracker.kind()) {
      case INTERFACE ->
          Optional.ofNullable(segments.get(tracker.name()))
              .map(segment -> new Tracked.Link(segment.name()));
      case SCRIPT -> config.script(tracker.name()).map(Trackers::script);
      case FILE ->
          config.files().stream()
              .filter(file -> file.name().equals(tracker.name()))
              .findFirst()
              .map(Trackers::file);
      case PROCESS ->
          config.processes().stream()
              .filter(process -> process.name().equals(tracker.name()))
              .findFirst()
              .map(Trackers::process);
      case BFD -> Optional.empty();
    };
  }

  private static Tracked script(TrackScript script) {
    return new Tracked.Script(
        script.name(),
        script.interval().toNanos(),
        script.timeout().isZero() ? script.interval().toNanos() : script.timeout().toNanos(),
        script.rise(),
        script.fall());
  }

  private static Tracked file(TrackFile file) {
    return new Tracked.File(file.name(), file.initial().orElse(0));
  }

  private static Tracked process(TrackProcess process) {
    return new Tracked.Processes(
        process.name(),
        process.quorum(),
        process.quorumMax(),
        process.terminateDelay().toNanos(),
        process.forkDelay().toNanos());
  }
}
