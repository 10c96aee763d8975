package io.vrrplab.report;

import io.vrrplab.measure.KeepalivedLog;
import io.vrrplab.scenario.RunResult;
import java.util.List;

/** What keepalived would have logged on each node, in the order of time. */
final class KeepalivedLogSection {

  private static final String GAP = "  ";

  private KeepalivedLogSection() {}

  static List<String> lines(RunResult result) {
    List<KeepalivedLog.Line> log = result.daemonLog();
    int decimals = Columns.decimals(log.stream().map(KeepalivedLog.Line::atNanos).toList());
    int timeWidth = 0;
    int nodeWidth = 0;
    for (KeepalivedLog.Line line : log) {
      timeWidth = Math.max(timeWidth, TimeText.seconds(line.atNanos(), decimals).length());
      nodeWidth = Math.max(nodeWidth, TextWidth.of(Printable.of(line.node())));
    }
    int time = timeWidth;
    int node = nodeWidth;
    return log.stream()
        .map(line ->
            TextWidth.padLeft(TimeText.seconds(line.atNanos(), decimals), time)
                + GAP
                + TextWidth.padRight(Printable.of(line.node()), node)
                + GAP
                + Printable.of(line.text()))
        .toList();
  }
}
