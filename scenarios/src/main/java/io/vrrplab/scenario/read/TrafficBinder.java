package io.vrrplab.scenario.read;

import io.vrrplab.scenario.spec.TrafficSpec;
import io.vrrplab.scenario.spec.TrafficSpec.Flow;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Binds what hosts send. */
final class TrafficBinder {

  private static final double PING_EVERY_NANOS = 1e9;
  private static final double UDP_EVERY_NANOS = 10e6;
  private static final int PING_BYTES = 56;
  private static final int UDP_BYTES = 200;

  private final Cast cast;
  private final Addresses addresses;
  private final AddressBook book;
  private final Ways ways;

  TrafficBinder(Cast cast, Addresses addresses, AddressBook book, Ways ways) {
    this.cast = cast;
    this.addresses = addresses;
    this.book = book;
    this.ways = ways;
  }

  List<TrafficSpec> bind(Cursor root) {
    List<TrafficSpec> traffic = new ArrayList<>();
    for (Cursor item : root.items("traffic")) {
      flow(item, "ping", PING_EVERY_NANOS, PING_BYTES, TrafficSpec.Ping::new)
          .ifPresent(traffic::add);
      flow(item, "udp", UDP_EVERY_NANOS, UDP_BYTES, TrafficSpec.Udp::new).ifPresent(traffic::add);
    }
    return traffic;
  }

  private Optional<TrafficSpec> flow(
      Cursor item, String kind, double everyNanos, int bytes, Function<Flow, TrafficSpec> make) {
    return item.get(kind).flatMap(at -> flow(at, everyNanos, bytes)).map(make);
  }

  private Optional<Flow> flow(Cursor at, double everyNanos, int bytes) {
    Optional<String> from = cast.device(at, "from", Cast.Kind.HOST);
    Optional<Cursor> toAt = at.get("to");
    Optional<IpAddress> to = toAt.flatMap(addresses::address);
    if (from.isEmpty() || toAt.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (ways.leadTo(from.get(), to.get())) {
      book.want(toAt.get(), to.get());
    } else {
      toAt.get()
          .error(
              "no router leads from \"%s\" to %s, and it has no gateway"
                  .formatted(from.get(), to.get()));
    }
    return Optional.of(
        new Flow(
            from.get(),
            to.get(),
            QuantityBinder.bind(at, "every", Range.PACE, everyNanos),
            QuantityBinder.bind(at, "size", Range.PAYLOAD, bytes),
            QuantityBinder.bindNullable(at, "start", Range.TIME),
            QuantityBinder.bindNullable(at, "count", Range.COUNT)));
  }
}
