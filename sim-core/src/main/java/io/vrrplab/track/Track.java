package io.vrrplab.track;

/**
 * That a virtual router tracks something, and what follows from its condition.
 *
 * @param what is tracked
 * @param weight 0: a bad one is a fault. Above 0: added while it is good; below 0: while it is bad.
 *     Of a file, the factor of its value. From -254 to 254
 * @param reverse whether the weight is taken off instead of added; of weight 0, whether a good one
 *     is the fault
 */
public record Track(Tracked what, int weight, boolean reverse) {

  private static final int MOST = 254;

  public Track {
    if (weight < -MOST || weight > MOST) {
      throw new IllegalArgumentException("a weight is from -254 to 254: " + weight);
    }
  }

  /** What a condition leads to. */
  public Verdict verdict(Condition condition) {
    return switch (condition) {
      // Until the first result a weighted script does nothing, and one that may fault holds back.
      case Condition.Unknown _ -> weight == 0 ? Verdict.FAULT : Verdict.NONE;
      case Condition.Known(boolean good) -> known(good);
      case Condition.Level(int value) -> level(value);
    };
  }

  /**
   * Reversed, a weight changes its sign, and not when it counts. keepalived 2.2.7 with priority
   * 100: 10 reverse gives 90 while it is good and 100 while it is bad, -10 reverse 100 and 110.
   */
  private Verdict known(boolean good) {
    if (weight == 0) {
      return good != reverse ? Verdict.NONE : Verdict.FAULT;
    }
    return good == weight > 0 ? Verdict.points(factor()) : Verdict.NONE;
  }

  private int factor() {
    return reverse ? -weight : weight;
  }

  /** A file of weight 0 is bad when its value is not 0; a product of -254 is a fault as well. */
  private Verdict level(int value) {
    if (weight == 0) {
      return (value == 0) != reverse ? Verdict.NONE : Verdict.FAULT;
    }
    long points = (long) value * factor();
    return points <= -MOST ? Verdict.FAULT : Verdict.points(points);
  }
}
