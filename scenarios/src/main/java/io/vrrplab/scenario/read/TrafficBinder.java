package io.vrrplab.scenario.read;

import io.vrrplab.lan.RoutingMesh.PublishedPort;
import io.vrrplab.scenario.spec.MeshSpec;
import io.vrrplab.scenario.spec.TrafficSpec;
import io.vrrplab.scenario.spec.TrafficSpec.Flow;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable MeshSpec mesh;

  /**
   * A binder.
   *
   * @param mesh whose ports flows may name; null where there is none
   */
  TrafficBinder(
      Cast cast, Addresses addresses, AddressBook book, Ways ways, @Nullable MeshSpec mesh) {
    this.cast = cast;
    this.addresses = addresses;
    this.book = book;
    this.ways = ways;
    this.mesh = mesh;
  }

  List<TrafficSpec> bind(Cursor root) {
    List<TrafficSpec> traffic = new ArrayList<>();
    for (Cursor item : root.items("traffic")) {
      item.get("ping")
          .flatMap(at -> flow(at, PING_EVERY_NANOS, PING_BYTES))
          .map(TrafficSpec.Ping::new)
          .ifPresent(traffic::add);
      item.get("udp").flatMap(this::udp).ifPresent(traffic::add);
    }
    return traffic;
  }

  private Optional<TrafficSpec> udp(Cursor at) {
    Integer port = at.get("port").flatMap(this::published).orElse(null);
    return flow(at, UDP_EVERY_NANOS, UDP_BYTES)
        .filter(flow -> port == null || isIpv4(at, flow))
        .map(flow -> new TrafficSpec.Udp(flow, port));
  }

  private Optional<Integer> published(Cursor at) {
    if (mesh == null) {
      at.errorAtKey("there is no mesh that publishes a port; datagrams without one go one way");
      return Optional.empty();
    }
    List<Integer> published = mesh.ports().stream().map(PublishedPort::published).toList();
    OptionalLong port = at.whole();
    Optional<Integer> found =
        published.stream().filter(each -> OptionalLong.of(each).equals(port)).findFirst();
    if (found.isEmpty() && port.isPresent() && !published.isEmpty()) {
      List<String> known = published.stream().map(String::valueOf).toList();
      at.error(
          "the mesh does not publish %d; %s"
              .formatted(
                  port.getAsLong(), Hints.nearestOrAll(Long.toString(port.getAsLong()), known)));
    }
    return found;
  }

  private static boolean isIpv4(Cursor at, Flow flow) {
    boolean is = flow.to() instanceof Ipv4Address;
    if (!is) {
      at.at("to").error("a routing mesh takes what comes over IPv4");
    }
    return is;
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
