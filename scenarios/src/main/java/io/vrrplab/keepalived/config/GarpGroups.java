package io.vrrplab.keepalived.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The groups of interfaces that share a pace of announcements. */
public final class GarpGroups {

  private final Map<String, Pace> paces = new LinkedHashMap<>();

  /** Takes groups in the order of the file: the first one that lists an interface counts. */
  public GarpGroups(List<GarpGroup> groups) {
    for (GarpGroup group : groups) {
      group.interfaces().forEach(name -> paces.putIfAbsent(name, group.pace()));
    }
  }

  /** The pace of an interface, where a group lists it. */
  public Optional<Pace> paceOf(String interfaceName) {
    return Optional.ofNullable(paces.get(interfaceName));
  }
}
