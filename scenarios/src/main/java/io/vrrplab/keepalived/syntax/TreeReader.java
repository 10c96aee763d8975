package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Keyword.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts words and braces together, and goes astray where keepalived does. */
final class TreeReader {

  private static final int LONGEST_SHOWN = 60;

  private final List<Token> tokens;
  private final ReadOptions options;
  private final Findings findings;
  private final Grammar grammar = Grammar.keepalived();
  private final Map<String, String> hints = new LinkedHashMap<>();
  private final SetAside noted =
      new SetAside(Rule.NO_EFFECT, "taken, and without effect on a simulation");
  private final SetAside unsimulated =
      new SetAside(Rule.NOT_SIMULATED, "changes what keepalived does, and is not simulated");
  private @Nullable Position firstBalancer;
  private int next;

  /** Once the braces are out of step, what follows is one mistake and not many. */
  private boolean astray;

  TreeReader(List<Token> tokens, ReadOptions options, Findings findings) {
    this.tokens = tokens;
    this.options = options;
    this.findings = findings;
  }

  List<Node> read() {
    List<Node> top = keywords(Grammar.TOP, null);
    if (firstBalancer != null) {
      findings.add(
          Rule.BALANCER,
          firstBalancer,
          "from here on this file configures the load balancer, which is not looked at");
    }
    noted.tell(findings);
    unsimulated.tell(findings);
    return top;
  }

  /** Reads to the end of a block. */
  private List<Node> keywords(String block, @Nullable Position opened) {
    List<Node> nodes = new ArrayList<>();
    while (next < tokens.size()) {
      Token token = tokens.get(next++);
      switch (token) {
        case Token.Close(Position at) -> {
          if (opened != null) {
            return nodes;
          }
          once(Rule.BRACES, at, "this '}' closes nothing");
        }
        case Token.Open(Position at) ->
            once(Rule.BRACES, at, "unexpected '{'; keepalived ignores it, but not its '}'");
        case Token.Words(List<Word> words) -> statement(block, words, nodes);
      }
    }
    if (opened != null) {
      findings.add(Rule.BRACES, opened, "this block of %s is never closed", block);
    }
    return nodes;
  }

  private void statement(String block, List<Word> words, List<Node> nodes) {
    Word first = words.getFirst();
    Keyword keyword = grammar.find(block, first.text());
    if (keyword == null || !keyword.knownTo(options.version())) {
      unknown(block, first, keyword);
      return;
    }
    remark(keyword, first.at());
    if (words.size() == 1 && needsValue(keyword)) {
      findings.add(
          Rule.VALUE_MISSING, first.at(), "%s has no value; keepalived ends here", first.text());
      return;
    }
    check(keyword, words);
    List<Node> children =
        switch (keyword.shape()) {
          case VALUE, FLAG, COMMAND -> List.of();
          case BLOCK -> keywords(keyword.name(), opened(keyword, first));
          case LIST -> lines(keyword, opened(keyword, first), words);
          case SKIP -> skip(opened(keyword, first), words);
        };
    nodes.add(new Node(words, children));
  }

  private void check(Keyword keyword, List<Word> words) {
    if (words.size() > 1) {
      keyword
          .values()
          .wanted(words.subList(1, words.size()))
          .ifPresent(wanted ->
              findings.add(
                  Rule.VALUE_INVALID,
                  words.get(1).at(),
                  "%s wants %s, not \"%s\"; keepalived ignores the line",
                  keyword.name(),
                  wanted,
                  String.join(" ", words.stream().skip(1).map(Word::text).toList())));
    }
  }

  private static boolean needsValue(Keyword keyword) {
    return keyword.shape() == Shape.VALUE || keyword.shape() == Shape.COMMAND;
  }

  private void remark(Keyword keyword, Position at) {
    switch (keyword.role()) {
      case MODELLED -> {}
      case NOTED -> noted.add(keyword.name(), at);
      case UNSIMULATED -> unsimulated.add(keyword.name(), at);
      case BALANCER -> firstBalancer = firstBalancer == null ? at : firstBalancer;
      case DEPRECATED ->
          findings.add(Rule.DEPRECATED, at, "keepalived wants %s no more", keyword.name());
    }
  }

  private void unknown(String block, Word word, @Nullable Keyword later) {
    boolean hasBlock = next < tokens.size() && tokens.get(next) instanceof Token.Open;
    String consequence =
        hasBlock ? "keepalived ignores the word, but not its block" : "keepalived ignores the line";
    if (later != null) {
      findings.add(
          Rule.KEYWORD_TOO_NEW,
          word.at(),
          "%s came with keepalived %s and is unknown to %s; %s",
          word.text(),
          later.since(),
          options.version().text(),
          consequence);
    } else if (!astray) {
      String hint =
          hints.computeIfAbsent(
              block + " " + word.text(), _ -> Spelling.hint(word.text(), block, grammar));
      once(
          Rule.KEYWORD_UNKNOWN,
          word.at(),
          "unknown keyword \"%s\"%s; %s".formatted(shown(word.text()), hint, consequence));
    }
    if (hasBlock) {
      astray = true;
    }
  }

  private static String shown(String word) {
    return word.length() <= LONGEST_SHOWN ? word : word.substring(0, LONGEST_SHOWN) + "…";
  }

  private void once(Rule rule, Position at, String message) {
    if (!astray) {
      findings.add(rule, at, "%s", message);
    }
    astray |= rule == Rule.BRACES;
  }

  /** Takes the opening brace; where there is none, keepalived is inside the block all the same. */
  private Position opened(Keyword keyword, Word word) {
    if (next < tokens.size() && tokens.get(next) instanceof Token.Open(Position at)) {
      next++;
      return at;
    }
    once(Rule.BRACES, word.at(), keyword.name() + " has no '{' behind it");
    return word.at();
  }

  private List<Node> lines(Keyword keyword, Position opened, List<Word> head) {
    if (head.size() > 1) {
      findings.add(
          Rule.BLOCK_WORDS,
          head.get(1).at(),
          "\"%s\" stands between %s and its block; keepalived ignores it",
          head.get(1).text(),
          head.getFirst().text());
    }
    List<Node> nodes = new ArrayList<>();
    while (next < tokens.size()) {
      Token token = tokens.get(next++);
      switch (token) {
        case Token.Close _ -> {
          if (nodes.isEmpty() && keyword.values() instanceof Values.Some) {
            findings.add(Rule.VALUE_MISSING, opened, "the list %s is empty", keyword.name());
          }
          return nodes;
        }
        case Token.Open(Position at) -> once(Rule.BRACES, at, "no '{' has a place in a list");
        case Token.Words(List<Word> words) -> nodes.add(new Node(words, List.of()));
      }
    }
    findings.add(Rule.BRACES, opened, "this block of %s is never closed", head.getFirst().text());
    return nodes;
  }

  private List<Node> skip(Position opened, List<Word> head) {
    boolean byMark = head.size() > 1 && head.get(1).text().equals("fwmark");
    int depth = 1;
    while (next < tokens.size() && depth > 0) {
      switch (tokens.get(next++)) {
        case Token.Open _ -> depth++;
        case Token.Close _ -> depth--;
        case Token.Words(List<Word> words) -> {
          if (byMark && depth == 1 && words.getFirst().text().equals("protocol")) {
            findings.add(
                Rule.BALANCER_PROTOCOL,
                words.getFirst().at(),
                "a server chosen by firewall mark has no protocol; keepalived ignores the line");
          }
        }
      }
    }
    if (depth > 0) {
      findings.add(Rule.BRACES, opened, "this block is never closed");
    }
    return List.of();
  }
}
