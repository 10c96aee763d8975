package io.vrrplab.scenario.read;

import io.vrrplab.scenario.spec.Draw;
import io.vrrplab.scenario.spec.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Binds numbers that may be draws. */
final class QuantityBinder {

  private QuantityBinder() {}

  /** The quantity under a key; empty where there is none, or none that can be used. */
  static Optional<Quantity> bind(Cursor parent, String key, Range range) {
    return parent.get(key).flatMap(value -> bind(value, range));
  }

  /** The quantity under a key, or null. */
  static @Nullable Quantity bindNullable(Cursor parent, String key, Range range) {
    return bind(parent, key, range).orElse(null);
  }

  /** The quantity under a key, or a default. */
  static Quantity bind(Cursor parent, String key, Range range, double otherwise) {
    return bind(parent, key, range).orElseGet(() -> Quantity.of(otherwise));
  }

  static Optional<Quantity> bind(Cursor value, Range range) {
    if (value.node().isObject()) {
      return draw(value, range).map(draw -> Quantity.drawn(draw, range.limits(), value.pointer()));
    }
    OptionalDouble number = number(value, range);
    return number.isPresent() ? Optional.of(Quantity.of(number.getAsDouble())) : Optional.empty();
  }

  private static Optional<Draw> draw(Cursor value, Range range) {
    Map<String, Cursor> entries = value.entries();
    if (entries.size() != 1) {
      return Optional.empty();
    }
    Cursor from = entries.values().iterator().next();
    List<Cursor> arguments = from.oneOrMore();
    List<Double> numbers =
        arguments.stream()
            .map(argument -> number(argument, range))
            .filter(OptionalDouble::isPresent)
            .map(OptionalDouble::getAsDouble)
            .toList();
    if (numbers.size() < arguments.size() || numbers.isEmpty()) {
      return Optional.empty();
    }
    return switch (from.key()) {
      case "uniform" -> uniform(from, numbers);
      case "normal" -> numbers.size() == 2 ? normal(numbers) : Optional.empty();
      case "exponential" -> Optional.of(new Draw.Exponential(numbers.getFirst()));
      case "choice" -> Optional.of(new Draw.Choice(numbers));
      default -> Optional.empty();
    };
  }

  private static Optional<Draw> uniform(Cursor from, List<Double> numbers) {
    if (numbers.size() != 2) {
      return Optional.empty();
    }
    if (numbers.get(0) > numbers.get(1)) {
      from.error("\"uniform\" goes from low to high, not from high to low");
    }
    return Optional.of(new Draw.Uniform(numbers.get(0), numbers.get(1)));
  }

  private static Optional<Draw> normal(List<Double> numbers) {
    return Optional.of(new Draw.Normal(numbers.get(0), numbers.get(1)));
  }

  private static OptionalDouble number(Cursor value, Range range) {
    OptionalDouble number = range.unit().read(value.node());
    if (number.isPresent() && !range.limits().allows(number.getAsDouble())) {
      value.error(value.subject() + " " + value.node().asString() + " is outside " + range.words());
    }
    return number;
  }
}
