package io.vrrplab.keepalived;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A generation of keepalived whose behaviour is known.
 *
 * <p>Each stands for one release; a keyword that came later is unknown to it.
 */
public enum KeepalivedVersion {
  V1_3("1.3", 1, 3, 9),
  V2_0("2.0", 2, 0, 20),
  V2_2("2.2", 2, 2, 7),
  V2_3_3("2.3.3", 2, 3, 3),
  V2_4("2.4", 2, 4, 3);

  private static final int STEP = 1000;

  private final String text;
  private final int release;

  KeepalivedVersion(String text, int major, int minor, int patch) {
    this.text = text;
    this.release = (major * STEP + minor) * STEP + patch;
  }

  /**
   * Finds the version a person means.
   *
   * @param text as typed, such as 2.2
   * @return empty where there is none of that name
   */
  public static Optional<KeepalivedVersion> parse(String text) {
    return Arrays.stream(values()).filter(version -> version.text.equals(text)).findFirst();
  }

  /** What {@link #parse} takes, the oldest first. */
  public static List<String> names() {
    return Arrays.stream(values()).map(KeepalivedVersion::toString).toList();
  }

  /**
   * Whether this version has what came with a release.
   *
   * @param since a release, such as 2.2.8
   */
  public boolean has(String since) {
    int number = 0;
    for (String part : since.split("\\.", -1)) {
      number = number * STEP + Integer.parseInt(part);
    }
    return release >= number;
  }

  @Override
  public String toString() {
    return text;
  }
}
