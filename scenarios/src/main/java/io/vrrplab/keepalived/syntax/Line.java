package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Position;

/**
 * A line to be split into words.
 *
 * @param text without its comment
 * @param start where its first character stands
 * @param exact how many characters stand in the file as they stand here; all that follow come from
 *     a variable or a sequence, and count as the place where that is used
 */
record Line(String text, Position start, int exact) {

  Position at(int index) {
    int offset = Math.min(index, exact);
    return offset == 0 ? start : new Position(start.file(), start.line(), start.column() + offset);
  }

  /** The same place with another text, of which some characters are still the file's own. */
  Line with(String other, int stillExact) {
    return new Line(other, start, Math.min(exact, stillExact));
  }

  /** The rest of the line, from a character on. */
  Line from(int index) {
    return new Line(text.substring(index), at(index), Math.max(0, exact - index));
  }

  /** The same line without the blanks around it. */
  Line stripped() {
    int begin = 0;
    int end = text.length();
    while (begin < end && isBlank(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && isBlank(text.charAt(end - 1))) {
      end--;
    }
    Line head = end == text.length() ? this : with(text.substring(0, end), exact);
    return begin == 0 ? head : head.from(begin);
  }

  /** Whether a character parts words: those of ASCII alone, as isspace of C has it. */
  static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
