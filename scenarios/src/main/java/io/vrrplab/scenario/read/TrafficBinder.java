package io.vrrplab.scenario.read;

import io.vrrplab.scenario.spec.HostSpec;
import io.vrrplab.scenario.spec.SegmentSpec;
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
  private final List<HostSpec> hosts;
  private final List<SegmentSpec> segments;

  TrafficBinder(
      Cast cast,
      Addresses addresses,
      AddressBook book,
      List<HostSpec> hosts,
      List<SegmentSpec> segments) {
    this.cast = cast;
    this.addresses = addresses;
    this.book = book;
    this.hosts = hosts;
    this.segments = segments;
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
    if (hasWay(from.get(), toAt.get(), to.get())) {
      book.want(toAt.get(), to.get());
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

  private boolean hasWay(String from, Cursor at, IpAddress to) {
    Optional<HostSpec> stuck =
        hosts.stream()
            .filter(host -> host.name().equals(from))
            .filter(host -> !isOnLink(host, to))
            .filter(host -> host.gateways().stream().noneMatch(via -> via.width() == to.width()))
            .findFirst();
    stuck.ifPresent(host ->
        at.error(
            "%s is not on segment \"%s\", and \"%s\" has no gateway"
                .formatted(to, host.segment(), from)));
    return stuck.isEmpty();
  }

  private boolean isOnLink(HostSpec host, IpAddress to) {
    return segments.stream()
        .anyMatch(
            segment -> segment.name().equals(host.segment()) && segment.subnetOf(to).isPresent());
  }
}
