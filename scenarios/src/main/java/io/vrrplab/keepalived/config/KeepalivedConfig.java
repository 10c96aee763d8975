package io.vrrplab.keepalived.config;

import io.vrrplab.vrrp.KeepalivedVersion;
import java.util.List;
import java.util.Optional;

/**
 * A whole configuration. What keepalived would throw away, with a finding, is not in it.
 *
 * @param file as the user named it
 * @param version of the keepalived that reads it
 * @param globals the settings for all instances
 * @param instances in the order of the file
 * @param groups sync groups with at least one member
 * @param scripts in the order of the file
 * @param files tracked files
 * @param processes tracked processes
 * @param bfdSessions of which VRRP is told
 * @param garpGroups interfaces that share a pace of announcements
 * @param interfaceDelays how long changes of interfaces are waited out
 * @param polledInterfaces whose links are looked at once a second
 */
public record KeepalivedConfig(
    String file,
    KeepalivedVersion version,
    GlobalDefaults globals,
    List<Instance> instances,
    SyncGroups groups,
    List<TrackScript> scripts,
    List<TrackFile> files,
    List<TrackProcess> processes,
    List<BfdSession> bfdSessions,
    List<GarpGroup> garpGroups,
    List<InterfaceDelay> interfaceDelays,
    List<String> polledInterfaces) {

  public KeepalivedConfig {
    instances = List.copyOf(instances);
    scripts = List.copyOf(scripts);
    files = List.copyOf(files);
    processes = List.copyOf(processes);
    bfdSessions = List.copyOf(bfdSessions);
    garpGroups = List.copyOf(garpGroups);
    interfaceDelays = List.copyOf(interfaceDelays);
    polledInterfaces = List.copyOf(polledInterfaces);
  }

  /** The sync group of an instance. */
  public Optional<SyncGroup> groupOf(Instance instance) {
    return groups.of(instance);
  }

  /** The trackers of an instance and of its sync group, as they count there. */
  public List<Tracker> trackersOf(Instance instance) {
    return groupOf(instance).map(group -> group.trackersOf(instance)).orElseGet(instance::trackers);
  }

  /** The spacing of an instance's announcements: that of its interface's group, else of all. */
  public Pace paceOf(Instance instance) {
    return garpGroups.stream()
        .filter(group -> group.interfaces().contains(instance.interfaceName()))
        .map(GarpGroup::pace)
        .findFirst()
        .orElse(globals.pace());
  }

  /** The script of a name. */
  public Optional<TrackScript> script(String name) {
    return scripts.stream().filter(script -> script.name().equals(name)).findFirst();
  }
}
