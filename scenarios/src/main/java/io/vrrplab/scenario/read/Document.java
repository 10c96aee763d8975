package io.vrrplab.scenario.read;

import io.vrrplab.scenario.Problem;
import java.util.Set;

/**
 * What all cursors over one file share.
 *
 * @param spoiled where the schema has complained: what else is wrong there follows from it
 */
record Document(Places places, Problems problems, Set<Place> spoiled) {

  Document(Places places, Problems problems) {
    this(places, problems, problems.placesOfErrors());
  }

  void error(Place place, String message) {
    if (!spoiled.contains(place)) {
      problems.error(place, message);
    }
  }

  /** Takes what is wrong with a file that this one names. */
  void addOf(Problem other) {
    problems.addOf(other);
  }

  /** The path of a file that this one names. */
  String beside(String path) {
    return problems.beside(path);
  }

  void warning(Place place, String message) {
    problems.warning(place, message);
  }
}
