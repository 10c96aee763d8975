package io.vrrplab.campaign;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the mean detection time of a point is known well enough: once its 95 % confidence interval,
 * from one end to the other, is no wider than this. Before {@value #FEWEST_SAMPLES} failovers the
 * normal approximation says little, and the point goes on.
 */
public sealed interface StopRule {

  /** So many samples at least. */
  int FEWEST_SAMPLES = 30;

  /** As wide as a share of the mean, above 0. */
  record Share(double share) implements StopRule {}

  /** As wide as a time, nanoseconds, above 0. */
  record Width(double nanos) implements StopRule {}

  /** Whether it is met. */
  default boolean isMet(Distribution detection) {
    double width = detection.meanHigh() - detection.meanLow();
    return detection.count() >= FEWEST_SAMPLES
        && switch (this) {
          case Share(double share) -> width <= share * detection.mean();
          case Width(double nanos) -> width <= nanos;
        };
  }

  /** Reads {@code 1%} or {@code 2ms}; empty where the text is neither, or zero. */
  static Optional<StopRule> parse(String text) {
    Matcher match = Written.FORM.matcher(text);
    if (!match.matches() || new BigDecimal(match.group(1)).signum() == 0) {
      return Optional.empty();
    }
    double number = Double.parseDouble(match.group(1));
    return Optional.of(
        switch (match.group(2)) {
          case "%" -> new Share(number / 100);
          case "ns" -> new Width(number);
          case "us" -> new Width(number * 1e3);
          case "ms" -> new Width(number * 1e6);
          default -> new Width(number * 1e9);
        });
  }

  /** How a rule is written. */
  final class Written {
    private static final Pattern FORM =
        Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(%|ns|us|ms|s)");

    private Written() {}
  }
}
