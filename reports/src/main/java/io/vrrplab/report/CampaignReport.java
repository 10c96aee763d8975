package io.vrrplab.report;

import static io.vrrplab.report.Grid.Lean.LEFT;
import static io.vrrplab.report.Grid.Lean.RIGHT;

import io.vrrplab.campaign.BrokenExpectation;
import io.vrrplab.campaign.CampaignResult;
import io.vrrplab.campaign.Distribution;
import io.vrrplab.campaign.PointResult;
import io.vrrplab.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The report of a campaign for a person at a terminal: how the points of the sweep compare, what
 * each measure's distribution is, and which runs broke an expectation.
 */
public final class CampaignReport {

  private static final String INDENT = "  ";
  private static final int POINTS_SHOWN = 20;

  private CampaignReport() {}

  /**
   * Writes the whole report; it ends with the verdict and, where a run broke an expectation, the
   * command that shows it again.
   *
   * @param result what the campaign gave
   * @param source the scenario as the user named it
   * @param replay gives the command that shows a broken expectation again
   * @param ink colours or none
   * @return lines that each end with a line feed
   */
  public static String full(
      CampaignResult result, String source, Function<BrokenExpectation, String> replay, Ink ink) {
    List<String> lines = new ArrayList<>(header(result, source, ink));
    if (result.points().size() > 1) {
      section(lines, "Sweep", sweep(result), ink);
    }
    List<PointResult> points = result.points();
    for (PointResult point : points.subList(0, Math.min(POINTS_SHOWN, points.size()))) {
      String label = point.point().label();
      section(lines, label.isEmpty() ? "Distributions" : label, DistributionSection.of(point), ink);
    }
    if (points.size() > POINTS_SHOWN) {
      lines.add("");
      lines.add(ink.faint("… and %d more points".formatted(points.size() - POINTS_SHOWN)));
    }
    section(lines, "Broken expectations", broken(result), ink);
    lines.add("");
    return String.join("\n", lines) + "\n" + verdict(result, source, replay, ink);
  }

  /** Writes the verdict alone. */
  public static String verdict(
      CampaignResult result, String source, Function<BrokenExpectation, String> replay, Ink ink) {
    String line = verdictText(result, ink) + " · " + Printable.of(source);
    return (result.broken().isEmpty()
            ? line
            : line + " · replay: " + Printable.of(replay.apply(result.broken().getFirst())))
        + "\n";
  }

  private static String verdictText(CampaignResult result, Ink ink) {
    String runs = CampaignText.count(result.runs());
    String end =
        result.interrupted()
            ? " (interrupted, of %s)".formatted(CampaignText.count(result.plan().totalRuns()))
            : "";
    if (!result.passed()) {
      return "%s  %s of %s runs broke an expectation%s"
          .formatted(ink.bad("FAIL"), CampaignText.count(result.brokenRuns()), runs, end);
    }
    boolean expects =
        result.points().stream().anyMatch(it -> !it.point().scenario().expectations().isEmpty());
    return "%s  %s runs, %s%s"
        .formatted(
            ink.good("PASS"),
            runs,
            expects ? "every expectation held" : "nothing was expected",
            end);
  }

  private static List<String> header(CampaignResult result, String source, Ink ink) {
    Scenario scenario = result.plan().points().getFirst().scenario();
    String facts =
        "%s · base seed %d · %s runs · ± is the 95 %% confidence interval of the mean"
            .formatted(
                Printable.of(source), result.plan().seed(), CampaignText.count(result.runs()));
    return List.of(ink.heading(Printable.of(scenario.title())), ink.faint(facts));
  }

  private static List<String> sweep(CampaignResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "runs", "detection", "±", "p99", "max", "kept", "95 %"));
    for (PointResult point : result.points()) {
      Distribution detection = point.detection();
      rows.add(
          List.of(
              Printable.of(point.point().label()),
              CampaignText.count(point.kept().of()) + (point.stoppedEarly() ? " (enough)" : ""),
              cell(detection, detection.mean()),
              cell(detection, detection.meanHigh() - detection.mean()),
              cell(detection, (double) detection.p99()),
              cell(detection, (double) detection.max()),
              CampaignText.percent(point.kept().value()),
              CampaignText.percent(point.kept().low())
                  + " to "
                  + CampaignText.percent(point.kept().high())));
    }
    return Grid.lines(rows, List.of(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT));
  }

  private static String cell(Distribution distribution, double nanos) {
    return distribution.count() == 0 ? Columns.NOTHING : CampaignText.time(nanos);
  }

  private static List<String> broken(CampaignResult result) {
    List<String> lines = new ArrayList<>();
    for (BrokenExpectation each : result.broken()) {
      StringBuilder settings = new StringBuilder();
      each.settings().forEach(setting -> settings.append(" · ").append(setting));
      lines.add(
          "✗ seed %d%s · %s: %s"
              .formatted(
                  each.seed(),
                  Printable.of(settings.toString()),
                  Printable.of(each.expect()),
                  Printable.of(each.observed())));
    }
    if (result.brokenRuns() > result.broken().size()) {
      lines.add("the first %d are shown".formatted(result.broken().size()));
    }
    return lines;
  }

  private static void section(List<String> lines, String title, List<String> content, Ink ink) {
    if (!content.isEmpty()) {
      lines.add("");
      lines.add(ink.heading(Printable.of(title)));
      content.forEach(line -> lines.add(line.isEmpty() ? line : INDENT + ink.marks(line)));
    }
  }
}
