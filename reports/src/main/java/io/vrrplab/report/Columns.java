package io.vrrplab.report;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Columns of times: all of one column show equally many decimals, so that the points align. */
final class Columns {

  /** What stands where a thing did not happen. */
  static final String NOTHING = "–";

  private static final int MICROSECONDS = 6;

  private Columns() {}

  /** Decimals for moments: milliseconds where they are exact, else microseconds. */
  static int decimals(Collection<? extends @Nullable Long> nanos) {
    return Math.min(MICROSECONDS, exactDecimals(nanos));
  }

  /** Decimals that show each value exactly: 3, 6 or 9. */
  static int exactDecimals(Collection<? extends @Nullable Long> nanos) {
    int decimals = 3;
    for (Long value : nanos) {
      decimals = Math.max(decimals, value == null ? 0 : TimeText.decimalsFor(value));
    }
    return decimals;
  }

  static String cell(@Nullable Long nanos, int decimals) {
    return nanos == null ? NOTHING : TimeText.seconds(nanos, decimals);
  }
}
