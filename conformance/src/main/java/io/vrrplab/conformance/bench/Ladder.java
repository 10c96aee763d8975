package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.device.Lan;
import io.vrrplab.conformance.device.Settings;
import java.util.ArrayList;
import java.util.List;

/** What went to and fro in a case, and the windows in which something was awaited. */
final class Ladder {

  /** How many rungs a report shows; what led to a failure is rarely further back. */
  private static final int SHOWN = 20;

  private final List<Rung> rungs = new ArrayList<>();

  private record Rung(long atNanos, String arrow, String what) {

    String line() {
      return "%14s  %s  %s".formatted(Window.seconds(atNanos), arrow, what);
    }
  }

  void act(long atNanos, String what) {
    rungs.add(new Rung(atNanos, "tester", what));
  }

  void sent(Lan lan, long atNanos, String what, Anatomy frame) {
    String content = frame.isAdvert() ? ": " + describe(frame) : "";
    rungs.add(new Rung(atNanos, "     ->", what + place(lan) + content));
  }

  void heard(Seen seen) {
    rungs.add(new Rung(seen.atNanos(), "     <-", describe(seen.frame()) + place(seen.lan())));
  }

  /** Most cases know one LAN only, and need no word for it. */
  private static String place(Lan lan) {
    return lan == Lan.FIRST ? "" : " on " + lan.words();
  }

  void awaited(long atNanos, Window window, String what) {
    rungs.add(new Rung(atNanos, "  await", what + " at " + window.text()));
  }

  static String describe(Settings settings) {
    return "VRID %d%s, priority %d, every %d cs, %s"
        .formatted(
            settings.virtualRouterId(),
            place(settings.lan()),
            settings.priority(),
            settings.intervalCs(),
            settings.addresses());
  }

  static String describe(Anatomy frame) {
    return FrameWords.of(frame);
  }

  /** The last rungs, oldest first, a line each. */
  List<String> lines() {
    int from = Math.max(0, rungs.size() - SHOWN);
    List<String> lines = new ArrayList<>();
    if (from > 0) {
      lines.add("… " + from + " earlier");
    }
    int times = 0;
    for (int i = from; i < rungs.size(); i++) {
      times++;
      boolean repeated = i + 1 < rungs.size() && rungs.get(i + 1).equals(rungs.get(i));
      if (!repeated) {
        lines.add(rungs.get(i).line() + (times > 1 ? ", " + times + " times" : ""));
        times = 0;
      }
    }
    return lines;
  }
}
