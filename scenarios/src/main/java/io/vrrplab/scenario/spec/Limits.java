package io.vrrplab.scenario.spec;

/**
 * The values that a quantity may take.
 *
 * @param min the lowest, inclusive
 * @param max the highest, inclusive
 * @param step the distance between allowed values, counted from 0; 0 where any value will do
 */
public record Limits(double min, double max, double step) {

  /** No limits but those of the type. */
  public static final Limits NONE = new Limits(-Double.MAX_VALUE, Double.MAX_VALUE, 0);

  /** Bends a drawn value to the nearest one allowed. */
  public double clamp(double value) {
    double stepped = step == 0 ? value : Math.round(value / step) * step;
    return Math.clamp(stepped, min, max);
  }

  /** Whether a value may stand as it is. */
  public boolean allows(double value) {
    return value >= min && value <= max && (step == 0 || value % step == 0);
  }
}
