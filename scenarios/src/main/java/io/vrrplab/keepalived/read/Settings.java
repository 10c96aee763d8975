package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.Places;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Decimal;
import io.vrrplab.keepalived.syntax.Node;
import io.vrrplab.keepalived.syntax.Word;
import io.vrrplab.wire.IpAddress;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of a block. A keyword may come several times: the last value that is allowed counts,
 * those that are not become findings.
 */
final class Settings {

  private static final int MICROS_PER_SECOND_DIGITS = 6;

  private static final Pattern PREFIX_LENGTH = Pattern.compile("\\G/\\d{1,3}$");

  private final List<Node> nodes;
  private final Position block;
  private final Findings findings;
  private @Nullable Places places;

  /** A bit for each keyword that is there: most are asked for in vain, a million times. */
  private long present;

  Settings(List<Node> nodes, Position block, Findings findings) {
    this.nodes = nodes;
    this.block = block;
    this.findings = findings;
    nodes.forEach(node -> present |= 1L << node.keyword().hashCode());
  }

  Findings findings() {
    return findings;
  }

  Places places() {
    if (places == null) {
      List<Places.Mark> marks = new ArrayList<>(nodes.size());
      nodes.forEach(node -> marks.add(new Places.Mark(node.keyword(), node.at())));
      places = new Places(block, marks);
    }
    return places;
  }

  List<Node> nodes() {
    return nodes;
  }

  /** All uses of a keyword, in the order of the file. */
  List<Node> all(String keyword) {
    if (!has(keyword)) {
      return List.of();
    }
    List<Node> found = new ArrayList<>(1);
    for (Node node : nodes) {
      if (node.keyword().equals(keyword)) {
        found.add(node);
      }
    }
    return found;
  }

  /** The lines of all blocks of a keyword. */
  List<Node> lines(String keyword) {
    if (!has(keyword)) {
      return List.of();
    }
    List<Node> lines = new ArrayList<>();
    for (Node block : all(keyword)) {
      lines.addAll(block.children());
    }
    return lines;
  }

  /** Whether a keyword is written, with whatever behind it. */
  boolean has(String keyword) {
    if ((present & 1L << keyword.hashCode()) == 0) {
      return false;
    }
    for (Node node : nodes) {
      if (node.keyword().equals(keyword)) {
        return true;
      }
    }
    return false;
  }

  /** A word, the last one written. */
  Optional<Word> word(String keyword) {
    Optional<Word> word = Optional.empty();
    if (!has(keyword)) {
      return word;
    }
    for (Node node : all(keyword)) {
      word = single(node);
    }
    return word;
  }

  String text(String keyword, String otherwise) {
    return word(keyword).map(Word::text).orElse(otherwise);
  }

  /** An integer in a range. */
  OptionalInt integer(String keyword, int min, int max, String otherwise) {
    OptionalInt value = OptionalInt.empty();
    if (!has(keyword)) {
      return value;
    }
    for (Node node : all(keyword)) {
      Optional<Word> word = single(node);
      OptionalInt read =
          word.isEmpty() ? OptionalInt.empty() : integer(word.get(), keyword, min, max, otherwise);
      value = read.isPresent() ? read : value;
    }
    return value;
  }

  /** An integer in a range, of a word that may stand anywhere. */
  OptionalInt integer(Word word, String what, int min, int max, String otherwise) {
    Optional<BigDecimal> number = Decimal.readWhole(word.text());
    if (number.isEmpty()) {
      invalid(word, "%s \"%s\" is not a whole number", what, word.text(), otherwise);
      return OptionalInt.empty();
    }
    boolean allowed =
        number.get().compareTo(BigDecimal.valueOf(min)) >= 0
            && number.get().compareTo(BigDecimal.valueOf(max)) <= 0;
    if (!allowed) {
      findings.add(
          Rule.VALUE_INVALID,
          word.at(),
          "%s %s is outside %s; keepalived %s",
          what,
          word.text(),
          max == Integer.MAX_VALUE ? "the numbers from " + min : min + " to " + max,
          otherwise);
      return OptionalInt.empty();
    }
    return OptionalInt.of(number.get().intValue());
  }

  /** Seconds with up to six decimals. */
  Optional<Duration> seconds(String keyword, String min, String max, String otherwise) {
    Optional<Duration> value = Optional.empty();
    if (!has(keyword)) {
      return value;
    }
    for (Node node : all(keyword)) {
      Optional<Word> word = single(node);
      Optional<Duration> read =
          word.isEmpty() ? value : seconds(word.get(), keyword, min, max, otherwise);
      value = read.isPresent() ? read : value;
    }
    return value;
  }

  /** The same for a word that may stand anywhere. */
  Optional<Duration> seconds(Word word, String what, String min, String max, String otherwise) {
    Optional<BigDecimal> number = Decimal.read(word.text());
    if (number.isEmpty()) {
      invalid(word, "%s \"%s\" is not a number", what, word.text(), otherwise);
      return Optional.empty();
    }
    boolean allowed =
        number.get().compareTo(new BigDecimal(min)) >= 0
            && number.get().compareTo(new BigDecimal(max)) <= 0
            && number.get().scale() <= MICROS_PER_SECOND_DIGITS;
    if (!allowed) {
      findings.add(
          Rule.VALUE_INVALID,
          word.at(),
          "%s %s is outside %s to %s s; keepalived %s",
          what,
          word.text(),
          min,
          max,
          otherwise);
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(number.get().movePointRight(9).longValueExact()));
  }

  /** On, off, or nothing behind a keyword, which is on; empty where the keyword is not there. */
  Optional<Boolean> bool(String keyword) {
    Optional<Boolean> value = Optional.empty();
    if (!has(keyword)) {
      return value;
    }
    for (Node node : all(keyword)) {
      value = node.value().isEmpty() ? Optional.of(true) : bool(node.words().get(1), value);
    }
    return value;
  }

  private Optional<Boolean> bool(Word word, Optional<Boolean> before) {
    return switch (word.text()) {
      case "on", "true", "yes" -> Optional.of(true);
      case "off", "false", "no" -> Optional.of(false);
      default -> {
        invalid(word, "\"%s\" is neither on nor off%s", word.text(), "", "ignores the line");
        yield before;
      }
    };
  }

  /** An address. */
  Optional<IpAddress> address(String keyword) {
    return word(keyword).flatMap(word -> address(word, Rule.VALUE_INVALID, keyword));
  }

  /** The address that a word is; a prefix length behind it is ignored by keepalived, and told. */
  Optional<IpAddress> address(Word word, Rule rule, String what) {
    int slash = word.text().indexOf('/');
    boolean prefixed = slash > 0 && PREFIX_LENGTH.matcher(word.text()).find(slash);
    String text = prefixed ? word.text().substring(0, slash) : word.text();
    try {
      IpAddress address = IpAddress.parse(text);
      if (prefixed) {
        findings.add(
            Rule.EXTRA_WORDS,
            word.at(),
            "the prefix length of %s %s is ignored by keepalived",
            what,
            word.text());
      }
      return Optional.of(address);
    } catch (IllegalArgumentException _) {
      findings.add(
          rule, word.at(), "%s: \"%s\" is no address; keepalived skips it", what, word.text());
      return Optional.empty();
    }
  }

  /** The one value of a node; what stands behind it is ignored by keepalived, and told. */
  private Optional<Word> single(Node node) {
    if (node.words().size() > 2) {
      Word extra = node.words().get(2);
      findings.add(
          Rule.EXTRA_WORDS,
          extra.at(),
          "what follows the value of %s, from \"%s\" on, is ignored by keepalived",
          node.keyword(),
          extra.text());
    }
    return node.value();
  }

  private void invalid(Word word, String format, String what, String text, String otherwise) {
    findings.add(
        Rule.VALUE_INVALID, word.at(), format.formatted(what, text) + "; keepalived " + otherwise);
  }
}
