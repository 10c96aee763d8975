package io.vrrplab.scenario.daemon;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.config.TrackFile;
import io.vrrplab.keepalived.config.TrackProcess;
import io.vrrplab.keepalived.config.TrackScript;
import io.vrrplab.keepalived.config.Tracker;
import io.vrrplab.scenario.spec.Quantity;
import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.scenario.spec.TrackSpec;
import io.vrrplab.scenario.spec.TrackedSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** What an instance tracks. Interfaces that lead to no segment are taken to be well for ever. */
final class Trackers {

  private Trackers() {}

  static List<TrackSpec> of(
      KeepalivedConfig config, Instance instance, SequencedMap<String, SegmentSpec> segments) {
    return config.trackersOf(instance).stream()
        .flatMap(tracker ->
            tracked(config, tracker, segments).stream()
                .map(what -> new TrackSpec(what, Quantity.of(tracker.weight()), tracker.reverse())))
        .toList();
  }

  private static Optional<TrackedSpec> tracked(
      KeepalivedConfig config, Tracker tracker, SequencedMap<String, SegmentSpec> segments) {
    return switch (tracker.kind()) {
      case INTERFACE ->
          Optional.ofNullable(segments.get(tracker.name()))
              .map(segment -> new TrackedSpec.Link(segment.name()));
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
      case BFD ->
          config.bfdSessions().stream()
              .filter(session -> session.name().equals(tracker.name()))
              .findFirst()
              .map(session ->
                  new TrackedSpec.BfdSession(session.name(), nanos(session.idleInterval())));
    };
  }

  private static TrackedSpec script(TrackScript script) {
    Duration timeout = script.timeout().isZero() ? script.interval() : script.timeout();
    return new TrackedSpec.Script(
        script.name(),
        nanos(script.interval()),
        nanos(timeout),
        Quantity.of(script.rise()),
        Quantity.of(script.fall()));
  }

  private static TrackedSpec file(TrackFile file) {
    return new TrackedSpec.File(file.name(), Quantity.of(file.initial().orElse(0)));
  }

  private static TrackedSpec process(TrackProcess process) {
    return new TrackedSpec.Processes(
        process.name(),
        Quantity.of(process.quorum()),
        Quantity.of(process.quorumMax()),
        nanos(process.terminateDelay()),
        nanos(process.forkDelay()));
  }

  private static Quantity nanos(Duration duration) {
    return Quantity.of((double) duration.toNanos());
  }
}
