package io.vrrplab.scenario.spec;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What several faults say and do alike about quantities that may be absent. */
final class Words {

  private Words() {}

  static String lasting(@Nullable Quantity duration) {
    if (duration == null) {
      return "";
    }
    return duration.isFixed()
        ? " for " + Durations.text(duration.asLong())
        : " for a time drawn each run";
  }

  static String percent(Quantity loss) {
    return loss.isFixed() ? decimal(loss.asDouble()) + " %" : "drawn each run";
  }

  static String number(Quantity number) {
    return number.isFixed() ? String.valueOf(number.asLong()) : "drawn each run";
  }

  static String adverts(Quantity count) {
    if (!count.isFixed()) {
      return "a number of adverts drawn each run";
    }
    return count.asLong() == 1 ? "1 advert" : count.asLong() + " adverts";
  }

  static String decimal(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  static @Nullable Long whole(@Nullable Quantity quantity) {
    return quantity == null ? null : quantity.asLong();
  }

  static @Nullable Quantity resolve(@Nullable Quantity quantity, long run) {
    return quantity == null ? null : quantity.resolve(run);
  }

  static Stream<Quantity> present(@Nullable Quantity quantity) {
    return Stream.ofNullable(quantity);
  }
}
