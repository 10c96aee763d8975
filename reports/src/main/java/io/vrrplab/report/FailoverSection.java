package io.vrrplab.report;

import static io.vrrplab.report.Grid.Lean.LEFT;
import static io.vrrplab.report.Grid.Lean.RIGHT;

import io.vrrplab.measure.FailoverReport;
import io.vrrplab.scenario.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Each failover against the bound of the RFC, one table a virtual router and clause. */
final class FailoverSection {

  private static final List<Grid.Lean> LEANS =
      List.of(LEFT, LEFT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT, RIGHT, RIGHT);
  private static final List<List<String>> HEADER =
      List.of(
          List.of("", "", "", "last", "new", "master-", "", "", ""),
          List.of(
              "cause",
              "from → to",
              "fault",
              "advert",
              "Master",
              "down",
              "  RFC bound",
              "detection",
              "outage"));
  private static final int NAME_COLUMNS = 2;
  private static final String INDENT = "  ";

  private FailoverSection() {}

  static List<String> lines(RunResult result, Ink ink) {
    Map<String, List<FailoverReport>> groups = new LinkedHashMap<>();
    for (FailoverReport failover : result.failovers()) {
      groups.computeIfAbsent(heading(failover), heading -> new ArrayList<>()).add(failover);
    }
    List<String> lines = new ArrayList<>();
    groups.forEach((heading, failovers) -> {
      lines.add(heading);
      lines.addAll(table(failovers, ink));
    });
    return lines;
  }

  private static String heading(FailoverReport failover) {
    return "%s · bound: %s · times in seconds"
        .formatted(Printable.of(failover.virtualRouter().toString()), failover.rfc());
  }

  private static List<String> table(List<FailoverReport> failovers, Ink ink) {
    List<List<String>> rows = new ArrayList<>();
    rows.addAll(HEADER);
    rows.addAll(rows(failovers));
    List<String> grid = Grid.lines(rows, LEANS);
    int widest = grid.stream().mapToInt(TextWidth::of).max().orElse(0);
    boolean namesApart = widest > RunReport.WIDTH - INDENT.length();
    if (namesApart) {
      grid = Grid.lines(withoutNames(rows), LEANS.subList(NAME_COLUMNS, LEANS.size()));
    }
    List<String> lines = new ArrayList<>();
    String indent = namesApart ? INDENT : "";
    for (int row = 0; row < HEADER.size(); row++) {
      lines.add(ink.faint(indent + grid.get(row)));
    }
    for (int i = 0; i < failovers.size(); i++) {
      int row = HEADER.size() + i;
      if (namesApart) {
        lines.add(String.join(INDENT, rows.get(row).subList(0, NAME_COLUMNS)));
      }
      lines.add(ink.marks(indent + grid.get(row)));
      notes(failovers.get(i)).forEach(note -> lines.add(ink.faint(INDENT + note)));
    }
    return lines;
  }

  /** Long names would push the figures off the screen; they then get a line of their own. */
  private static List<List<String>> withoutNames(List<List<String>> rows) {
    return rows.stream().map(row -> row.subList(NAME_COLUMNS, row.size())).toList();
  }

  private static List<List<String>> rows(List<FailoverReport> failovers) {
    int fault = decimals(failovers, FailoverReport::faultNanos);
    int advert = decimals(failovers, FailoverReport::lastAdvertNanos);
    int master = decimals(failovers, FailoverReport::newMasterNanos);
    int detection = decimals(failovers, FailoverReport::detectionNanos);
    int outage = decimals(failovers, FailoverReport::outageNanos);
    // What is judged is shown exactly: 3.609375001 > 3.609375 must not read 3.609375 > 3.609375.
    int judged =
        Columns.exactDecimals(failovers.stream().flatMap(FailoverSection::judged).toList());
    return failovers.stream()
        .map(it ->
            List.of(
                Printable.of(it.cause()),
                Printable.of(it.from() + " → " + it.to()),
                Columns.cell(it.faultNanos(), fault),
                Columns.cell(it.lastAdvertNanos(), advert),
                Columns.cell(it.newMasterNanos(), master),
                Columns.cell(it.masterDownNanos(), judged),
                bound(it, judged),
                Columns.cell(it.detectionNanos(), detection),
                Columns.cell(it.outageNanos(), outage)))
        .toList();
  }

  private static Stream<Long> judged(FailoverReport failover) {
    Long masterDown = failover.masterDownNanos();
    return masterDown == null
        ? Stream.empty()
        : Stream.of(masterDown, failover.rfcMasterDownNanos());
  }

  private static String bound(FailoverReport failover, int decimals) {
    Long masterDown = failover.masterDownNanos();
    if (masterDown == null) {
      return "";
    }
    String relation = masterDown <= failover.rfcMasterDownNanos() ? "≤ " : "> ";
    String verdict = failover.withinRfc() ? " ✓" : " ✗";
    return relation + TimeText.seconds(failover.rfcMasterDownNanos(), decimals) + verdict;
  }

  private static List<String> notes(FailoverReport failover) {
    List<String> notes = new ArrayList<>();
    if (failover.priorityZero()) {
      notes.add("the last advert had priority 0, so the bound is Skew_Time");
    }
    if (!failover.contenders().isEmpty()) {
      String names = String.join(", ", failover.contenders());
      String note = "%s stood up too and gave way to %s".formatted(names, failover.to());
      notes.add(Printable.of(note));
    }
    return notes;
  }

  private static int decimals(
      List<FailoverReport> failovers, Function<FailoverReport, @Nullable Long> time) {
    List<@Nullable Long> times = new ArrayList<>();
    failovers.forEach(failover -> times.add(time.apply(failover)));
    return Columns.decimals(times);
  }
}
