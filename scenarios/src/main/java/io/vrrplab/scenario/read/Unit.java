package io.vrrplab.scenario.read;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How a quantity is written, and what it is counted in once it has been read. */
enum Unit {
  /** Nanoseconds. */
  DURATION("(ns|us|ms|s|m|h)") {
    @Override
    BigDecimal factor(String unit) {
      return BigDecimal.valueOf(
          switch (unit) {
            case "ns" -> 1L;
            case "us" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
          });
    }
  },
  /** 0 to 100. */
  PERCENT("(%)") {
    @Override
    BigDecimal factor(String unit) {
      return BigDecimal.ONE;
    }
  },
  /** Bits per second. */
  RATE("(bps|kbps|Mbps|Gbps)") {
    @Override
    BigDecimal factor(String unit) {
      return BigDecimal.valueOf(
          switch (unit) {
            case "bps" -> 1L;
            case "kbps" -> 1_000L;
            case "Mbps" -> 1_000_000L;
            default -> 1_000_000_000L;
          });
    }
  },
  /** A bare number. */
  NUMBER("()") {
    @Override
    BigDecimal factor(String unit) {
      return BigDecimal.ONE;
    }
  };

  private final Pattern written;

  Unit(String units) {
    written = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,18})?)" + units);
  }

  abstract BigDecimal factor(String unit);

  /** The value in the unit of this kind; empty where the value is written in another way. */
  OptionalDouble read(JsonNode value) {
    if (this == NUMBER) {
      return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
    }
    return read(value.isString() ? value.stringValue() : "");
  }

  private OptionalDouble read(String text) {
    Matcher match = written.matcher(text);
    return match.matches()
        ? OptionalDouble.of(
            new BigDecimal(match.group(1)).multiply(factor(match.group(2))).doubleValue())
        : OptionalDouble.empty();
  }

  /** The value, where it is a whole number of the unit. */
  OptionalLong readWhole(JsonNode value) {
    return whole(read(value));
  }

  /** The same of what is no number in the file. */
  OptionalLong readWhole(String text) {
    return whole(read(text));
  }

  private static OptionalLong whole(OptionalDouble number) {
    return number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble())
        ? OptionalLong.of((long) number.getAsDouble())
        : OptionalLong.empty();
  }
}
