package io.vrrplab.scenario.read;

import io.vrrplab.scenario.spec.Bound;
import io.vrrplab.scenario.spec.Durations;
import io.vrrplab.scenario.spec.Expectation;
import io.vrrplab.scenario.spec.Expectation.State;
import io.vrrplab.scenario.spec.Expectation.Within;
import io.vrrplab.scenario.spec.MeshSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Binds what should come of a run. */
final class ExpectationBinder {

  private static final List<String> VERBS =
      List.of(
          "master",
          "failover",
          "no-failover",
          "loss",
          "dual-master",
          "no-master",
          "state",
          "adverts",
          "served");

  private final Cast cast;
  private final VirtualRouters routers;
  private final List<String> senders;
  private final @Nullable MeshSpec mesh;
  private final long durationNanos;

  /**
   * A binder.
   *
   * @param senders the hosts that send
   * @param mesh whose tasks serve; null where there is none
   */
  ExpectationBinder(
      Cast cast,
      VirtualRouters routers,
      List<String> senders,
      @Nullable MeshSpec mesh,
      long durationNanos) {
    this.cast = cast;
    this.routers = routers;
    this.senders = senders;
    this.mesh = mesh;
    this.durationNanos = durationNanos;
  }

  List<Expectation> bind(Cursor root) {
    List<Expectation> expectations = new ArrayList<>();
    for (Cursor entry : root.items("expect")) {
      OneVerb.of(entry, "expectation", VERBS)
          .flatMap(verb -> expectation(entry, verb))
          .ifPresent(expectations::add);
      checkCompany(entry);
    }
    return expectations;
  }

  private static void checkCompany(Cursor entry) {
    if (!entry.has("master")) {
      for (String key : List.of("vrid", "virtual-router")) {
        entry
            .get(key)
            .ifPresent(at -> at.errorAtKey("\"" + key + "\" goes inside the expectation"));
      }
    }
    if (VERBS.stream().anyMatch(entry::has) && !entry.has("master") && !entry.has("state")) {
      entry.get("at").ifPresent(at -> at.errorAtKey("\"at\" goes with master and state"));
    }
  }

  private Optional<? extends Expectation> expectation(Cursor entry, Cursor verb) {
    return switch (verb.key()) {
      case "master" -> master(entry, verb);
      case "failover" -> failover(verb);
      case "no-failover" -> noFailover(verb);
      case "loss" -> loss(verb);
      case "dual-master" ->
          limits(verb)
              .map(limits ->
                  new Expectation.DualMaster(limits.least(), limits.most(), routers.chosen(verb)));
      case "no-master" ->
          limits(verb)
              .map(limits ->
                  new Expectation.NoMaster(limits.least(), limits.most(), routers.chosen(verb)));
      case "state" -> state(entry, verb);
      case "adverts" -> adverts(verb);
      case "served" -> served(verb);
      default -> throw new IllegalStateException(verb.key());
    };
  }

  private Optional<Expectation> master(Cursor entry, Cursor verb) {
    Optional<String> node = cast.device(verb, Cast.Kind.NODE);
    OptionalLong at = time(entry, verb);
    return routers
        .theOne(entry, verb)
        .filter(_ -> node.isPresent() && at.isPresent())
        .map(id -> new Expectation.MasterAt(at.getAsLong(), node.orElseThrow(), id));
  }

  private Optional<Expectation> state(Cursor entry, Cursor verb) {
    Optional<String> node = cast.device(verb, "node", Cast.Kind.NODE);
    OptionalLong at = time(verb.has("at") ? verb : entry, verb);
    Optional<State> state =
        verb.text("is")
            .flatMap(word ->
                List.of(State.values()).stream().filter(s -> s.word().equals(word)).findAny());
    return routers
        .theOne(verb, verb)
        .filter(_ -> node.isPresent() && at.isPresent() && state.isPresent())
        .map(id ->
            new Expectation.StateAt(at.getAsLong(), node.orElseThrow(), state.orElseThrow(), id));
  }

  private OptionalLong time(Cursor holder, Cursor verb) {
    Optional<Cursor> at = holder.get("at");
    if (at.isEmpty()) {
      verb.errorAtKey("\"" + verb.key() + "\" needs at: the time at which it should be so");
      return OptionalLong.empty();
    }
    return time(at.get());
  }

  private OptionalLong time(Cursor at) {
    OptionalLong nanos = Unit.DURATION.readWhole(at.node());
    if (nanos.isPresent() && nanos.getAsLong() > durationNanos) {
      at.error("the run ends at " + Durations.text(durationNanos) + ", before this");
    }
    return nanos;
  }

  private Optional<Expectation> failover(Cursor verb) {
    Within within =
        verb.text("within")
            .map(word ->
                word.equals("rfc") ? new Within.Rfc() : new Within.Span(nanos(verb, "within")))
            .orElse(null);
    return Optional.of(
        new Expectation.Failover(
            cast.device(verb, "from", Cast.Kind.NODE).orElse(null),
            cast.device(verb, "to", Cast.Kind.NODE).orElse(null),
            within,
            verb.text("cause").orElse(null),
            routers.chosen(verb)));
  }

  private static long nanos(Cursor verb, String key) {
    return verb.get(key).map(Cursor::node).map(Unit.DURATION::readWhole).orElseThrow().orElse(0);
  }

  private Optional<Expectation> noFailover(Cursor verb) {
    List<Cursor> between = verb.items("between");
    if (between.isEmpty()) {
      return Optional.of(new Expectation.NoFailover(0, durationNanos, routers.chosen(verb)));
    }
    List<Long> times =
        between.stream()
            .map(this::time)
            .filter(OptionalLong::isPresent)
            .map(OptionalLong::getAsLong)
            .toList();
    if (times.size() != 2) {
      return Optional.empty();
    }
    if (times.get(0) > times.get(1)) {
      between.get(1).error("\"between\" goes from the earlier time to the later");
    }
    return Optional.of(
        new Expectation.NoFailover(times.get(0), times.get(1), routers.chosen(verb)));
  }

  private Optional<Expectation> loss(Cursor verb) {
    Optional<String> from = cast.device(verb, "from", Cast.Kind.HOST);
    from.filter(name -> !senders.contains(name))
        .ifPresent(name -> verb.at("from").error("\"" + name + "\" sends no traffic"));
    if (from.isEmpty() && !verb.has("from") && senders.isEmpty()) {
      verb.errorAtKey("there is no traffic that could be lost");
    }
    needsOneOf(verb, List.of("at-most", "at-least"));
    return Optional.of(
        new Expectation.Loss(from.orElse(null), bound(verb, "at-least"), bound(verb, "at-most")));
  }

  private static @Nullable Bound bound(Cursor verb, String key) {
    return verb.get(key).flatMap(ExpectationBinder::bound).orElse(null);
  }

  private static Optional<Bound> bound(Cursor at) {
    OptionalLong packets = at.whole();
    if (packets.isPresent()) {
      return Optional.of(new Bound.Packets(packets.getAsLong()));
    }
    OptionalDouble percent = Unit.PERCENT.read(at.node());
    if (percent.isPresent()) {
      if (percent.getAsDouble() > 100) {
        at.error("\"" + at.key() + "\" " + at.node().asString() + " is outside 0%–100%");
      }
      return Optional.of(new Bound.Percent(percent.getAsDouble()));
    }
    OptionalLong nanos = Unit.DURATION.readWhole(at.node());
    return nanos.isPresent() ? Optional.of(new Bound.Span(nanos.getAsLong())) : Optional.empty();
  }

  private record Limits(@Nullable Long least, @Nullable Long most) {}

  private static Optional<Limits> limits(Cursor verb) {
    needsOneOf(verb, List.of("at-most", "at-least"));
    Limits limits = new Limits(nullableNanos(verb, "at-least"), nullableNanos(verb, "at-most"));
    checkOrder(verb, limits.least(), limits.most());
    return Optional.of(limits);
  }

  private static @Nullable Long nullableNanos(Cursor verb, String key) {
    OptionalLong nanos =
        verb.get(key).map(Cursor::node).map(Unit.DURATION::readWhole).orElse(OptionalLong.empty());
    return nanos.isPresent() ? (Long) nanos.getAsLong() : null;
  }

  private Optional<Expectation> adverts(Cursor verb) {
    needsOneOf(verb, List.of("sent", "at-most", "at-least"));
    Long least = nullableWhole(verb, "at-least");
    Long most = nullableWhole(verb, "at-most");
    checkOrder(verb, least, most);
    return Optional.of(
        new Expectation.Adverts(
            cast.device(verb, "node", Cast.Kind.NODE).orElse(null),
            nullableWhole(verb, "sent"),
            least,
            most));
  }

  private Optional<Expectation> served(Cursor verb) {
    needsOneOf(verb, List.of("at-most", "at-least"));
    Long least = nullableWhole(verb, "at-least");
    Long most = nullableWhole(verb, "at-most");
    checkOrder(verb, least, most);
    if (mesh == null) {
      verb.errorAtKey("there is no mesh whose tasks could serve anybody");
      return Optional.empty();
    }
    Optional<String> by = verb.get("by").flatMap(cast::device);
    by.filter(name -> !mesh.tasks().contains(name))
        .ifPresent(name -> verb.at("by").error("no task of the mesh runs on \"" + name + "\""));
    return by.map(name -> new Expectation.Served(name, least, most));
  }

  private static @Nullable Long nullableWhole(Cursor verb, String key) {
    OptionalLong whole = verb.whole(key);
    return whole.isPresent() ? (Long) whole.getAsLong() : null;
  }

  private static void checkOrder(Cursor verb, @Nullable Long least, @Nullable Long most) {
    if (least != null && most != null && least > most) {
      verb.errorAtKey("at-least is more than at-most, which nothing can meet");
    }
  }

  private static void needsOneOf(Cursor verb, List<String> keys) {
    if (keys.stream().noneMatch(verb::has) && verb.node().isObject()) {
      verb.errorAtKey("\"%s\" needs %s".formatted(verb.key(), String.join(" or ", keys)));
    }
  }
}
