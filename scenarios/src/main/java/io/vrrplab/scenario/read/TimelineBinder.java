package io.vrrplab.scenario.read;

import io.vrrplab.scenario.spec.DaemonFault;
import io.vrrplab.scenario.spec.Durations;
import io.vrrplab.scenario.spec.FaultSpec;
import io.vrrplab.scenario.spec.FaultSpec.Direction;
import io.vrrplab.scenario.spec.NetworkFault;
import io.vrrplab.scenario.spec.Quantity;
import io.vrrplab.scenario.spec.TimelineEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds the timeline. */
final class TimelineBinder {

  private static final List<String> VERBS =
      List.of(
          "stop",
          "kill",
          "crash",
          "start",
          "restart",
          "pause",
          "freeze",
          "reload",
          "priority",
          "check",
          "remove-address",
          "add-address",
          "clock",
          "link-down",
          "link-up",
          "partition",
          "heal",
          "drop-adverts",
          "impair",
          "forget",
          "interface-down",
          "interface-up",
          "multicast");
  private static final Set<String> LASTING =
      Set.of("partition", "drop-adverts", "impair", "pause", "freeze");

  private final Cast cast;
  private final DaemonFaultBinder daemons;
  private final long durationNanos;

  /** Makes a binder for a run of a known length; {@code Long.MAX_VALUE} where it is not known. */
  TimelineBinder(Cast cast, DaemonFaultBinder daemons, long durationNanos) {
    this.cast = cast;
    this.daemons = daemons;
    this.durationNanos = durationNanos;
  }

  List<TimelineEvent> bind(Cursor root) {
    List<TimelineEvent> timeline = new ArrayList<>();
    for (Cursor entry : root.items("timeline")) {
      Optional<Quantity> at = QuantityBinder.bind(entry, "at", Range.TIME);
      at.ifPresent(time -> warnIfNever(entry, time));
      Optional<FaultSpec> fault = OneVerb.of(entry, "event", VERBS).flatMap(this::fault);
      if (at.isPresent() && fault.isPresent()) {
        timeline.add(new TimelineEvent(at.get(), fault.get()));
      }
      warnAboutFor(entry);
      refusePlaces(entry);
    }
    return timeline;
  }

  private void warnIfNever(Cursor entry, Quantity at) {
    if (at.isFixed() && at.asLong() > durationNanos) {
      entry
          .get("at")
          .ifPresent(value ->
              value.warning(
                  "the run ends at %s, so this never happens"
                      .formatted(Durations.text(durationNanos))));
    }
  }

  private static void warnAboutFor(Cursor entry) {
    if (VERBS.stream().anyMatch(verb -> entry.has(verb) && !LASTING.contains(verb))) {
      entry
          .get("for")
          .ifPresent(value ->
              value.errorAtKey(
                  "\"for\" goes with partition, drop-adverts, impair, pause and freeze"));
    }
  }

  private static void refusePlaces(Cursor entry) {
    for (String key : List.of("segment", "node")) {
      if (entry.has(key) && !entry.has("multicast")) {
        entry.at(key).errorAtKey("\"" + key + "\" beside an event goes with multicast only");
      }
    }
  }

  private Optional<FaultSpec> fault(Cursor verb) {
    return switch (verb.key()) {
      case "stop" -> ofNode(verb, FaultSpec.Stop::new);
      case "kill" -> ofNode(verb, FaultSpec.Kill::new);
      case "crash" -> ofDevice(verb, FaultSpec.Crash::new);
      case "start" -> ofDevice(verb, FaultSpec.Start::new);
      case "restart" -> ofNode(verb, FaultSpec.Restart::new);
      case "pause" -> daemons.pause(verb, lasting(verb));
      case "freeze" -> daemons.freeze(verb, lasting(verb));
      case "reload" -> daemons.reload(verb);
      case "priority" -> daemons.priority(verb);
      case "check" -> daemons.check(verb);
      case "remove-address" -> daemons.address(verb, DaemonFault.RemoveAddress::new);
      case "add-address" -> daemons.address(verb, DaemonFault.AddAddress::new);
      case "clock" -> daemons.clock(verb);
      case "link-down" -> ofLink(verb, FaultSpec.LinkDown::new);
      case "link-up" -> ofLink(verb, FaultSpec.LinkUp::new);
      case "partition" -> partition(verb);
      case "heal" -> Optional.of(new FaultSpec.Heal());
      case "drop-adverts" -> dropAdverts(verb);
      case "impair" -> impair(verb);
      case "forget" -> ofDevice(verb, NetworkFault.Forget::new);
      case "interface-down" -> ofLink(verb, NetworkFault.InterfaceDown::new);
      case "interface-up" -> ofLink(verb, NetworkFault.InterfaceUp::new);
      case "multicast" -> multicast(verb);
      default -> throw new IllegalStateException(verb.key());
    };
  }

  private Optional<FaultSpec> ofNode(Cursor verb, Function<String, FaultSpec> make) {
    return cast.device(verb, Cast.Kind.NODE).map(make);
  }

  private Optional<FaultSpec> ofDevice(Cursor verb, Function<String, FaultSpec> make) {
    return cast.device(verb).map(make);
  }

  private Optional<FaultSpec> ofLink(Cursor verb, BiFunction<String, String, FaultSpec> make) {
    Optional<String> device =
        verb.node().isObject() ? verb.get("node").flatMap(cast::device) : cast.device(verb);
    return device.flatMap(name -> segment(verb, name).map(segment -> make.apply(name, segment)));
  }

  /** The segment whose link is meant; it has to be said only where there are several. */
  private Optional<String> segment(Cursor verb, String device) {
    List<String> attached = cast.segmentsOf(device);
    Optional<Cursor> said = verb.get("segment");
    if (said.isPresent()) {
      return said.flatMap(cast::segment)
          .filter(name -> {
            boolean there = attached.contains(name);
            if (!there) {
              said.get().error("\"%s\" is not on segment \"%s\"".formatted(device, name));
            }
            return there;
          });
    }
    if (attached.size() > 1) {
      verb.error(
          "\"%s\" is on several segments (%s); write { node: %s, segment: … }"
              .formatted(device, Hints.all(attached), device));
    }
    return attached.size() == 1 ? Optional.of(attached.getFirst()) : Optional.empty();
  }

  private Optional<FaultSpec> partition(Cursor verb) {
    Set<String> seen = new LinkedHashSet<>();
    List<List<String>> groups = new ArrayList<>();
    for (Cursor group : verb.items()) {
      List<String> names = new ArrayList<>();
      for (Cursor item : group.items()) {
        cast.device(item)
            .ifPresent(name -> {
              if (seen.add(name)) {
                names.add(name);
              } else {
                item.error("\"" + name + "\" stands in two places of the partition");
              }
            });
      }
      groups.add(names);
    }
    return Optional.of(new FaultSpec.Partition(groups, lasting(verb)));
  }

  private Optional<FaultSpec> dropAdverts(Cursor verb) {
    Quantity count = QuantityBinder.bindNullable(verb, "count", Range.COUNT);
    Quantity duration = lasting(verb);
    if (verb.has("count") == (verb.has("for") || besideFor(verb).isPresent())) {
      verb.errorAtKey("\"drop-adverts\" needs either count or for");
    }
    Optional<String> from = cast.device(verb, "from", Cast.Kind.NODE);
    Optional<String> to = cast.device(verb, "to", Cast.Kind.NODE);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (from.equals(to)) {
      verb.errorAtKey("\"" + from.get() + "\" does not hear its own adverts");
    }
    return Optional.of(new FaultSpec.DropAdverts(from.get(), to.get(), count, duration));
  }

  /** Where multicast is lost stands beside the verb: a segment, or the link of a device. */
  private Optional<FaultSpec> multicast(Cursor verb) {
    Cursor entry = verb.parent();
    boolean blocked = verb.text().equals(Optional.of("block"));
    Optional<Cursor> node = entry.get("node");
    if (node.isPresent()) {
      return node.flatMap(cast::device)
          .flatMap(device ->
              segment(entry, device)
                  .map(segment -> new NetworkFault.Multicast(device, segment, blocked)));
    }
    if (!entry.has("segment")) {
      verb.errorAtKey("\"multicast\" needs a segment, or the node whose link is meant");
    }
    return entry
        .get("segment")
        .flatMap(cast::segment)
        .map(segment -> new NetworkFault.Multicast(null, segment, blocked));
  }

  private Optional<FaultSpec> impair(Cursor verb) {
    Optional<Quantity> loss = QuantityBinder.bind(verb, "loss", Range.SHARE);
    boolean somethingElse =
        verb.entries().sequencedKeySet().stream()
            .anyMatch(key -> !List.of("node", "segment", "direction", "for").contains(key));
    if (!somethingElse && verb.node().isObject()) {
      verb.errorAtKey("\"impair\" needs loss");
    }
    Direction direction = direction(verb.text("direction").orElse("both"));
    Quantity duration = lasting(verb);
    return verb.get("node")
        .flatMap(cast::device)
        .flatMap(device ->
            segment(verb, device)
                .flatMap(segment ->
                    loss.map(share ->
                        new FaultSpec.Impair(device, segment, direction, share, duration))));
  }

  private static Direction direction(String word) {
    for (Direction direction : Direction.values()) {
      if (direction.name().toLowerCase(Locale.ROOT).equals(word)) {
        return direction;
      }
    }
    return Direction.BOTH;
  }

  /** How long a fault lasts: {@code for} stands in the fault or beside it. */
  private static @Nullable Quantity lasting(Cursor verb) {
    Quantity inside =
        verb.node().isObject() ? QuantityBinder.bindNullable(verb, "for", Range.TIME) : null;
    Optional<Cursor> beside = besideFor(verb);
    if (inside != null) {
      beside.ifPresent(value -> value.errorAtKey("\"for\" stands twice"));
      return inside;
    }
    return beside.flatMap(value -> QuantityBinder.bind(value, Range.TIME)).orElse(null);
  }

  private static Optional<Cursor> besideFor(Cursor verb) {
    return verb.parent().get("for");
  }
}
