package io.vrrplab.report;

import io.vrrplab.scenario.RunResult;
import java.util.ArrayList;
import java.util.List;

/** What the scenario expected, whether it held, and what was seen. */
final class ExpectationSection {

  private static final int INDENT_WIDTH = 2;
  private static final String GAP = "   ";

  private ExpectationSection() {}

  static List<String> lines(RunResult result, Ink ink) {
    int expectWidth =
        result.expectations().stream()
            .mapToInt(it -> TextWidth.of(Printable.of(it.expect())))
            .max()
            .orElse(0);
    List<String> lines = new ArrayList<>();
    for (RunResult.Judgement judgement : result.expectations()) {
      lines.addAll(judgement(judgement, expectWidth, ink));
    }
    return lines;
  }

  private static List<String> judgement(RunResult.Judgement judgement, int expectWidth, Ink ink) {
    String mark = judgement.held() ? "✓ " : "✗ ";
    String expect = Printable.of(judgement.expect());
    String observed = Printable.of(judgement.observed());
    String line = mark + TextWidth.padRight(expect, expectWidth) + GAP + observed;
    if (TextWidth.of(line) <= RunReport.WIDTH - INDENT_WIDTH) {
      return List.of(ink.marks(line.stripTrailing()));
    }
    List<String> lines = new ArrayList<>();
    lines.add(ink.marks(mark + expect));
    TextWidth.wrap(observed, RunReport.WIDTH - 3 * INDENT_WIDTH)
        .forEach(part -> lines.add(" ".repeat(2 * INDENT_WIDTH) + part));
    return lines;
  }
}
