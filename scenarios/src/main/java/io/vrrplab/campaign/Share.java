package io.vrrplab.campaign;

/**
 * How many of how many.
 *
 * @param hits from 0 to {@code of}
 * @param of from 0
 */
public record Share(long hits, long of) {

  private static final double Z = Distribution.Z_95;

  public Share {
    if (hits < 0 || hits > of) {
      throw new IllegalArgumentException(hits + " of " + of);
    }
  }

  /** The share itself, 0 to 1; 0 of none. */
  public double value() {
    return of == 0 ? 0 : (double) hits / of;
  }

  /** The lower end of Wilson's 95 % confidence interval; 0 of none. */
  public double low() {
    return hits == 0 ? 0 : centre() - halfWidth();
  }

  /** The upper end of Wilson's 95 % confidence interval; 1 of none. */
  public double high() {
    return hits == of ? 1 : centre() + halfWidth();
  }

  private double centre() {
    double n = of;
    return (value() + Z * Z / (2 * n)) / (1 + Z * Z / n);
  }

  private double halfWidth() {
    double n = of;
    double p = value();
    return Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
  }
}
