package io.vrrplab.scenario.spec;

import java.util.SplittableRandom;

/**
 * A number of a scenario that the file may leave to chance. The unit belongs to the field that
 * holds it: durations are nanoseconds, loss is in percent, rates are bits per second.
 *
 * @param draw where the value comes from
 * @param limits what a drawn value is bent to
 * @param stream tells this draw from all others, so that a new one elsewhere leaves it as it was
 */
public record Quantity(Draw draw, Limits limits, long stream) {

  /** A plain number. */
  public static Quantity of(double value) {
    return new Quantity(new Draw.Fixed(value), Limits.NONE, 0);
  }

  /** A number drawn once a run; {@code path} names its place in the file. */
  public static Quantity drawn(Draw draw, Limits limits, String path) {
    return new Quantity(draw, limits, streamOf(path));
  }

  /** Whether the value is known. */
  public boolean isFixed() {
    return draw instanceof Draw.Fixed;
  }

  /**
   * Settles the value for one run.
   *
   * @param run the number that stands for the run; the same number gives the same value
   */
  public Quantity resolve(long run) {
    return isFixed() ? this : of(limits.clamp(draw.sample(new SplittableRandom(run ^ stream))));
  }

  /**
   * The value.
   *
   * @throws IllegalStateException if it has not been drawn yet
   */
  public double asDouble() {
    if (draw instanceof Draw.Fixed(double value)) {
      return value;
    }
    throw new IllegalStateException("not drawn yet; resolve the scenario first: " + draw);
  }

  /**
   * The value, rounded to a whole number.
   *
   * @throws IllegalStateException if it has not been drawn yet
   */
  public long asLong() {
    return Math.round(asDouble());
  }

  /**
   * FNV-1a over the characters: stable over machines and releases, which a hash code need not be.
   */
  private static long streamOf(String path) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < path.length(); i++) {
      hash = (hash ^ path.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
