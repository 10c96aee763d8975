package io.vrrplab.scenario.spec;

/** A limit on what a client loses, in one of the three ways in which people count it. */
public sealed interface Bound {

  /** The bound in words, as {@code 4 packets}. */
  String text();

  /** A number of packets. */
  record Packets(long count) implements Bound {
    @Override
    public String text() {
      return count + (count == 1 ? " packet" : " packets");
    }
  }

  /** A share of the packets sent, 0 to 100. */
  record Percent(double value) implements Bound {
    @Override
    public String text() {
      return Words.decimal(value) + " %";
    }
  }

  /** The longest time without an answer, nanoseconds. */
  record Span(long nanos) implements Bound {
    @Override
    public String text() {
      return Durations.text(nanos);
    }
  }
}
