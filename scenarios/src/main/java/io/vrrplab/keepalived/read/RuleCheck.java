package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Decimal;
import io.vrrplab.keepalived.syntax.Word;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks over a rule of routing, which has no effect here, for what keepalived 2.2.7 refuses, as
 * measured. The names of tables, realms and the like are those of its host and none of ours.
 */
final class RuleCheck {

  private static final Pattern SPAN = Pattern.compile("[0-9]+-[0-9]+");

  private final LineWords line;
  private final @Nullable TrackGroups groups;
  private Optional<BigDecimal> target = Optional.empty();
  private Optional<BigDecimal> preference = Optional.empty();
  private boolean preferred;
  private boolean acts;
  private boolean looksUp;
  private boolean entersBy;
  private @Nullable Word onlyLookedUp;

  private RuleCheck(LineWords line, @Nullable TrackGroups groups) {
    this.line = line;
    this.groups = groups;
  }

  /**
   * Looks at a rule.
   *
   * @param groups what a static rule may be tracked by; null for a virtual one
   */
  static void check(List<Word> words, @Nullable TrackGroups groups, Findings findings) {
    new RuleCheck(new LineWords("rule", words, findings), groups).check();
  }

  private void check() {
    while (line.hasNext()) {
      look(line.next());
    }
    if (line.isBroken()) {
      return;
    }
    if (!acts) {
      line.invalid(line.first(), "the rule says nothing to be done, such as table 5");
    }
    if (target.isPresent() && preference.isPresent()) {
      if (preference.get().compareTo(target.get()) >= 0) {
        line.invalid(line.first(), "the rule goes to one that is not behind it");
      }
    }
    if (onlyLookedUp != null && !looksUp) {
      line.invalid(onlyLookedUp, onlyLookedUp.text() + " goes with a table alone");
    }
    line.checkProtocol();
    line.checkTrackGroup(entersBy);
    if (!preferred && !line.isBroken()) {
      line.add(
          Rule.RULE_PREFERENCE,
          line.first(),
          "the rule has no preference; keepalived chooses one, most likely not the one meant");
    }
  }

  private void look(Word word) {
    switch (word.text()) {
      case "not" -> {}
      case "no_track" -> line.untracked();
      case "inet", "inet6" -> line.family(word);
      case "from", "to" -> {
        Word value = line.argument(word);
        if (value != null) {
          line.prefix(value, "\"%s\" is no address");
        }
      }
      case "l3mdev" -> lookUp(word);
      case "table", "lookup" -> {
        lookUp(word);
        line.numberOrName(word, 1, Decimal.MAX_UNSIGNED);
      }
      case "preference", "priority", "order" -> {
        preferred = true;
        preference = whole(word, true);
      }
      case "fwmark" -> mark(word);
      case "uidrange", "sport", "dport" -> matching(word, SPAN);
      case "iif", "dev" -> {
        entersBy = true;
        line.argument(word);
      }
      case "oif" -> line.argument(word);
      case "tos", "dsfield", "ipproto" -> line.numberOrName(word, 0, 255);
      case "tunnel-id" -> line.number(word, 0, Long.MAX_VALUE);
      case "protocol" -> protocol(word);
      case "realms" -> {
        onlyLookedUp = word;
        if (line.argument(word) != null) {
          line.isOf(word, false);
        }
      }
      case "suppress_prefixlength", "sup_pl" -> {
        onlyLookedUp = word;
        line.number(word, 0, Integer.MAX_VALUE);
      }
      case "suppress_ifgroup", "sup_group" -> {
        onlyLookedUp = word;
        line.numberOrName(word, 0, Decimal.MAX_UNSIGNED);
      }
      default -> action(word);
    }
  }

  private void lookUp(Word word) {
    looksUp = true;
    act(word);
  }

  private void action(Word first) {
    if (groups != null && first.text().equals("track_group")) {
      line.trackGroup(first, groups);
      return;
    }
    Word word = first.text().equals("type") ? line.argument(first) : first;
    if (word == null) {
      return;
    }
    switch (word.text()) {
      case "nop", "blackhole", "prohibit", "unreachable" -> act(word);
      case "goto" -> {
        act(word);
        target = whole(word, false);
      }
      default -> line.invalid(word, "\"%s\" is no word of a rule".formatted(word.text()));
    }
  }

  private void act(Word word) {
    if (acts) {
      line.invalid(word, "a rule does one thing");
    }
    acts = true;
  }

  private Optional<BigDecimal> whole(Word option, boolean hex) {
    Word value = line.argument(option);
    if (value != null
        && !Decimal.isWhole(value.text(), 0, Decimal.MAX_UNSIGNED)
        && !(hex && Decimal.isWholeOrHex(value.text(), 0, Decimal.MAX_UNSIGNED))) {
      line.notAllowed(option, value);
    }
    return value == null ? Optional.empty() : Decimal.readWhole(value.text());
  }

  private void protocol(Word option) {
    boolean number = Decimal.readWhole(line.peek()).isPresent();
    Word value = number || !line.hasNext() ? null : line.next();
    if (value == null) {
      line.protocol(option);
    } else {
      line.notAllowed(option, value);
    }
  }

  private void mark(Word option) {
    Word value = line.argument(option);
    if (value == null) {
      return;
    }
    String[] parts = value.text().split("/", -1);
    boolean right = parts.length <= 2;
    for (String part : parts) {
      right &= part.isEmpty() || Decimal.isWholeOrHex(part, 0, Decimal.MAX_UNSIGNED);
    }
    if (!right) {
      line.notAllowed(option, value);
    }
  }

  private void matching(Word option, Pattern pattern) {
    Word value = line.argument(option);
    if (value != null && !pattern.matcher(value.text()).matches()) {
      line.notAllowed(option, value);
    }
  }
}
