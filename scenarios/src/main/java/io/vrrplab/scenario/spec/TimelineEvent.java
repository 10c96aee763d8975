package io.vrrplab.scenario.spec;

import java.util.stream.Stream;

/**
 * Something that happens at a time. The timeline keeps the order of the file: of two events of the
 * same time the one written first comes first, whatever stands between them.
 *
 * @param at nanoseconds since the start
 * @param fault what happens
 */
public record TimelineEvent(Quantity at, FaultSpec fault) {

  /** When, nanoseconds since the start. */
  public long atNanos() {
    return at.asLong();
  }

  /** What happens, in the words of reports, as {@code crash m1}. */
  public String text() {
    return fault.text();
  }

  /** Settles what is left to chance. */
  public TimelineEvent resolve(long run) {
    return new TimelineEvent(at.resolve(run), fault.resolve(run));
  }

  /** All that a draw may decide. */
  public Stream<Quantity> quantities() {
    return Stream.concat(Stream.of(at), fault.quantities());
  }
}
