package io.vrrplab.wire;

/** Keeps a number from being cut when it is written: each field of a record fits its place. */
final class FieldWidth {

  private FieldWidth() {}

  /**
   * Checks that a number fits a field.
   *
   * @throws IllegalArgumentException if it is negative or needs more bits
   */
  static void check(String field, long value, int bits) {
    if (value >>> bits != 0) {
      throw new IllegalArgumentException(field + " " + value + " does not fit " + bits + " bits");
    }
  }
}
