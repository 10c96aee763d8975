package io.vrrplab.report;

import java.util.ArrayList;
import java.util.List;

/** Lays cells out in columns as wide as their widest cell, two spaces apart. */
final class Grid {

  private static final String GAP = "  ";

  private Grid() {}

  /** Which way the cells of a column lean. */
  enum Lean {
    LEFT,
    RIGHT
  }

  /**
   * Gives one line a row.
   *
   * @param rows equally many cells each
   * @param leans one a column
   */
  static List<String> lines(List<List<String>> rows, List<Lean> leans) {
    int[] widths = new int[leans.size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], TextWidth.of(row.get(column)));
      }
    }
    return rows.stream().map(row -> line(row, leans, widths)).toList();
  }

  private static String line(List<String> row, List<Lean> leans, int[] widths) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < widths.length; column++) {
      cells.add(
          switch (leans.get(column)) {
            case LEFT -> TextWidth.padRight(row.get(column), widths[column]);
            case RIGHT -> TextWidth.padLeft(row.get(column), widths[column]);
          });
    }
    return String.join(GAP, cells).stripTrailing();
  }
}
