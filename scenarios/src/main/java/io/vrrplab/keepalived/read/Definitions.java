package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.BfdSession;
import io.vrrplab.keepalived.config.TrackFile;
import io.vrrplab.keepalived.config.TrackProcess;
import io.vrrplab.keepalived.config.TrackScript;
import io.vrrplab.keepalived.config.Tracker.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trackers that are defined so far; whoever uses one earlier does not find it. */
final class Definitions {

  /**
   * What a use that says nothing inherits.
   *
   * @param weight of the definition
   * @param reverse of the definition
   */
  record Inherited(int weight, boolean reverse) {}

  private final Map<String, TrackScript> scripts = new LinkedHashMap<>();
  private final Map<String, TrackFile> files = new LinkedHashMap<>();
  private final Map<String, TrackProcess> processes = new LinkedHashMap<>();
  private final Map<String, BfdSession> bfdSessions = new LinkedHashMap<>();

  void add(TrackScript script) {
    scripts.put(script.name(), script);
  }

  void add(TrackFile file) {
    files.put(file.name(), file);
  }

  void add(TrackProcess process) {
    processes.put(process.name(), process);
  }

  void add(BfdSession session) {
    bfdSessions.put(session.name(), session);
  }

  Optional<Inherited> find(Kind kind, String name) {
    return switch (kind) {
      case INTERFACE -> Optional.of(new Inherited(0, false));
      case SCRIPT ->
          Optional.ofNullable(scripts.get(name))
              .map(it -> new Inherited(it.weight(), it.reverse()));
      case FILE ->
          Optional.ofNullable(files.get(name)).map(it -> new Inherited(it.weight(), it.reverse()));
      case PROCESS ->
          Optional.ofNullable(processes.get(name))
              .map(it -> new Inherited(it.weight(), it.reverse()));
      case BFD ->
          Optional.ofNullable(bfdSessions.get(name))
              .map(it -> new Inherited(it.weight(), it.reverse()));
    };
  }

  List<TrackScript> scripts() {
    return new ArrayList<>(scripts.values());
  }

  List<TrackFile> files() {
    return new ArrayList<>(files.values());
  }

  List<TrackProcess> processes() {
    return new ArrayList<>(processes.values());
  }

  List<BfdSession> bfdSessions() {
    return new ArrayList<>(bfdSessions.values());
  }
}
