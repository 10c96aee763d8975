package io.vrrplab.track;

/**
 * That a virtual router tracks something, and what follows from its condition.
 *
 * @param what is tracked
 * @param weight 0: a bad one is a fault. Above 0: added while it is good; below 0: while it is bad.
 *     Of a file, the factor of its value. From -254 to 254
 * @param reverse whether good and bad change places
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
      case Condition.Known(boolean good) -> known(good != reverse);
      case Condition.Level(int value) -> level(value);
    };
  }

  private Verdict known(boolean good) {
    if (weight == 0) {
      return good ? Verdict.NONE : Verdict.FAULT;
    }
    return good == weight > 0 ? Verdict.points(weight) : Verdict.NONE;
  }

  /** A file of weight 0 is bad when its value is not 0; a product of -254 is a fault as well. */
  private Verdict level(int value) {
    if (weight == 0) {
      return (value == 0) != reverse ? Verdict.NONE : Verdict.FAULT;
    }
    long points = (long) value * (reverse ? -weight : weight);
    return points <= -MOST ? Verdict.FAULT : Verdict.points(points);
  }
}
