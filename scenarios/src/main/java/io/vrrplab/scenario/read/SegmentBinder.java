package io.vrrplab.scenario.read;

import static java.util.stream.Collectors.toCollection;

import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.scenario.spec.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Binds segments, whose networks must not overlap. */
final class SegmentBinder {

  private static final double DEFAULT_LATENCY_NANOS = 50e3;
  private static final double DEFAULT_MAC_AGING_NANOS = 300e9;

  private final Cast cast;
  private final Addresses addresses;
  private final SequencedMap<String, SegmentSpec> segments;

  /**
   * Creates a binder.
   *
   * @param segments takes those that bind, by their names
   */
  SegmentBinder(Cast cast, Addresses addresses, SequencedMap<String, SegmentSpec> segments) {
    this.cast = cast;
    this.addresses = addresses;
    this.segments = segments;
  }

  void bind(String name, Cursor at) {
    List<Subnet> subnets =
        Stream.concat(
                at.get("subnet").stream().flatMap(value -> value.oneOrMore().stream()),
                at.get("subnet6").stream())
            .flatMap(value -> subnet(name, value).stream())
            .collect(toCollection(ArrayList::new));
    SegmentSpec spec =
        new SegmentSpec(
            name,
            subnets,
            QuantityBinder.bind(at, "latency", Range.TIME, DEFAULT_LATENCY_NANOS),
            QuantityBinder.bind(at, "jitter", Range.TIME, 0),
            QuantityBinder.bindNullable(at, "bandwidth", Range.RATE),
            QuantityBinder.bind(at, "loss", Range.SHARE, 0),
            QuantityBinder.bind(at, "mac-aging", Range.TIME, DEFAULT_MAC_AGING_NANOS),
            QuantityBinder.bind(at, "forward-delay", Range.TIME, 0),
            new SnoopingBinder(cast).bind(name, at),
            new SourceGuardBinder(cast, addresses).bind(name, at));
    if (!subnets.isEmpty()) {
      segments.put(name, spec);
    }
  }

  private Optional<Subnet> subnet(String segment, Cursor at) {
    Optional<Subnet> subnet = addresses.subnet(at);
    subnet.ifPresent(mine ->
        segments.forEach((other, spec) ->
            spec.subnets().stream()
                .filter(theirs -> overlap(mine, theirs))
                .forEach(theirs ->
                    at.error(
                        "%s of segment \"%s\" overlaps with %s of segment \"%s\""
                            .formatted(mine, segment, theirs, other)))));
    return subnet;
  }

  private static boolean overlap(Subnet a, Subnet b) {
    return a.network().sharesPrefix(b.network(), Math.min(a.prefixLength(), b.prefixLength()));
  }
}
