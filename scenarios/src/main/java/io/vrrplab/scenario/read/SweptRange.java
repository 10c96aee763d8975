package io.vrrplab.scenario.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes out the values of {@code { from: 100ms, to: 1s, steps: 4 }}. */
final class SweptRange {

  private static final int DECIMALS = 6;

  private SweptRange() {}

  /** The values, evenly spaced; empty, after a complaint, where the ends do not fit together. */
  static List<JsonNode> values(Cursor from, Cursor to, int steps) {
    Optional<Unit> unit =
        Stream.of(Unit.values())
            .filter(each -> each.read(from.node()).isPresent() && each.read(to.node()).isPresent())
            .findFirst();
    if (unit.isEmpty()) {
      from.error(
          "a range goes from a duration, percentage, rate or number to another of its kind; for"
              + " anything else write \"over\"");
      return List.of();
    }
    BigDecimal low = exact(unit.get().read(from.node()));
    BigDecimal width = exact(unit.get().read(to.node())).subtract(low);
    return IntStream.range(0, steps)
        .mapToObj(step ->
            low.add(
                width
                    .multiply(BigDecimal.valueOf(step))
                    .divide(BigDecimal.valueOf(steps - 1L), DECIMALS, RoundingMode.HALF_EVEN)))
        .map(value -> node(unit.get(), value))
        .toList();
  }

  private static BigDecimal exact(OptionalDouble value) {
    return BigDecimal.valueOf(value.orElseThrow());
  }

  private static JsonNode node(Unit unit, BigDecimal value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (unit) {
      case DURATION -> json.stringNode(whole(value, List.of("s", "ms", "us"), "ns", unit));
      case RATE -> json.stringNode(whole(value, List.of("Gbps", "Mbps", "kbps"), "bps", unit));
      case PERCENT -> json.stringNode(plain(value) + "%");
      case NUMBER ->
          value.stripTrailingZeros().scale() <= 0
              ? json.numberNode(value.longValue())
              : json.numberNode(value.doubleValue());
    };
  }

  /** In the largest unit in which it is a whole number. */
  private static String whole(BigDecimal value, List<String> larger, String smallest, Unit unit) {
    BigDecimal rounded = value.setScale(0, RoundingMode.HALF_EVEN);
    for (String name : larger) {
      if (rounded.remainder(unit.factor(name)).signum() == 0) {
        return plain(rounded.divide(unit.factor(name), RoundingMode.UNNECESSARY)) + name;
      }
    }
    return plain(rounded) + smallest;
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
