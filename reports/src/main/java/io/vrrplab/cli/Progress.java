package io.vrrplab.cli;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** One line on standard error that keeps itself up to date; nothing where nobody looks at it. */
final class Progress {

  private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final String BEGINNING_OF_LINE = "\r\u001b[K";

  private final Console console;
  private final long total;
  private final boolean shown;
  private final long startNanos = System.nanoTime();
  private long drawnNanos = startNanos - REDRAW_NANOS;
  private boolean ended;

  Progress(Console console, long total) {
    this.console = console;
    this.total = total;
    this.shown = console.isTerminal().getAsBoolean();
  }

  /** Takes note of how many runs are done; draws at most five times a second. */
  synchronized void show(long done) {
    long now = System.nanoTime();
    if (shown && !ended && now - drawnNanos >= REDRAW_NANOS) {
      drawnNanos = now;
      console.err().print(BEGINNING_OF_LINE + line(done, now - startNanos));
      console.err().flush();
    }
  }

  /** Takes the line away for good. */
  synchronized void clear() {
    if (shown && !ended) {
      console.err().print(BEGINNING_OF_LINE);
      console.err().flush();
    }
    ended = true;
  }

  private String line(long done, long tookNanos) {
    double perSecond = done * 1e9 / Math.max(1, tookNanos);
    long leftSeconds = Math.round((total - done) / Math.max(1e-9, perSecond));
    return String.format(
        Locale.ROOT,
        "%d %% · %,d of %,d runs · %,.0f a second · at most %s left",
        100 * done / total,
        done,
        total,
        perSecond,
        time(leftSeconds));
  }

  private static String time(long seconds) {
    return seconds < 60
        ? seconds + " s"
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
