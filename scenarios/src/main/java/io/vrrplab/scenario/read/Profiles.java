package io.vrrplab.scenario.read;

import java.util.List;
import java.util.Optional;

/** The profiles of the format and the versions they speak. */
final class Profiles {

  static final List<String> KNOWN = List.of("rfc3768", "rfc5798", "rfc9568", "keepalived", "frr");

  private Profiles() {}

  /** RFC 3768 is version 2; the later RFCs are version 3; the programs do both. */
  static boolean speaks(String profile, int version) {
    return switch (profile) {
      case "rfc3768" -> version == 2;
      case "rfc5798", "rfc9568" -> version == 3;
      default -> true;
    };
  }

  /** Version 3, except where the profile knows nothing of it. */
  static int defaultVersion(Optional<String> profile) {
    return profile.isPresent() && !speaks(profile.get(), 3) ? 2 : 3;
  }
}
