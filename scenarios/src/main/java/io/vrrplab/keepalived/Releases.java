package io.vrrplab.keepalived;

import io.vrrplab.vrrp.KeepalivedVersion;

/** The release that each known version of keepalived stands for, and what came with which. */
public final class Releases {

  private static final int STEP = 1000;

  private Releases() {}

  /**
   * Whether a version has what came with a release.
   *
   * @param since a release, such as 2.2.8
   */
  public static boolean has(KeepalivedVersion version, String since) {
    return number(release(version)) >= number(since);
  }

  /** 2.0.20 is what the image osixia/keepalived brings, 2.2.7 what Debian 12 does. */
  private static String release(KeepalivedVersion version) {
    return switch (version) {
      case V1_3 -> "1.3.9";
      case V2_0 -> "2.0.20";
      case V2_2 -> "2.2.7";
      case V2_3_3 -> "2.3.3";
      case V2_4 -> "2.4.3";
    };
  }

  private static int number(String release) {
    int number = 0;
    for (String part : release.split("\\.", -1)) {
      number = number * STEP + Integer.parseInt(part);
    }
    return number;
  }
}
