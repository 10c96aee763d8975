package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Splits a line at blanks, and at braces that stand outside of double quotes. */
final class Tokenizer {

  private final Findings findings;
  private final Grammar grammar = Grammar.keepalived();
  private final List<Token> tokens = new ArrayList<>();

  /** What became of texts that one line repeats; a large file consists of little else. */
  private final Map<String, List<Token>> repeated = new LinkedHashMap<>();

  private @Nullable Position repeatedAt;

  Tokenizer(Findings findings) {
    this.findings = findings;
  }

  /** The words and braces of all lines so far. */
  List<Token> tokens() {
    return tokens;
  }

  /**
   * What ends a line as people write it.
   *
   * @param end where the comment begins: at # or ! outside of double quotes
   * @param openQuote the quote that is not closed before; -1 where there is none
   */
  record Code(int end, int openQuote) {}

  /** Looks for the comment. A backslash protects what follows it, a quote too. */
  static Code code(String text) {
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        open = open < 0 ? i : -1;
      } else if (open < 0 && (c == '#' || c == '!')) {
        return new Code(i, -1);
      }
    }
    return new Code(text.length(), open);
  }

  /** Splits a text that is likely to be given again at the same place. */
  void splitAgain(String text, Line line) {
    Position place = line.at(0);
    if (!place.equals(repeatedAt)) {
      repeated.clear();
      repeatedAt = place;
    }
    List<Token> known = repeated.get(text);
    if (known == null) {
      int before = tokens.size();
      split(line.with(text, 0));
      repeated.put(text, List.copyOf(tokens.subList(before, tokens.size())));
    } else {
      tokens.addAll(known);
    }
  }

  void split(Line line) {
    String text = line.text();
    List<Word> words = new ArrayList<>(2);
    int start = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Line.isBlank(c)) {
        i++;
      } else if (c == '{' || c == '}') {
        flush(line, start, i, words);
        words = new ArrayList<>(2);
        tokens.add(c == '{' ? new Token.Open(line.at(i)) : new Token.Close(line.at(i)));
        i++;
        start = i;
      } else {
        i = c == '"' ? quoted(line, i, words) : plain(line, i, words);
      }
    }
    flush(line, start, text.length(), words);
  }

  private void flush(Line line, int start, int end, List<Word> words) {
    if (words.isEmpty()) {
      return;
    }
    boolean command = grammar.namesCommand(words.getFirst().text());
    tokens.add(new Token.Words(command ? CommandReader.split(line, start, end, findings) : words));
  }

  /** Takes what stands between two double quotes, which protect even a backslash. */
  private int quoted(Line line, int start, List<Word> words) {
    int end = line.text().indexOf('"', start + 1);
    if (end < 0) {
      findings.add(
          Rule.QUOTE, line.at(start), "the quote is not closed; keepalived drops what follows it");
      return line.text().length();
    }
    words.add(new Word(line.text().substring(start + 1, end), line.at(start)));
    return end + 1;
  }

  /** Takes a word up to a blank, a brace or a quote, which begins a word of its own. */
  private static int plain(Line line, int start, List<Word> words) {
    String text = line.text();
    boolean escaped = false;
    int i = start;
    while (i < text.length() && !endsWord(text.charAt(i))) {
      escaped |= text.charAt(i) == '\\';
      i++;
    }
    String word = text.substring(start, i);
    words.add(
        new Word(escaped ? word.replace("\\#", "#").replace("\\!", "!") : word, line.at(start)));
    return i;
  }

  private static boolean endsWord(char c) {
    return Line.isBlank(c) || c == '{' || c == '}' || c == '"';
  }
}
