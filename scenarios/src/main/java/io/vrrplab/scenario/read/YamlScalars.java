package io.vrrplab.scenario.read;

import io.vrrplab.scenario.read.YamlNode.Scalar;
import java.math.BigInteger;
import java.util.Locale;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ValueNode;

/** Gives scalars their type by the core schema of YAML 1.2, in which {@code no} is text. */
final class YamlScalars {

  private static final ScalarResolver RESOLVER = new CoreScalarResolver(false);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_DIGITS = 30;

  private YamlScalars() {}

  static Scalar scalar(ScalarEvent event, Place place) throws UnreadableFile {
    String text = event.getValue();
    Tag tag =
        event
            .getTag()
            .filter(name -> !name.equals("!"))
            .map(Tag::new)
            .orElseGet(() ->
                event.getTag().isPresent() ? Tag.STR : RESOLVER.resolve(text, event.isPlain()));
    return new Scalar(place, text, value(tag, text, place));
  }

  private static ValueNode value(Tag tag, String text, Place place) throws UnreadableFile {
    try {
      if (tag.equals(Tag.STR)) {
        return JSON.stringNode(text);
      } else if (tag.equals(Tag.NULL)) {
        return JSON.nullNode();
      } else if (tag.equals(Tag.BOOL)) {
        return JSON.booleanNode(text.toLowerCase(Locale.ROOT).equals("true"));
      } else if (tag.equals(Tag.INT)) {
        return integer(text);
      } else if (tag.equals(Tag.FLOAT)) {
        double number = floating(text);
        return Math.abs(number) < 0x1p63 ? JSON.numberNode(number) : JSON.stringNode(text);
      }
    } catch (NumberFormatException e) {
      throw new UnreadableFile(place, "\"" + text + "\" is not a number");
    }
    throw new UnreadableFile(place, "the tag " + tag + " is not supported");
  }

  /** A number beyond 64 bits stays text: no key has use for it, and some checks would choke. */
  private static ValueNode integer(String text) {
    String digits = text.startsWith("+") ? text.substring(1) : text;
    if (digits.length() > MAX_DIGITS) {
      return JSON.stringNode(text);
    }
    BigInteger value =
        digits.startsWith("0x")
            ? new BigInteger(digits.substring(2), 16)
            : digits.startsWith("0o")
                ? new BigInteger(digits.substring(2), 8)
                : new BigInteger(digits);
    return value.bitLength() < Long.SIZE
        ? JSON.numberNode(value.longValueExact())
        : JSON.stringNode(text);
  }

  private static double floating(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case ".nan" -> Double.NaN;
      case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
