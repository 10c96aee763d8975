package io.vrrplab.vrrp;

/** The one way in which this room refuses a number. */
final class Checks {

  private Checks() {}

  static void range(String what, long value, long lowest, long highest) {
    if (value < lowest || value > highest) {
      throw new IllegalArgumentException(
          what + " must be from " + lowest + " to " + highest + ", not " + value);
    }
  }
}
