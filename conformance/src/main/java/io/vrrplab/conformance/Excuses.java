package io.vrrplab.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Why a requirement that shows on the wire is not tested both ways, from {@code excuses.txt}. */
final class Excuses {

  private static final Map<String, String> BY_ID = read();

  private Excuses() {}

  /** The reason, or nothing. */
  static String of(String requirement) {
    return BY_ID.getOrDefault(requirement, "");
  }

  /** The ids of all requirements that have one. */
  static Set<String> ids() {
    return new TreeSet<>(BY_ID.keySet());
  }

  private static Map<String, String> read() {
    Map<String, String> byId = new LinkedHashMap<>();
    RegisterFile.rows("excuses.txt", 2)
        .forEach(row -> {
          if (byId.put(Requirements.of(row.get(0)).id(), row.get(1)) != null) {
            throw new IllegalStateException("excuses.txt has twice: " + row.get(0));
          }
        });
    return byId;
  }
}
