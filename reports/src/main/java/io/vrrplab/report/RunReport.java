package io.vrrplab.report;

import io.vrrplab.scenario.RunResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The report of a run for a person at a terminal: what it is about, what happened, how long each
 * failover took against the bound of the RFC, what clients lost, and whether all that was expected
 * held.
 *
 * <p>Made for {@value #WIDTH} columns. Names and titles are shown as they are, save for control
 * characters.
 */
public final class RunReport {

  static final int WIDTH = 100;

  private static final String INDENT = "  ";

  private RunReport() {}

  /**
   * Writes the whole report; it ends with the {@linkplain #verdict verdict}.
   *
   * @param result what the run gave
   * @param source the scenario as the user named it
   * @param replay the command that gives this very run again
   * @param style whose words the story is told in
   * @param ink colours or none
   * @return lines that each end with a line feed
   */
  public static String full(
      RunResult result, String source, String replay, LogStyle style, Ink ink) {
    List<String> lines = new ArrayList<>(header(result, source, ink));
    section(lines, "About", about(result), ink);
    section(lines, "Timeline", TimelineSection.lines(result, ink), ink);
    if (style == LogStyle.KEEPALIVED) {
      section(lines, "Log of keepalived", KeepalivedLogSection.lines(result), ink);
    }
    section(lines, "Failovers", FailoverSection.lines(result, ink), ink);
    section(lines, "Mastership", MastershipSection.lines(result, ink), ink);
    section(lines, "Traffic", TrafficSection.lines(result, ink), ink);
    section(lines, "Expectations", ExpectationSection.lines(result, ink), ink);
    lines.add("");
    lines.add(verdictText(result, ink) + " · replay: " + Printable.of(replay));
    return joined(lines);
  }

  /**
   * Writes the verdict alone, a line with the source and, where something failed, the command that
   * shows it again.
   */
  public static String verdict(RunResult result, String source, String replay, Ink ink) {
    String line = verdictText(result, ink) + " · " + Printable.of(source);
    return joined(List.of(result.passed() ? line : line + " · replay: " + Printable.of(replay)));
  }

  private static List<String> header(RunResult result, String source, Ink ink) {
    String facts =
        "%s · seed %d · %s simulated"
            .formatted(Printable.of(source), result.seed(), TimeText.exact(result.durationNanos()));
    return List.of(ink.heading(Printable.of(result.scenario())), ink.faint(facts));
  }

  private static List<String> about(RunResult result) {
    return result
        .about()
        .lines()
        .flatMap(line -> TextWidth.wrap(Printable.of(line), WIDTH - INDENT.length()).stream())
        .toList();
  }

  private static void section(List<String> lines, String title, List<String> content, Ink ink) {
    if (content.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(ink.heading(title));
    content.forEach(line -> lines.add(line.isEmpty() ? line : INDENT + line));
  }

  private static String verdictText(RunResult result, Ink ink) {
    String mark = result.passed() ? ink.good("PASS") : ink.bad("FAIL");
    int expected = result.expectations().size();
    if (expected == 0) {
      return mark + "  nothing was expected";
    }
    long held = result.expectations().stream().filter(RunResult.Judgement::held).count();
    String noun = expected == 1 ? "expectation" : "expectations";
    return "%s  %d of %d %s held".formatted(mark, held, expected, noun);
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
