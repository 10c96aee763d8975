package io.vrrplab.benchmark;

import java.util.ArrayList;
import java.util.List;

/** How a cost grows with a count that doubles from row to row. */
record Doublings(List<Row> rows) {

  Doublings {
    rows = List.copyOf(rows);
  }

  /** What so many cost. */
  record Point(int count, double cost) {}

  /**
   * What so many cost, beside the row before; {@code NaN} where there is none.
   *
   * @param ratio how many times the cost of the row before: 2 at most where cost is linear, less
   *     while what does not grow still counts
   * @param costOfOneMore what each one cost that the row before did not have: the same all the way
   *     down where cost is linear
   */
  record Row(int count, double cost, double ratio, double costOfOneMore) {}

  /** Puts points beside each other; their counts grow. */
  static Doublings of(List<Point> points) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      rows.add(
          i == 0
              ? new Row(point.count(), point.cost(), Double.NaN, Double.NaN)
              : after(points.get(i - 1), point));
    }
    return new Doublings(rows);
  }

  private static Row after(Point before, Point point) {
    return new Row(
        point.count(),
        point.cost(),
        point.cost() / before.cost(),
        (point.cost() - before.cost()) / (point.count() - before.count()));
  }
}
