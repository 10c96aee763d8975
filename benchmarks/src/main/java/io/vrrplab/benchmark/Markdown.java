package io.vrrplab.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Tables in Markdown, and figures short enough for them. */
final class Markdown {

  private static final MathContext FIGURES = new MathContext(4, RoundingMode.HALF_EVEN);

  private Markdown() {}

  /**
   * A table, with a line break after each row.
   *
   * @param rows the first one is the head
   */
  static String table(List<List<String>> rows) {
    StringBuilder table = new StringBuilder(row(rows.getFirst()));
    table.append(
        rows.getFirst().stream().map(_ -> "---|").collect(Collectors.joining("", "|", "\n")));
    rows.subList(1, rows.size()).forEach(row -> table.append(row(row)));
    return table.toString();
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** Four figures at most, never with an exponent; all figures of a whole number. */
  static String figure(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shown =
        Math.abs(value) >= 1000 ? exact.setScale(0, RoundingMode.HALF_EVEN) : exact.round(FIGURES);
    return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
  }
}
