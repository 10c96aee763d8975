package io.vrrplab.scenario.read;

import io.vrrplab.scenario.spec.Quantity;
import io.vrrplab.scenario.spec.SnoopingSpec;
import io.vrrplab.scenario.spec.SnoopingSpec.Querier;
import org.jspecify.annotations.Nullable;

/** Binds {@code snooping}: what the switch of a segment makes of multicast. */
final class SnoopingBinder {

  private static final double DEFAULT_TIMEOUT_NANOS = 260e9;

  /** The time from query to query and the longest that an answer takes. */
  private static final long LONGEST_SILENCE_NANOS = 135_000_000_000L;

  private final Cast cast;

  SnoopingBinder(Cast cast) {
    this.cast = cast;
  }

  /** How the switch of a segment snoops; null where it does not. */
  @Nullable SnoopingSpec bind(String segment, Cursor at) {
    return at.get("snooping")
        .filter(value -> value.node().isObject() || at.flag("snooping", false))
        .map(value -> snooping(segment, value))
        .orElse(null);
  }

  private SnoopingSpec snooping(String segment, Cursor at) {
    Querier querier =
        at.get("querier").map(value -> querier(segment, value)).orElseGet(Querier.Nobody::new);
    Quantity timeout = QuantityBinder.bind(at, "timeout", Range.MEMORY, DEFAULT_TIMEOUT_NANOS);
    if (!(querier instanceof Querier.Nobody) && isTooShort(timeout)) {
      at.at("timeout")
          .warning(
              "the querier asks every 125s and hosts take up to 10s to answer; until then the"
                  + " switch has forgotten them");
    }
    return new SnoopingSpec(
        querier,
        at.text("unknown-groups").filter("flood"::equals).isPresent(),
        at.text("local-groups").filter("prune"::equals).isPresent(),
        timeout);
  }

  private static boolean isTooShort(Quantity timeout) {
    return timeout.isFixed()
        && timeout.asLong() < LONGEST_SILENCE_NANOS
        && Range.MEMORY.limits().allows(timeout.asDouble());
  }

  private Querier querier(String segment, Cursor at) {
    if (at.node().isBoolean()) {
      return at.node().booleanValue() ? new Querier.TheSwitch() : new Querier.Nobody();
    }
    String name = cast.device(at).orElse("");
    if (!name.isEmpty() && !cast.segmentsOf(name).contains(segment)) {
      at.error("\"%s\" is not on segment \"%s\"".formatted(name, segment));
    }
    return name.isEmpty() ? new Querier.Nobody() : new Querier.Device(name);
  }
}
