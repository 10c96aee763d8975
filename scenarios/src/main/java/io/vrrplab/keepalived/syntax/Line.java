package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Position;

/**
 * A line to be split into words.
 *
 * @param text without its comment
 * @param file where it stands
 * @param number from 1
 * @param column of its first character, from 1
 * @param exact how many characters stand in the file as they stand here; all that follow come from
 *     a variable or a sequence, and count as the place where that is used
 */
record Line(String text, String file, int number, int column, int exact) {

  Position at(int index) {
    return new Position(file, number, column + Math.min(index, exact));
  }

  /** The same place with another text, of which some characters are still the file's own. */
  Line with(String other, int stillExact) {
    return new Line(other, file, number, column, Math.min(exact, stillExact));
  }

  /** The rest of the line, from a character on. */
  Line from(int index) {
    return new Line(
        text.substring(index),
        file,
        number,
        column + Math.min(index, exact),
        Math.max(0, exact - index));
  }

  /** The same line without the blanks around it. */
  Line stripped() {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    Line rest = start == 0 ? this : from(start);
    String stripped = rest.text().stripTrailing();
    return stripped.length() == rest.text().length() ? rest : rest.with(stripped, rest.exact());
  }
}
