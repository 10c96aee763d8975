package io.vrrplab.conformance;

import io.vrrplab.conformance.Requirement.Sight;
import io.vrrplab.vrrp.AddressFamily;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The register of what the documents ask for, read from {@code requirements.txt}. */
public final class Requirements {

  private static final SequencedMap<String, Requirement> BY_ID = read();

  private Requirements() {}

  /** All of them, in the order of the register. */
  public static List<Requirement> all() {
    return List.copyOf(BY_ID.values());
  }

  /**
   * The requirement of an id.
   *
   * @throws IllegalArgumentException if the register has none
   */
  public static Requirement of(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no requirement " + id));
  }

  /** The requirement of an id, if the register has it. */
  public static Optional<Requirement> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /** The ids of all of them, in the order of the register. */
  public static List<String> ids() {
    return List.copyOf(BY_ID.keySet());
  }

  private static SequencedMap<String, Requirement> read() {
    SequencedMap<String, Requirement> byId = new LinkedHashMap<>();
    for (List<String> row : RegisterFile.rows("requirements.txt", 6)) {
      Sight sight = Sight.valueOf(row.get(2).toUpperCase(Locale.ROOT));
      List<AddressFamily> families =
          Stream.of(row.get(3).split(" ", -1))
              .map(family -> AddressFamily.valueOf(family.toUpperCase(Locale.ROOT)))
              .toList();
      Requirement requirement =
          new Requirement(row.get(0), row.get(1), sight, families, row.get(4), row.get(5));
      if (byId.put(requirement.id(), requirement) != null) {
        throw new IllegalStateException("requirements.txt has twice: " + requirement.id());
      }
    }
    return byId;
  }
}
