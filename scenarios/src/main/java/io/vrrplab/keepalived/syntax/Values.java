package io.vrrplab.keepalived.syntax;

import io.vrrplab.wire.IpAddress;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What keepalived takes behind a keyword that has no effect here; the typed readers look at the
 * others. The last column of {@code keywords.txt} says it.
 */
sealed interface Values {

  /** Whatever there is. */
  record Any() implements Values {}

  /** At least one line of a list. */
  record Some() implements Values {}

  /** One value, and nothing behind it. */
  record Single() implements Values {}

  /** An address. */
  record Address() implements Values {}

  /** A number; what follows it is ignored. */
  record Range(BigDecimal min, BigDecimal max) implements Values {}

  /**
   * Whole numbers.
   *
   * @param most how many words are looked at; behind one that must stand alone there are none
   */
  record Whole(BigDecimal min, BigDecimal max, Most most) implements Values {

    boolean takes(List<Word> words) {
      List<Word> looked = most == Most.FIRST ? words.subList(0, 1) : words;
      return !(most == Most.ALONE && words.size() > 1)
          && looked.stream()
              .map(word -> Decimal.readWhole(word.text()))
              .allMatch(number -> number.filter(it -> isBetween(it, min, max)).isPresent());
    }

    String text() {
      String what =
          switch (most) {
            case FIRST -> "a whole number";
            case ALONE -> "one whole number";
            case ALL -> "whole numbers";
          };
      return "%s from %s to %s".formatted(what, min, max);
    }
  }

  /** One of some words. */
  record OneOf(List<String> words) implements Values {}

  /**
   * Words that match a pattern, put together with blanks.
   *
   * @param what they are, for people
   */
  record Matching(String what, Pattern pattern) implements Values {}

  /** How many whole numbers there may be. */
  enum Most {
    FIRST,
    ALONE,
    ALL
  }

  /** Reads the column: a kind, and what belongs to it behind colons. */
  static Values of(String column) {
    String[] parts = column.split(":", -1);
    return switch (parts[0]) {
      case "some" -> new Some();
      case "single" -> new Single();
      case "address" -> new Address();
      case "switch" -> new OneOf(List.of("on", "off", "true", "false", "yes", "no"));
      case "word" -> new OneOf(List.of(parts).subList(1, parts.length));
      case "number" -> new Range(new BigDecimal(parts[1]), new BigDecimal(parts[2]));
      case "matches" -> new Matching(parts[1].replace('_', ' '), Pattern.compile(parts[2]));
      case "whole" -> whole(parts, Most.FIRST);
      case "alone" -> whole(parts, Most.ALONE);
      case "all" -> whole(parts, Most.ALL);
      default -> throw new IllegalArgumentException("no kind of values: " + column);
    };
  }

  private static Whole whole(String[] parts, Most most) {
    return new Whole(new BigDecimal(parts[1]), new BigDecimal(parts[2]), most);
  }

  /**
   * What keepalived wants instead of the words behind a keyword; empty where they will do.
   *
   * @param words at least one
   */
  default Optional<String> wanted(List<Word> words) {
    String first = words.getFirst().text();
    return switch (this) {
      case Any _, Some _ -> Optional.empty();
      case Single _ -> unless(words.size() == 1, "one value");
      case Address _ -> unless(isAddress(first), "an address");
      case Range(BigDecimal min, BigDecimal max) ->
          unless(
              Decimal.read(first).filter(it -> isBetween(it, min, max)).isPresent(),
              "a number from %s to %s".formatted(min, max));
      case Whole whole -> unless(whole.takes(words), whole.text());
      case Matching(String what, Pattern pattern) ->
          unless(
              pattern
                  .matcher(words.stream().map(Word::text).collect(Collectors.joining(" ")))
                  .matches(),
              what);
      case OneOf(List<String> known) -> unless(known.contains(first), String.join(" or ", known));
    };
  }

  private static Optional<String> unless(boolean right, String wanted) {
    return right ? Optional.empty() : Optional.of(wanted);
  }

  private static boolean isBetween(BigDecimal number, BigDecimal min, BigDecimal max) {
    return number.compareTo(min) >= 0 && number.compareTo(max) <= 0;
  }

  private static boolean isAddress(String text) {
    try {
      IpAddress.parse(text);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
