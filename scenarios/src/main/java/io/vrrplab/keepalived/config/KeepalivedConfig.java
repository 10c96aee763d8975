package io.vrrplab.keepalived.config;

import io.vrrplab.vrrp.KeepalivedVersion;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * A whole configuration. What keepalived would throw away, with a finding, is not in it.
 *
 * @param file as the user named it
 * @param version of the keepalived that reads it
 * @param globals the settings for all instances
 * @param instances in the order of the file
 * @param groups sync groups with at least one member
 * @param scripts that instances may track
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
    Named<TrackScript> scripts,
    Named<TrackFile> files,
    Named<TrackProcess> processes,
    Named<BfdSession> bfdSessions,
    GarpGroups garpGroups,
    List<InterfaceDelay> interfaceDelays,
    SequencedSet<String> polledInterfaces) {

  public KeepalivedConfig {
    instances = List.copyOf(instances);
    interfaceDelays = List.copyOf(interfaceDelays);
    polledInterfaces = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(polledInterfaces));
  }

  /** The sync group of an instance. */
  public Optional<SyncGroup> groupOf(Instance instance) {
    return groups.of(instance);
  }

  /** The trackers of an instance and of its sync group, as they count there. */
  public List<Tracker> trackersOf(Instance instance) {
    return groupOf(instance).map(group -> group.trackersOf(instance)).orElseGet(instance::trackers);
  }

  /** The spacing of announcements on an interface: that of its group, else of all. */
  public Pace paceOn(String interfaceName) {
    return garpGroups.paceOf(interfaceName).orElse(globals.pace());
  }
}
