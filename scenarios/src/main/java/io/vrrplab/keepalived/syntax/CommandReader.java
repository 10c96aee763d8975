package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits the line of a keyword that names a command, such as script or notify. keepalived has a way
 * of its own for these: quotes of both kinds, also within words, and escapes. What that gives as
 * the command it splits in the same way again, into the program and its arguments.
 */
final class CommandReader {

  private static final int HEXADECIMAL = 16;
  private static final int OCTAL = 8;

  /** With these, keepalived 2.2 dereferences a null pointer where a word is not finished. */
  private static final List<String> CRASHING =
      List.of("script", "startup_script", "shutdown_script");

  private final Line line;
  private final String text;
  private final Findings findings;
  private final List<Word> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int next;

  private CommandReader(Line line, int end, Findings findings) {
    this.line = line;
    this.text = line.text().substring(0, end);
    this.findings = findings;
  }

  /**
   * Splits a part of a line, the keyword counted.
   *
   * @return its words; without the one that is not finished, with a finding
   */
  static List<Word> split(Line line, int start, int end, Findings findings) {
    CommandReader reader = new CommandReader(line, end, findings);
    reader.next = start;
    reader.split("keepalived drops the command");
    if (reader.words.size() > 1) {
      Word command = reader.words.get(1);
      Line whole = new Line(command.text(), command.at(), 0);
      new CommandReader(whole, command.text().length(), findings)
          .split("keepalived drops the command, which it splits a second time");
    }
    return reader.words;
  }

  private void split(String consequence) {
    while (next < text.length()) {
      if (Line.isBlank(text.charAt(next))) {
        next++;
        continue;
      }
      int start = next;
      String wrong = word();
      if (wrong != null) {
        boolean crashes = !words.isEmpty() && CRASHING.contains(words.getFirst().text());
        findings.add(
            Rule.QUOTE,
            line.at(start),
            "%s; %s",
            wrong,
            crashes ? "keepalived crashes on such a line" : consequence);
        return;
      }
      words.add(new Word(word.toString(), line.at(start)));
    }
  }

  /** Takes one word; says what is wrong with it where something is. */
  private @Nullable String word() {
    word.setLength(0);
    char quote = 0;
    int opened = next;
    for (; next < text.length(); next++) {
      char c = text.charAt(next);
      if (c == '\\') {
        if (next + 1 == text.length()) {
          next++;
          return isRefusedUnfinished() ? "nothing follows the \\ at the end" : null;
        }
        escape();
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        opened = next;
      } else if (quote == 0 && Line.isBlank(c)) {
        return null;
      } else {
        word.append(c);
      }
    }
    boolean empty = opened == text.length() - 1;
    return quote == 0 || empty ? null : "the quote " + quote + " is not closed";
  }

  /** A notification is left out in silence. */
  private boolean isRefusedUnfinished() {
    return words.isEmpty() || CRASHING.contains(words.getFirst().text());
  }

  /** Takes what follows a backslash, and stays on its last character. */
  private void escape() {
    next++;
    char c = text.charAt(next);
    if (c == 'x' && digits(next + 1, HEXADECIMAL, 2) > 0) {
      number(next + 1, HEXADECIMAL, 2);
    } else if (c >= '0' && c < '8') {
      number(next, OCTAL, 3);
    } else if (c == 'c' && next + 1 < text.length()) {
      next++;
      word.append((char) (text.charAt(next) & 0x1f));
    } else {
      word.append(
          switch (c) {
            case 'a' -> '\u0007';
            case 'b' -> '\b';
            case 'E' -> '\u001b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000b';
            default -> c;
          });
    }
  }

  private void number(int start, int radix, int most) {
    int end = start + digits(start, radix, most);
    word.append((char) (Integer.parseInt(text.substring(start, end), radix) & 0xff));
    next = end - 1;
  }

  private int digits(int start, int radix, int most) {
    int end = start;
    while (end < text.length()
        && end - start < most
        && Character.digit(text.charAt(end), radix) >= 0
        && text.charAt(end) < 0x80) {
      end++;
    }
    return end - start;
  }
}
