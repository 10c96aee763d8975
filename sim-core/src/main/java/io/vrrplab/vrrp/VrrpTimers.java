package io.vrrplab.vrrp;

/** The arithmetic of RFC 3768 6.1 and RFC 9568 6.1; all results are nanoseconds. */
public final class VrrpTimers {

  static final long NANOS_PER_CENTISECOND = 10_000_000;

  /** Version 2 measures skew against one second, whatever the interval (RFC 3768 6.1). */
  private static final int VERSION_2_SKEW_BASE_CS = 100;

  private static final int PRIORITY_STEPS = 256;

  private VrrpTimers() {}

  /**
   * Computes Skew_Time, by which a Backup of lower priority waits longer.
   *
   * <p>Version 2: (256 - Priority) / 256 seconds (RFC 3768 6.1). Version 3: (256 - Priority) *
   * Master_Adver_Interval / 256 centiseconds (RFC 5798 6.1, RFC 9568 6.1).
   *
   * @param version 2 or 3
   * @param priority of the Backup itself, 1 to 255
   * @param masterAdverIntervalCs the Master's interval, centiseconds, 0 to 25500; not looked at in
   *     version 2
   * @param rounding where fractions are cut off
   */
  public static long skewTimeNanos(
      int version, int priority, int masterAdverIntervalCs, TimerRounding rounding) {
    long baseCs = version == 2 ? VERSION_2_SKEW_BASE_CS : masterAdverIntervalCs;
    long resolution = rounding.resolutionNanos();
    long unitsPerCs = NANOS_PER_CENTISECOND / resolution;
    return (PRIORITY_STEPS - priority) * baseCs * unitsPerCs / PRIORITY_STEPS * resolution;
  }

  /**
   * Computes Master_Down_Interval, the silence after which a Backup takes over: 3 *
   * Advertisement_Interval + Skew_Time in version 2 (RFC 3768 6.1), 3 * Master_Adver_Interval +
   * Skew_Time in version 3 (RFC 9568 6.1).
   *
   * @param version 2 or 3
   * @param priority of the Backup itself, 1 to 255
   * @param masterAdverIntervalCs version 2: the own interval; version 3: the Master's; centiseconds
   * @param downTimerAdverts how many intervals, 3 in every RFC
   * @param rounding where fractions of the skew are cut off
   */
  public static long masterDownIntervalNanos(
      int version,
      int priority,
      int masterAdverIntervalCs,
      int downTimerAdverts,
      TimerRounding rounding) {
    return downTimerAdverts * intervalNanos(masterAdverIntervalCs)
        + skewTimeNanos(version, priority, masterAdverIntervalCs, rounding);
  }

  /** Converts an advertisement interval from centiseconds to nanoseconds. */
  public static long intervalNanos(int intervalCs) {
    return intervalCs * NANOS_PER_CENTISECOND;
  }
}
