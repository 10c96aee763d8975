package io.vrrplab.report;

import io.vrrplab.measure.LogEntry;
import io.vrrplab.scenario.RunResult;
import java.util.ArrayList;
import java.util.List;

/** The story of the run, a line an event: when, who, what. */
final class TimelineSection {

  private static final String GAP = "  ";
  private static final int NARROWEST_TEXT = 30;

  private TimelineSection() {}

  static List<String> lines(RunResult result, Ink ink) {
    List<LogEntry> log = result.log();
    int decimals = Columns.decimals(log.stream().map(LogEntry::atNanos).toList());
    int timeWidth = 0;
    int subjectWidth = 0;
    for (LogEntry entry : log) {
      timeWidth = Math.max(timeWidth, TimeText.seconds(entry.atNanos(), decimals).length());
      subjectWidth = Math.max(subjectWidth, TextWidth.of(Printable.of(entry.subject())));
    }
    List<String> lines = new ArrayList<>();
    for (LogEntry entry : log) {
      String time = TextWidth.padLeft(TimeText.seconds(entry.atNanos(), decimals), timeWidth);
      String subject = TextWidth.padRight(Printable.of(entry.subject()), subjectWidth);
      lines.addAll(entryLines(entry, time, subject, ink));
    }
    return lines;
  }

  private static List<String> entryLines(LogEntry entry, String time, String subject, Ink ink) {
    String start = time + GAP + mark(entry.kind()) + " " + subject + GAP;
    int textWidth = RunReport.WIDTH - 2 - TextWidth.of(start);
    List<String> text =
        TextWidth.wrap(Printable.of(entry.text()), Math.max(NARROWEST_TEXT, textWidth));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      String before = i == 0 ? start : " ".repeat(TextWidth.of(start));
      lines.add(inked(entry.kind(), before + text.get(i), ink));
    }
    return lines;
  }

  /** Tells the kinds apart where there is no colour. */
  private static String mark(LogEntry.Kind kind) {
    return switch (kind) {
      case FAULT -> "!";
      case STATE -> " ";
      case NOTE -> "·";
    };
  }

  private static String inked(LogEntry.Kind kind, String line, Ink ink) {
    return switch (kind) {
      case FAULT -> ink.fault(line);
      case STATE -> line;
      case NOTE -> ink.faint(line);
    };
  }
}
