package io.vrrplab.conformance.bench;

/**
 * A place of a frame that is not as it should be.
 *
 * @param field what stands there
 * @param octets where, counted in octets of the frame from 0, such as {@code 22} or {@code 26-29}
 * @param expected what should stand there
 * @param seen what does
 */
public record Difference(String field, String octets, String expected, String seen) {

  /** One line for people. */
  public String text() {
    return "%s (octets %s): expected %s, seen %s".formatted(field, octets, expected, seen);
  }
}
