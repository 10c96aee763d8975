package io.vrrplab.scenario.spec;

import io.vrrplab.wire.IpAddress;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Packets that a host sends at a steady pace. */
public sealed interface TrafficSpec {

  /** {@code ping} or {@code udp}. */
  String kind();

  /** Who sends, to whom, and when. */
  Flow flow();

  /** The name of the flow in reports, {@code ping my-client 192.0.2.50}. */
  default String text() {
    return kind() + " " + flow().from() + " " + flow().to();
  }

  /** Settles what is left to chance. */
  TrafficSpec resolve(long run);

  /** ICMP echo requests, each of which wants an answer. */
  record Ping(Flow flow) implements TrafficSpec {
    @Override
    public String kind() {
      return "ping";
    }

    @Override
    public Ping resolve(long run) {
      return new Ping(flow.resolve(run));
    }
  }

  /**
   * UDP datagrams: one way, or to a service that answers.
   *
   * @param port the published port of the service; null for one-way datagrams
   */
  record Udp(Flow flow, @Nullable Integer port) implements TrafficSpec {
    @Override
    public String kind() {
      return "udp";
    }

    @Override
    public Udp resolve(long run) {
      return new Udp(flow.resolve(run), port);
    }

    @Override
    public String text() {
      return TrafficSpec.super.text() + (port == null ? "" : ":" + port);
    }
  }

  /**
   * Who sends, to whom, and when.
   *
   * @param from name of the sending host
   * @param to destination
   * @param every from one packet to the next, nanoseconds
   * @param size octets of payload
   * @param start when the first one is sent, nanoseconds; null for the moment at which the
   *     destination's virtual router first has a Master, or 0 where no virtual router serves it
   * @param count how many are sent; null for as many as there is time for
   */
  record Flow(
      String from,
      IpAddress to,
      Quantity every,
      Quantity size,
      @Nullable Quantity start,
      @Nullable Quantity count) {

    public long everyNanos() {
      return every.asLong();
    }

    public int sizeBytes() {
      return (int) size.asLong();
    }

    public @Nullable Long startNanos() {
      return start == null ? null : start.asLong();
    }

    public @Nullable Long packets() {
      return count == null ? null : count.asLong();
    }

    Flow resolve(long run) {
      return new Flow(
          from,
          to,
          every.resolve(run),
          size.resolve(run),
          start == null ? null : start.resolve(run),
          count == null ? null : count.resolve(run));
    }

    /** All that a draw may decide. */
    public Stream<Quantity> quantities() {
      return Stream.of(Stream.of(every, size), Stream.ofNullable(start), Stream.ofNullable(count))
          .flatMap(quantities -> quantities);
    }
  }
}
