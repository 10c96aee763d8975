package io.vrrplab.track;

import java.util.List;

/**
 * What one tracked thing does to a virtual router.
 *
 * @param fault whether it must not take part
 * @param points what is added to its priority
 */
public record Verdict(boolean fault, int points) {

  /** Nothing. */
  public static final Verdict NONE = new Verdict(false, 0);

  /** It must not take part. */
  public static final Verdict FAULT = new Verdict(true, 0);

  private static final int OWNER = 255;
  private static final int HIGHEST = 254;

  static Verdict points(long points) {
    return new Verdict(false, Math.clamp(points, -HIGHEST, HIGHEST));
  }

  /** Whether one of them says that the virtual router must not take part. */
  public static boolean anyFault(List<Verdict> verdicts) {
    return verdicts.stream().anyMatch(Verdict::fault);
  }

  /**
   * The priority with which a virtual router takes part: bonuses never make an owner of it, nor
   * maluses a resignation, and an owner stays one.
   *
   * @param base the configured priority, 1 to 255
   * @return 1 to 254, or 255 where that is the base
   */
  public static int priority(int base, List<Verdict> verdicts) {
    if (base == OWNER) {
      return OWNER;
    }
    return Math.clamp(base + verdicts.stream().mapToInt(Verdict::points).sum(), 1, HIGHEST);
  }
}
