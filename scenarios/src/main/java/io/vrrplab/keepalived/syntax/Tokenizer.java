package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Splits a line at blanks and at braces that stand outside of double quotes. */
final class Tokenizer {

  private final Findings findings;
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

  /** Where the comment begins: at # or ! outside of double quotes, unless a backslash is before. */
  static int endOfCode(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '#' || c == '!')) {
        return i;
      }
    }
    return text.length();
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
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Line.isBlank(c)) {
        i++;
      } else if (c == '{' || c == '}') {
        flush(words);
        words = new ArrayList<>(2);
        tokens.add(c == '{' ? new Token.Open(line.at(i)) : new Token.Close(line.at(i)));
        i++;
      } else {
        i = word(line, i, words);
      }
    }
    flush(words);
  }

  private void flush(List<Word> words) {
    if (!words.isEmpty()) {
      tokens.add(new Token.Words(words));
    }
  }

  /** Takes one word; quoted and plain pieces that touch are one. Returns where it ends. */
  private int word(Line line, int start, List<Word> words) {
    String text = line.text();
    int plainEnd = endOfPlain(text, start);
    if (plainEnd == text.length()
        || text.charAt(plainEnd) != '"' && text.charAt(plainEnd) != '\\') {
      words.add(new Word(text.substring(start, plainEnd), line.at(start)));
      return plainEnd;
    }
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    int i = start;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && i + 1 < text.length() && isEscaped(text.charAt(i + 1))) {
        i++;
        word.append(text.charAt(i));
      } else if (!quoted && endsWord(c)) {
        break;
      } else {
        word.append(c);
      }
    }
    if (quoted) {
      findings.add(
          Rule.QUOTE, line.at(start), "the quote is not closed; keepalived drops what follows it");
    } else {
      words.add(new Word(word.toString(), line.at(start)));
    }
    return i;
  }

  private static boolean isEscaped(char c) {
    return c == '#' || c == '!' || c == '"';
  }

  private static int endOfPlain(String text, int start) {
    int i = start;
    while (i < text.length()
        && !endsWord(text.charAt(i))
        && text.charAt(i) != '"'
        && text.charAt(i) != '\\') {
      i++;
    }
    return i;
  }

  private static boolean endsWord(char c) {
    return Line.isBlank(c) || c == '{' || c == '}';
  }
}
