package io.vrrplab.keepalived.finding;

import java.util.Comparator;

/**
 * A place in a configuration file.
 *
 * @param file as the user named it, or the path of an included file
 * @param line from 1; 0 for the file as a whole
 * @param column from 1, in UTF-16 units; 0 for the file as a whole
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::file)
          .thenComparingInt(Position::line)
          .thenComparingInt(Position::column);

  /** The file as a whole. */
  public static Position ofFile(String file) {
    return new Position(file, 0, 0);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  /** {@code FILE:LINE:COLUMN}, or the file's name alone. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
