package io.vrrplab.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** Which requirements a device breaks that is wrong on purpose, from {@code breaches.txt}. */
public final class Breaches {

  private static final SequencedMap<String, List<Requirement>> BY_MUTANT = read();

  private Breaches() {}

  /** The requirements that a mutant breaks; none if nobody says. */
  public static List<Requirement> of(String mutant) {
    return BY_MUTANT.getOrDefault(mutant, List.of());
  }

  /** The mutants of which somebody says so. */
  public static SequencedSet<String> mutants() {
    return BY_MUTANT.sequencedKeySet();
  }

  private static SequencedMap<String, List<Requirement>> read() {
    SequencedMap<String, List<Requirement>> byMutant = new LinkedHashMap<>();
    for (List<String> row : RegisterFile.rows("breaches.txt", 2)) {
      List<Requirement> broken =
          Stream.of(row.get(1).split(" ", -1)).map(Requirements::of).toList();
      if (byMutant.put(row.get(0), broken) != null) {
        throw new IllegalStateException("breaches.txt has twice: " + row.get(0));
      }
    }
    return byMutant;
  }
}
