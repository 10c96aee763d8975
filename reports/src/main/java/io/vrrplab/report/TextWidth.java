package io.vrrplab.report;

import java.util.ArrayList;
import java.util.List;

/** Text as a terminal shows it: how many columns it takes, and where it may break. */
final class TextWidth {

  private TextWidth() {}

  /** Counts columns: two for wide East Asian characters and emoji, none for combining marks. */
  static int of(String text) {
    return text.codePoints().map(TextWidth::columns).sum();
  }

  static String padRight(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - of(text))) + text;
  }

  /**
   * Makes text from a file fit to be shown: one line, and no control characters, which could move
   * the cursor or forge a verdict.
   */
  static String printable(String text) {
    if (text.codePoints().noneMatch(TextWidth::isUnprintable)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(point ->
            isUnprintable(point) ? (Character.isWhitespace(point) ? ' ' : '\uFFFD') : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** Breaks text at spaces into lines of at most so many columns; a longer word stays whole. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && of(line.toString()) + 1 + of(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return List.copyOf(lines);
  }

  private static boolean isUnprintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      // Overrides of the writing direction reorder what stands around them.
      case Character.FORMAT -> isDirectional(point);
      default -> false;
    };
  }

  private static boolean isDirectional(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }

  private static int columns(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  /** The blocks of Unicode's East Asian Width property (UAX 11) that are wide throughout. */
  private static boolean isWide(int point) {
    return (point >= 0x1100 && point <= 0x115F)
        || (point >= 0x2E80 && point <= 0xA4CF && point != 0x303F)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0xFE30 && point <= 0xFE6F)
        || (point >= 0xFF00 && point <= 0xFF60)
        || (point >= 0xFFE0 && point <= 0xFFE6)
        || (point >= 0x1F300 && point <= 0x1F64F)
        || (point >= 0x1F900 && point <= 0x1F9FF)
        || (point >= 0x20000 && point <= 0x3FFFD);
  }
}
