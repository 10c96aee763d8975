package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Node;
import io.vrrplab.keepalived.syntax.Word;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import java.util.Optional;

/** Looks over routes and rules, which have no effect here, for what keepalived refuses. */
final class RouteCheck {

  private static final List<String> TRACKED_BY = List.of("dev", "oif", "no_track", "nexthop");

  private final Findings findings;

  RouteCheck(Findings findings) {
    this.findings = findings;
  }

  void routes(Node block) {
    for (Node line : block.children()) {
      for (Word word : line.words()) {
        if (word.text().equals("or") || word.text().equals("gw")) {
          findings.add(
              Rule.ROUTE_DEPRECATED, word.at(), "keepalived wants \"%s\" no more", word.text());
        }
      }
      destination(line).ifPresent(word -> checkAddress(word, "a route"));
      if (line.words().stream().noneMatch(word -> TRACKED_BY.contains(word.text()))) {
        findings.add(
            Rule.ROUTE_UNTRACKED,
            line.at(),
            "the route names no interface; keepalived cannot watch it");
      }
    }
  }

  /** The first word that is not behind a keyword such as src. */
  private static Optional<Word> destination(Node line) {
    Word first = line.words().getFirst();
    boolean plain =
        Character.digit(first.text().charAt(0), 16) >= 0 && first.text().indexOf('.') >= 0;
    return plain || line.words().size() == 1 ? Optional.of(first) : Optional.empty();
  }

  void rules(Node block) {
    for (Node line : block.children()) {
      List<Word> words = line.words();
      boolean preferred =
          words.stream()
              .map(Word::text)
              .anyMatch(text -> List.of("preference", "priority", "pref", "order").contains(text));
      if (!preferred) {
        findings.add(
            Rule.RULE_PREFERENCE,
            line.at(),
            "the rule has no preference; keepalived chooses one, most likely not the one meant");
      }
      for (int i = 0; i + 1 < words.size(); i++) {
        if (words.get(i).text().equals("from") || words.get(i).text().equals("to")) {
          checkAddress(words.get(i + 1), "a rule");
        }
      }
    }
  }

  private void checkAddress(Word word, String what) {
    String text = word.text();
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    boolean named = address.equals("default") || address.equals("all");
    try {
      if (!named) {
        IpAddress.parse(address);
      }
    } catch (IllegalArgumentException _) {
      findings.add(
          Rule.ROUTE_INVALID,
          word.at(),
          "%s: \"%s\" is no address; keepalived skips the line",
          what,
          text);
    }
  }
}
