package io.vrrplab.conformance;

import java.util.List;
import java.util.stream.Stream;

/**
 * A behaviour that test suites of VRRP look at, from {@code behaviours.txt}.
 *
 * @param code its letter and number, as {@code A1}
 * @param words what a device does
 * @param cases patterns for the cases that test it; empty where it is out of scope
 * @param reason why it is out of scope; empty where it is not
 */
record Behaviour(String code, String words, List<Glob> cases, String reason) {

  private static final String OUT = "out of scope: ";

  /** All of them, in the order of their codes. */
  static List<Behaviour> all() {
    return RegisterFile.rows("behaviours.txt", 3).stream().map(Behaviour::of).toList();
  }

  private static Behaviour of(List<String> row) {
    String third = row.get(2);
    return third.startsWith(OUT)
        ? new Behaviour(row.get(0), row.get(1), List.of(), third.substring(OUT.length()))
        : new Behaviour(
            row.get(0), row.get(1), Stream.of(third.split(" ", -1)).map(Glob::new).toList(), "");
  }

  /** Whether a case tests it. */
  boolean isTestedBy(ConformanceCase each) {
    return cases.stream().anyMatch(glob -> glob.matches(each));
  }
}
