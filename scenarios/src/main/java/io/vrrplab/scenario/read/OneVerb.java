package io.vrrplab.scenario.read;

import java.util.List;
import java.util.Optional;

/** Finds the one key that says what an entry of a list is about. */
final class OneVerb {

  private OneVerb() {}

  /**
   * Gives the value of the verb. Complains where there are two; complains where there is none and
   * nothing else either that the schema has complained about.
   */
  static Optional<Cursor> of(Cursor entry, String what, List<String> verbs) {
    boolean besides =
        entry.entries().sequencedKeySet().stream()
            .anyMatch(key -> !List.of("at", "for", "vrid", "virtual-router").contains(key));
    return only(entry, what, verbs, !besides);
  }

  /** The same where none of the other keys that may stand beside explains its absence. */
  static Optional<Cursor> needed(Cursor entry, String what, List<String> verbs) {
    return only(entry, what, verbs, true);
  }

  private static Optional<Cursor> only(
      Cursor entry, String what, List<String> verbs, boolean complains) {
    List<Cursor> present =
        entry.entries().sequencedValues().stream()
            .filter(child -> verbs.contains(child.key()))
            .toList();
    if (present.size() > 1) {
      present
          .get(1)
          .errorAtKey(
              "\"%s\" and \"%s\" are two %ss; write an entry for each"
                  .formatted(present.get(0).key(), present.get(1).key(), what));
    }
    if (present.isEmpty() && complains && entry.node().isObject()) {
      entry.error("this %s says nothing; it needs one of %s".formatted(what, Hints.all(verbs)));
    }
    return present.stream().findFirst();
  }
}
