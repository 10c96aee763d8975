package io.vrrplab.report;

import static io.vrrplab.report.Grid.Lean.LEFT;
import static io.vrrplab.report.Grid.Lean.RIGHT;

import io.vrrplab.campaign.Distribution;
import io.vrrplab.campaign.Distribution.Histogram;
import io.vrrplab.campaign.Measure;
import io.vrrplab.campaign.PointResult;
import io.vrrplab.campaign.PointResult.Measured;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The distributions of one point: a table of percentiles, and bars for the detection time. */
final class DistributionSection {

  private static final int WIDEST_BAR = 60;

  private DistributionSection() {}

  static List<String> of(PointResult point) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s runs%s; %s kept every expectation"
            .formatted(
                CampaignText.count(point.kept().of()),
                point.stoppedEarly() ? ", enough for the mean" : "",
                CampaignText.share(point.kept())));
    lines.add("");
    lines.addAll(table(point));
    if (point.detection().count() > 1) {
      lines.add("");
      lines.addAll(bars(point.detection().histogram()));
    }
    return lines;
  }

  private static List<String> table(PointResult point) {
    boolean oneFlow =
        point.measures().stream().filter(it -> it.measure() instanceof Measure.Lost).count() == 1;
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "min", "mean", "±", "p50", "p90", "p99", "p99.9", "max"));
    for (Measured each : point.measures()) {
      if (each.distribution().count() > 0) {
        boolean alone = oneFlow && each.measure() instanceof Measure.Lost;
        rows.add(row(alone ? "packets lost" : CampaignText.name(each.measure()), each));
      }
    }
    return Grid.lines(rows, List.of(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT));
  }

  private static List<String> row(String name, Measured measured) {
    Distribution it = measured.distribution();
    List<String> cells = new ArrayList<>();
    cells.add(name);
    for (double value :
        new double[] {
          it.min(),
          it.mean(),
          it.meanHigh() - it.mean(),
          it.p50(),
          it.p90(),
          it.p99(),
          it.p999(),
          it.max()
        }) {
      cells.add(CampaignText.value(measured.measure(), value));
    }
    return cells;
  }

  private static List<String> bars(Histogram histogram) {
    long most = Collections.max(histogram.counts());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("detection from", "", "failovers"));
    for (int bar = 0; bar < histogram.counts().size(); bar++) {
      long count = histogram.counts().get(bar);
      rows.add(
          List.of(
              TimeText.exact(histogram.from() + bar * histogram.step()),
              "█".repeat((int) Math.ceilDiv(count * WIDEST_BAR, most)),
              CampaignText.count(count)));
    }
    return Grid.lines(rows, List.of(RIGHT, LEFT, RIGHT));
  }
}
