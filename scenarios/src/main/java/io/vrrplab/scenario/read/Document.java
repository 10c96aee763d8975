package io.vrrplab.scenario.read;

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

  void warning(Place place, String message) {
    problems.warning(place, message);
  }
}
