package io.vrrplab.scenario.read;

import io.vrrplab.vrrp.KeepalivedVersion;
import java.util.List;
import java.util.Optional;

/** The profiles of the format and the versions they speak. */
final class Profiles {

  static final String KEEPALIVED = "keepalived";

  static final List<String> KNOWN = List.of("rfc3768", "rfc5798", "rfc9568", KEEPALIVED, "frr");

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

  /** Which keepalived a node is; empty where it is something else. */
  static Optional<KeepalivedVersion> keepalivedVersion(Cursor node, Optional<String> profile) {
    Optional<Cursor> said = node.get("keepalived-version");
    if (!profile.equals(Optional.of(KEEPALIVED))) {
      said.filter(_ -> !node.has("keepalived") && !node.has("osixia"))
          .ifPresent(
              value -> value.errorAtKey("\"keepalived-version\" goes with profile: keepalived"));
      return Optional.empty();
    }
    Optional<String> text = said.map(value -> value.node().asString());
    text.filter(version -> !KeepalivedVersion.texts().contains(version))
        .ifPresent(version ->
            said.get()
                .error(
                    "unknown keepalived version \"%s\"; known: %s"
                        .formatted(version, Hints.all(KeepalivedVersion.texts()))));
    return Optional.of(
        text.filter(KeepalivedVersion.texts()::contains)
            .map(KeepalivedVersion::of)
            .orElse(KeepalivedVersion.DEFAULT));
  }
}
