package io.vrrplab.campaign;

import io.vrrplab.campaign.Distribution.Histogram;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.PackedHistogram;

/**
 * Takes in samples one by one: the exact figures by Welford's recurrence, the percentiles from an
 * HdrHistogram. The same samples in the same order give the same bits.
 */
final class Accumulator {

  /** Values are told apart to a thousandth of themselves. */
  private static final int SIGNIFICANT_DIGITS = 3;

  private static final int MOST_BARS = 24;

  /** Widths of bars that people can read: 1, 2 or 5 with any number of zeroes. */
  private static final int[] LEADING_DIGITS = {1, 2, 5};

  private final PackedHistogram histogram = new PackedHistogram(SIGNIFICANT_DIGITS);
  private long count;
  private long min = Long.MAX_VALUE;
  private long max;
  private double mean;
  private double squares;

  /** Takes in a sample, at least 0. */
  void add(long value) {
    count++;
    min = Math.min(min, value);
    max = Math.max(max, value);
    double before = value - mean;
    mean += before / count;
    squares += before * (value - mean);
    histogram.recordValue(value);
  }

  Distribution distribution() {
    if (count == 0) {
      return new Distribution(0, 0, 0, 0, 0, 0, 0, 0, 0, new Histogram(0, 1, List.of()));
    }
    return new Distribution(
        count,
        min,
        mean,
        count == 1 ? 0 : Math.sqrt(squares / (count - 1)),
        percentile(50),
        percentile(90),
        percentile(99),
        percentile(99.9),
        max,
        bars());
  }

  /** The histogram gives the end of a cell, which may lie beyond what was ever seen. */
  private long percentile(double percent) {
    return Math.clamp(histogram.getValueAtPercentile(percent), min, max);
  }

  private Histogram bars() {
    long step = step(max - min);
    long from = min / step * step;
    int bars = (int) ((max - from) / step) + 1;
    List<Long> counts = new ArrayList<>(Collections.nCopies(bars, 0L));
    for (HistogramIterationValue cell : histogram.recordedValues()) {
      long value = Math.clamp(histogram.medianEquivalentValue(cell.getValueIteratedTo()), min, max);
      int bar = (int) ((value - from) / step);
      counts.set(bar, counts.get(bar) + cell.getCountAddedInThisIterationStep());
    }
    return new Histogram(from, step, counts);
  }

  private static long step(long width) {
    for (long power = 1; ; power *= 10) {
      for (int digit : LEADING_DIGITS) {
        if (width / (digit * power) < MOST_BARS - 1) {
          return digit * power;
        }
      }
    }
  }
}
