package io.vrrplab.scenario.read;

import io.vrrplab.scenario.spec.DaemonFault;
import io.vrrplab.scenario.spec.FaultSpec;
import io.vrrplab.scenario.spec.NodeSpec;
import io.vrrplab.scenario.spec.Quantity;
import io.vrrplab.scenario.spec.Shown;
import io.vrrplab.scenario.spec.TrackSpec;
import io.vrrplab.scenario.spec.TrackedSpec;
import io.vrrplab.scenario.spec.VirtualAddress;
import io.vrrplab.scenario.spec.VrrpSpec;
import io.vrrplab.track.CheckResult.Outcome;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Binds what happens to the daemons of nodes while they run. */
final class DaemonFaultBinder {

  private static final List<String> CHECKED = List.of("script", "file", "process", "bfd");

  private static final long LONGEST_OFFSET_NANOS = 1000 * 3600 * 1_000_000_000L;

  private final Cast cast;
  private final WorldBinder world;
  private final List<NodeSpec> nodes;
  private final Addresses addresses;
  private final SequencedMap<String, List<VrrpSpec>> later = new LinkedHashMap<>();

  DaemonFaultBinder(Cast cast, WorldBinder world, List<NodeSpec> nodes, Addresses addresses) {
    this.addresses = addresses;
    this.cast = cast;
    this.world = world;
    this.nodes = List.copyOf(nodes);
  }

  /** The virtual routers that a node has at first, and those of its reloads so far. */
  private Stream<VrrpSpec> known(NodeSpec node) {
    return Stream.concat(node.vrrp().stream(), later.getOrDefault(node.name(), List.of()).stream());
  }

  /** The node of a name, if it could be bound. */
  private Optional<NodeSpec> node(Cursor at) {
    return cast.device(at, Cast.Kind.NODE)
        .flatMap(name -> nodes.stream().filter(node -> node.name().equals(name)).findFirst());
  }

  Optional<FaultSpec> pause(Cursor verb, @Nullable Quantity duration) {
    return lasting(verb, duration)
        .flatMap(time -> node(verb).map(node -> new DaemonFault.Pause(node.name(), time)));
  }

  Optional<FaultSpec> freeze(Cursor verb, @Nullable Quantity duration) {
    return lasting(verb, duration)
        .flatMap(time -> node(verb).map(node -> new DaemonFault.Freeze(node.name(), time)));
  }

  private static Optional<Quantity> lasting(Cursor verb, @Nullable Quantity duration) {
    if (duration == null && !verb.parent().has("for")) {
      verb.errorAtKey("\"%s\" needs for: how long it lasts".formatted(verb.key()));
    }
    return Optional.ofNullable(duration);
  }

  Optional<FaultSpec> reload(Cursor verb) {
    if (!verb.node().isObject()) {
      return node(verb).map(node -> new DaemonFault.Reload(node.name(), List.of()));
    }
    if (verb.has("vrrp") == verb.has("keepalived")) {
      verb.errorAtKey("\"reload\" needs either vrrp: what changes, or keepalived: the new file");
      return Optional.empty();
    }
    Optional<NodeSpec> node = verb.get("node").flatMap(this::node);
    Optional<DaemonFault> fault =
        verb.has("vrrp")
            ? node.map(each -> new DaemonFault.Reload(each.name(), world.reloaded(each, verb)))
            : node.flatMap(each -> world.reread(each, verb.at("keepalived")));
    if (fault.isPresent() && fault.get() instanceof DaemonFault.NewConfiguration read) {
      later.computeIfAbsent(read.node(), _ -> new ArrayList<>()).addAll(read.vrrp());
    }
    return fault.map(each -> each);
  }

  Optional<FaultSpec> priority(Cursor verb) {
    Optional<NodeSpec> node = verb.get("node").flatMap(this::node);
    int vrid = (int) verb.whole("vrid").orElse(0);
    if (node.isPresent() && vrid > 0 && known(node.get()).noneMatch(each -> each.vrid() == vrid)) {
      verb.at("vrid").error("\"%s\" has no VRID %d".formatted(node.get().name(), vrid));
      return Optional.empty();
    }
    return QuantityBinder.bind(verb, "to", Range.PRIORITY)
        .flatMap(to -> node.map(each -> new DaemonFault.Priority(each.name(), vrid, to)));
  }

  /** What other software does to an address that the node has, or has as Master. */
  Optional<FaultSpec> address(Cursor verb, BiFunction<String, IpAddress, FaultSpec> make) {
    Optional<NodeSpec> node = verb.get("node").flatMap(this::node);
    Optional<IpAddress> address = verb.get("address").flatMap(addresses::unicast);
    if (node.isEmpty() || address.isEmpty()) {
      return Optional.empty();
    }
    String name = node.get().name();
    IpAddress wanted = address.get();
    List<IpAddress> had = addressesOf(node.get()).distinct().toList();
    if (!had.contains(wanted)) {
      List<String> texts = had.stream().map(IpAddress::toString).toList();
      verb.at("address")
          .error(
              "%s is no address of \"%s\"; its own and its virtual ones are %s"
                  .formatted(wanted, name, Hints.all(texts)));
      return Optional.empty();
    }
    return Optional.of(make.apply(name, wanted));
  }

  private Stream<IpAddress> addressesOf(NodeSpec node) {
    return Stream.concat(
        node.interfaces().stream().flatMap(each -> each.addresses().stream()),
        known(node)
            .flatMap(each ->
                Stream.concat(
                    each.virtualAddresses().stream().map(VirtualAddress::address),
                    each.settings().excluded().stream())));
  }

  Optional<FaultSpec> check(Cursor verb) {
    Optional<NodeSpec> node = verb.get("node").flatMap(this::node);
    Optional<Cursor> what = OneVerb.needed(verb, "check", CHECKED);
    if (node.isEmpty() || what.isEmpty() || !isTracked(node.get(), what.get())) {
      return Optional.empty();
    }
    return result(verb, what.get()).map(result -> new DaemonFault.Check(node.get().name(), result));
  }

  Optional<FaultSpec> clock(Cursor verb) {
    Optional<NodeSpec> node = verb.get("node").flatMap(this::node);
    return verb.get("offset")
        .flatMap(DaemonFaultBinder::offset)
        .flatMap(ahead -> node.map(each -> new DaemonFault.Clock(each.name(), ahead)));
  }

  /** A duration, with a minus before it where the clock is behind. */
  private static Optional<Long> offset(Cursor at) {
    String text = at.text().orElse("");
    boolean behind = text.startsWith("-");
    OptionalLong nanos = Unit.DURATION.readWhole(behind ? text.substring(1) : text);
    if (nanos.isPresent() && nanos.getAsLong() > LONGEST_OFFSET_NANOS) {
      at.error("\"offset\" " + text + " is outside -1000h–1000h");
      return Optional.empty();
    }
    return nanos.isPresent()
        ? Optional.of(behind ? -nanos.getAsLong() : nanos.getAsLong())
        : Optional.empty();
  }

  private boolean isTracked(NodeSpec node, Cursor what) {
    Predicate<TrackedSpec> kind =
        switch (what.key()) {
          case "script" -> TrackedSpec.Script.class::isInstance;
          case "file" -> TrackedSpec.File.class::isInstance;
          case "bfd" -> TrackedSpec.BfdSession.class::isInstance;
          default -> TrackedSpec.Processes.class::isInstance;
        };
    List<String> tracked =
        known(node)
            .flatMap(each -> each.settings().tracks().stream())
            .map(TrackSpec::what)
            .filter(kind)
            .map(TrackedSpec::name)
            .distinct()
            .toList();
    String name = what.text().orElse("");
    if (!name.isEmpty() && !tracked.contains(name)) {
      what.error(
          "\"%s\" tracks no %s \"%s\"; %s"
              .formatted(node.name(), what.key(), name, Hints.nearestOrAll(name, tracked)));
    }
    return tracked.contains(name);
  }

  private static Optional<Shown> result(Cursor verb, Cursor what) {
    String name = what.text().orElse("");
    return switch (what.key()) {
      case "script" ->
          needed(verb, "result")
              .flatMap(Cursor::text)
              .flatMap(DaemonFaultBinder::outcome)
              .map(outcome -> new Shown.ByScript(name, outcome));
      case "file" ->
          number(verb, "value", Range.FILE_VALUE).map(value -> new Shown.ByFile(name, value));
      case "bfd" ->
          needed(verb, "state")
              .flatMap(Cursor::text)
              .map(state -> new Shown.ByBfdSession(name, state.equals("up")));
      default ->
          number(verb, "running", Range.PROCESSES).map(count -> new Shown.ByProcess(name, count));
    };
  }

  private static Optional<Cursor> needed(Cursor verb, String key) {
    if (!verb.has(key)) {
      verb.errorAtKey("\"check\" needs " + key);
    }
    return verb.get(key);
  }

  private static Optional<Quantity> number(Cursor verb, String key, Range range) {
    return needed(verb, key).flatMap(value -> QuantityBinder.bind(value, range));
  }

  private static Optional<Outcome> outcome(String word) {
    for (Outcome outcome : Outcome.values()) {
      if (outcome.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }
}
