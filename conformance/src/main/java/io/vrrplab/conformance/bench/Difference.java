package io.vrrplab.conformance.bench;

import java.util.List;

/**
 * A place of a frame that is not as it should be.
 *
 * @param field what stands there
 * @param octets where, counted in octets of the frame from 0, such as {@code 22} or {@code 26-29}
 * @param expected what should stand there
 * @param seen what does
 * @param dump the rows of the frame that hold the place, which is in brackets; may be empty
 */
public record Difference(
    String field, String octets, String expected, String seen, List<String> dump) {

  public Difference {
    dump = List.copyOf(dump);
  }

  /** One line for people. */
  public String text() {
    return "%s (octets %s): expected %s, seen %s".formatted(field, octets, expected, seen);
  }
}
