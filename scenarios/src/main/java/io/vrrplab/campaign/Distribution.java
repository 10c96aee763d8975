package io.vrrplab.campaign;

import java.util.List;

/**
 * The distribution of a measure over the runs of a point; nanoseconds, or counts. All figures are 0
 * where there is no sample.
 *
 * @param count how many samples
 * @param min exact, as {@code mean}, {@code stddev} and {@code max} are
 * @param stddev standard deviation of the sample, over count - 1; 0 for a single sample
 * @param p50 percentiles: of a value and its percentile at most a thousandth of the value lies
 *     between them
 * @param histogram equally wide bars from {@code min} to {@code max}
 */
public record Distribution(
    long count,
    long min,
    double mean,
    double stddev,
    long p50,
    long p90,
    long p99,
    long p999,
    long max,
    Histogram histogram) {

  /** Of the normal distribution, 95 % lies within so many standard deviations of the mean. */
  static final double Z_95 = 1.959963984540054;

  /**
   * Bars side by side.
   *
   * @param from where the first bar begins
   * @param step how wide each bar is, from 1
   * @param counts how many samples lie in each: from its beginning up to, not including, its end
   */
  public record Histogram(long from, long step, List<Long> counts) {
    public Histogram {
      counts = List.copyOf(counts);
    }
  }

  /** The lower end of the 95 % confidence interval of the mean, by the normal approximation. */
  public double meanLow() {
    return mean - halfWidth();
  }

  /** The upper end of the 95 % confidence interval of the mean. */
  public double meanHigh() {
    return mean + halfWidth();
  }

  private double halfWidth() {
    return count == 0 ? 0 : Z_95 * stddev / Math.sqrt((double) count);
  }
}
