package io.vrrplab.vrrp;

import java.util.Arrays;
import java.util.List;

/** The releases of keepalived between which its behaviour on the wire changed. */
public enum KeepalivedVersion {
  /** Before 2.0.20: a refused packet leaves the Master's advert timer alone. */
  V1_3("1.3"),
  /** 2.0.20 to 2.1: a Master restarts its advert timer at every packet of its VRID. */
  V2_0("2.0"),
  /** 2.2 to 2.3.2, measured in 2.2.7: as 2.0, with more settings. */
  V2_2("2.2"),
  /** From 2.3.3: takes adverts that list other addresses; two owners compare their addresses. */
  V2_3_3("2.3.3"),
  /** From 2.4.0: as 2.3.3 on the wire. */
  V2_4("2.4");

  /** What most distributions ship, and what people mean who name no version. */
  public static final KeepalivedVersion DEFAULT = V2_2;

  private final String text;

  KeepalivedVersion(String text) {
    this.text = text;
  }

  /** The version as people write it, such as {@code 2.3.3}. */
  public String text() {
    return text;
  }

  /** All of them as people write them, the oldest first. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(KeepalivedVersion::text).toList();
  }

  /**
   * Finds a version by its text.
   *
   * @throws IllegalArgumentException if there is none; the message lists all
   */
  public static KeepalivedVersion of(String text) {
    for (KeepalivedVersion version : values()) {
      if (version.text.equals(text)) {
        return version;
      }
    }
    throw new IllegalArgumentException(
        "no keepalived version " + text + "; there are " + String.join(", ", texts()));
  }

  /** Whether this is the other version or a later one. */
  boolean isFrom(KeepalivedVersion other) {
    return compareTo(other) >= 0;
  }
}
