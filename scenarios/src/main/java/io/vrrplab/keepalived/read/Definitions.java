package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.BfdSession;
import io.vrrplab.keepalived.config.Named;
import io.vrrplab.keepalived.config.TrackFile;
import io.vrrplab.keepalived.config.TrackProcess;
import io.vrrplab.keepalived.config.TrackScript;
import io.vrrplab.keepalived.config.Tracker.Kind;
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

  Named<TrackScript> scripts() {
    return new Named<>(List.copyOf(scripts.values()), TrackScript::name);
  }

  Named<TrackFile> files() {
    return new Named<>(List.copyOf(files.values()), TrackFile::name);
  }

  Named<TrackProcess> processes() {
    return new Named<>(List.copyOf(processes.values()), TrackProcess::name);
  }

  Named<BfdSession> bfdSessions() {
    return new Named<>(List.copyOf(bfdSessions.values()), BfdSession::name);
  }
}
