package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Word;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks over a rule of routing, which has no effect here, for what keepalived refuses. */
final class RuleCheck {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}|0x[0-9a-fA-F]{1,8}");
  private static final Pattern MARK =
      Pattern.compile("(0x[0-9a-fA-F]+|[0-9]+)(/(0x[0-9a-fA-F]+|[0-9]+))?");
  private static final Pattern SPAN = Pattern.compile("[0-9]+-[0-9]+");

  private final List<Word> words;
  private final Findings findings;
  private @Nullable Boolean ipv6;
  private boolean preferred;
  private boolean acts;
  private int next;

  private RuleCheck(List<Word> words, Findings findings) {
    this.words = words;
    this.findings = findings;
  }

  static void check(List<Word> words, Findings findings) {
    new RuleCheck(words, findings).check();
  }

  private void check() {
    while (next < words.size()) {
      look(words.get(next++));
    }
    if (!preferred) {
      findings.add(
          Rule.RULE_PREFERENCE,
          words.getFirst().at(),
          "the rule has no preference; keepalived chooses one, most likely not the one meant");
    }
  }

  private void look(Word word) {
    switch (word.text()) {
      case "not", "no_track", "inet", "inet6" -> {}
      case "from", "to" -> address(word);
      case "nop", "blackhole", "prohibit", "unreachable", "l3mdev" -> act(word);
      case "table", "lookup" -> {
        act(word);
        argument(word);
      }
      case "goto" -> {
        act(word);
        matching(word, NUMBER);
      }
      case "preference", "priority", "order" -> {
        preferred = true;
        matching(word, NUMBER);
      }
      case "fwmark" -> matching(word, MARK);
      case "uidrange" -> matching(word, SPAN);
      case "iif",
          "dev",
          "oif",
          "tos",
          "dsfield",
          "realms",
          "ipproto",
          "protocol",
          "sport",
          "dport",
          "suppress_prefixlength",
          "suppress_ifgroup",
          "tunnel-id" ->
          argument(word);
      default -> invalid(word, "\"%s\" is no word of a rule".formatted(word.text()));
    }
  }

  private void act(Word word) {
    if (acts) {
      invalid(word, "a rule does one thing");
    }
    acts = true;
  }

  /** The value behind an option; null, with a finding, where the line ends. */
  private @Nullable Word argument(Word option) {
    if (next < words.size()) {
      return words.get(next++);
    }
    findings.add(
        Rule.VALUE_MISSING, option.at(), "%s has no value; keepalived ends here", option.text());
    return null;
  }

  private void matching(Word option, Pattern pattern) {
    Word value = argument(option);
    if (value != null && !pattern.matcher(value.text()).matches()) {
      invalid(value, "%s \"%s\" is not allowed".formatted(option.text(), value.text()));
    }
  }

  private void address(Word option) {
    Word value = argument(option);
    if (value == null) {
      return;
    }
    try {
      String text = value.text().split("/", -1)[0];
      boolean six = IpAddress.parse(text) instanceof Ipv6Address;
      if (ipv6 != null && six != ipv6) {
        invalid(value, "IPv4 and IPv6 in one rule");
      }
      ipv6 = six;
    } catch (IllegalArgumentException _) {
      invalid(value, "\"%s\" is no address".formatted(value.text()));
    }
  }

  private void invalid(Word word, String message) {
    findings.add(Rule.ROUTE_INVALID, word.at(), "%s; keepalived skips the rule", message);
  }
}
