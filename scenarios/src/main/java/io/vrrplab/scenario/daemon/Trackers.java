package io.vrrplab.scenario.daemon;

import io.vrrplab.keepalived.config.BfdSession;
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
import java.util.stream.Stream;

/**
 * What an instance tracks, the interfaces of its addresses among it. Interfaces that lead to no
 * segment are taken to be well for ever.
 */
final class Trackers {

  private Trackers() {}

  static List<TrackSpec> of(
      KeepalivedConfig config, Instance instance, SequencedMap<String, SegmentSpec> segments) {
    List<String> needed = instance.otherInterfaces();
    Stream<TrackSpec> links =
        needed.stream()
            .flatMap(name -> link(name, segments).stream())
            .map(what -> new TrackSpec(what, Quantity.of(0), false));
    // An interface that an address needs is a matter of FAULT, whatever weight a tracker gives it.
    Stream<TrackSpec> trackers =
        config.trackersOf(instance).stream()
            .filter(each -> each.kind() != Tracker.Kind.INTERFACE || !needed.contains(each.name()))
            .flatMap(tracker ->
                tracked(config, tracker, segments).stream()
                    .map(what ->
                        new TrackSpec(what, Quantity.of(tracker.weight()), tracker.reverse())));
    return Stream.concat(links, trackers).toList();
  }

  private static Optional<TrackedSpec> link(
      String name, SequencedMap<String, SegmentSpec> segments) {
    return Optional.ofNullable(segments.get(name))
        .map(segment -> new TrackedSpec.Link(segment.name()));
  }

  private static Optional<TrackedSpec> tracked(
      KeepalivedConfig config, Tracker tracker, SequencedMap<String, SegmentSpec> segments) {
    return switch (tracker.kind()) {
      case INTERFACE -> link(tracker.name(), segments);
      case SCRIPT -> config.scripts().find(tracker.name()).map(Trackers::script);
      case FILE -> config.files().find(tracker.name()).map(Trackers::file);
      case PROCESS -> config.processes().find(tracker.name()).map(Trackers::process);
      case BFD -> config.bfdSessions().find(tracker.name()).map(Trackers::session);
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

  private static TrackedSpec session(BfdSession session) {
    return new TrackedSpec.BfdSession(session.name(), nanos(session.idleInterval()));
  }

  private static Quantity nanos(Duration duration) {
    return Quantity.of((double) duration.toNanos());
  }
}
