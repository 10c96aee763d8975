package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Decimal;
import io.vrrplab.keepalived.syntax.Word;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a route or of a rule of routing, one after the other. */
final class LineWords {

  /** The number of keepalived's own routes and rules, which it can tell from those of others. */
  private static final String OWN_PROTOCOL = "18";

  private final String what;
  private final List<Word> words;
  private final Findings findings;
  private @Nullable Boolean ipv6;
  private @Nullable Word foreignProtocol;
  private @Nullable Word trackGroup;
  private boolean untracked;
  private boolean broken;
  private int next;

  /**
   * A line.
   *
   * @param what it is: a route or a rule
   */
  LineWords(String what, List<Word> words, Findings findings) {
    this.what = what;
    this.words = words;
    this.findings = findings;
  }

  boolean hasNext() {
    return next < words.size();
  }

  Word next() {
    return words.get(next++);
  }

  Word first() {
    return words.getFirst();
  }

  /** The next word, left where it is; an empty text where the line ends. */
  String peek() {
    return hasNext() ? words.get(next).text() : "";
  }

  /** The value behind an option; null, with a finding, where the line ends. */
  @Nullable Word argument(Word option) {
    if (hasNext()) {
      return next();
    }
    findings.add(
        Rule.VALUE_MISSING, option.at(), "%s has no value; keepalived ends here", option.text());
    return null;
  }

  /** The same, behind which the line is as good as over. */
  void invalid(Word word, String message) {
    findings.add(Rule.ROUTE_INVALID, word.at(), "%s; keepalived skips the %s", message, what);
    next = words.size();
    broken = true;
  }

  /** Whether keepalived skips the line, so that nothing else is to be said of it. */
  boolean isBroken() {
    return broken;
  }

  void notAllowed(Word option, Word value) {
    invalid(value, "%s \"%s\" is not allowed".formatted(option.text(), value.text()));
  }

  /** Takes a number. */
  void number(Word option, long least, long most) {
    Word value = argument(option);
    if (value != null && !Decimal.isWhole(value.text(), least, most)) {
      notAllowed(option, value);
    }
  }

  /**
   * Takes a number, or a name that the files of iproute2 give to one: which names there are depends
   * on the host.
   */
  void numberOrName(Word option, long least, long most) {
    Word value = argument(option);
    if (value != null && isNumber(value) && !Decimal.isWholeOrHex(value.text(), least, most)) {
      notAllowed(option, value);
    }
  }

  private static boolean isNumber(Word word) {
    char first = word.text().isEmpty() ? 'x' : word.text().charAt(0);
    return first >= '0' && first <= '9' || first == '-';
  }

  /** Takes inet or inet6, and with it, as keepalived 2.2 does, the word behind it. */
  void family(Word option) {
    if (isOf(option, option.text().equals("inet6")) && hasNext()) {
      next++;
    }
  }

  /** Whether a word may be in the line, which has words of one family. */
  boolean isOf(Word word, boolean six) {
    if (ipv6 != null && six != ipv6) {
      invalid(word, "IPv4 and IPv6 in one " + what);
      return false;
    }
    ipv6 = six;
    return true;
  }

  /** Takes an address that has no prefix length. */
  void address(Word option) {
    Word value = argument(option);
    if (value != null && (value.text().equals("inet") || value.text().equals("inet6"))) {
      value = isOf(value, value.text().equals("inet6")) ? argument(option) : null;
    }
    if (value != null && value.text().indexOf('/') >= 0) {
      invalid(value, "%s \"%s\" has a prefix length".formatted(option.text(), value.text()));
    } else if (value != null) {
      prefix(value, option.text() + " \"%s\" is no address");
    }
  }

  /** Takes a word for an address with or without a prefix length. */
  void prefix(Word word, String otherwise) {
    String[] parts = word.text().split("/", -1);
    try {
      IpAddress address = IpAddress.parse(parts[0]);
      if (isOf(word, address instanceof Ipv6Address)
          && parts.length > 1
          && (parts.length > 2 || !Decimal.isWhole(parts[1], 0, address.width()))) {
        invalid(word, "\"%s\" is no length of a prefix".formatted(word.text()));
      }
    } catch (IllegalArgumentException _) {
      switch (word.text()) {
        case "default", "any", "all" -> {}
        case "default6" -> isOf(word, true);
        default -> invalid(word, otherwise.formatted(word.text()));
      }
    }
  }

  void protocol(Word option) {
    Word value = argument(option);
    if (value != null && isNumber(value) && !Decimal.isWholeOrHex(value.text(), 0, 255)) {
      notAllowed(option, value);
    } else if (value != null && !List.of(OWN_PROTOCOL, "keepalived").contains(value.text())) {
      foreignProtocol = value;
    }
  }

  /** Takes the name of a track_group that is defined above. */
  void trackGroup(Word option, TrackGroups groups) {
    Word value = argument(option);
    if (value != null && trackGroup != null) {
      invalid(value, "the %s has a track_group already".formatted(what));
    } else if (value != null) {
      groups.check(value, findings);
      trackGroup = value;
    }
  }

  void untracked() {
    untracked = true;
  }

  boolean isUntracked() {
    return untracked;
  }

  /** What is watched has the protocol that keepalived gives. */
  void checkProtocol() {
    if (foreignProtocol != null && !untracked) {
      findings.add(
          Rule.ROUTE_UNTRACKED,
          foreignProtocol.at(),
          "keepalived watches what has its own protocol %s; it puts that in the place of \"%s\"",
          OWN_PROTOCOL,
          foreignProtocol.text());
    }
  }

  /** What a track_group watches is the interface that the line names. */
  void checkTrackGroup(boolean hasInterface) {
    if (trackGroup != null && !hasInterface) {
      findings.add(
          Rule.ROUTE_UNTRACKED,
          trackGroup.at(),
          "the %s names no interface; keepalived drops the track_group",
          what);
    }
  }

  void add(Rule rule, Word word, String message) {
    findings.add(rule, word.at(), "%s", message);
  }
}
