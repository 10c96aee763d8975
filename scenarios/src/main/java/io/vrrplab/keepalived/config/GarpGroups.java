package io.vrrplab.keepalived.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The groups of interfaces that share a pace of announcements. */
public final class GarpGroups {

  private final Map<String, Pace> paces = new LinkedHashMap<>();
  private final List<List<String>> together = new ArrayList<>();

  /** Takes groups in the order of the file: the first one that lists an interface counts. */
  public GarpGroups(List<GarpGroup> groups) {
    for (GarpGroup group : groups) {
      together.add(
          group.interfaces().stream()
              .filter(name -> paces.putIfAbsent(name, group.pace()) == null)
              .toList());
    }
  }

  /** The interfaces of each group, whose announcements keep their distance among all of them. */
  public List<List<String>> together() {
    return List.copyOf(together);
  }

  /** The pace of an interface, where a group lists it. */
  public Optional<Pace> paceOf(String interfaceName) {
    return Optional.ofNullable(paces.get(interfaceName));
  }
}
