package io.vrrplab.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes that stood up at the same time, none having heard of the other, to follow one Master. */
final class Contention {

  private final @Nullable Seat from;
  private final long beganNanos;
  private final List<Stand> stands = new ArrayList<>(1);

  private static final class Stand {
    final Takeover takeover;
    long endedNanos = Long.MAX_VALUE;

    Stand(Takeover takeover) {
      this.takeover = takeover;
    }
  }

  /**
   * A contention without contenders yet.
   *
   * @param from the Master until then; null at the first election
   */
  Contention(@Nullable Seat from, long beganNanos) {
    this.from = from;
    this.beganNanos = beganNanos;
  }

  @Nullable Seat from() {
    return from;
  }

  /**
   * Whether a node that stands up now does so without having heard of those who did before, though
   * it was there all the time.
   */
  boolean isJoinedBy(Seat seat) {
    if (seat == from
        || seat.sinceNanos() > beganNanos
        || from != null && seat.heardSince(from, beganNanos)) {
      return false;
    }
    for (Stand stand : stands) {
      if (stand.takeover.seat() == seat
          || seat.heardSince(stand.takeover.seat(), stand.takeover.atNanos())) {
        return false;
      }
    }
    return true;
  }

  void add(Takeover takeover) {
    stands.add(new Stand(takeover));
  }

  void ended(Seat seat, long nowNanos) {
    for (Stand stand : stands) {
      if (stand.takeover.seat() == seat && stand.endedNanos == Long.MAX_VALUE) {
        stand.endedNanos = nowNanos;
      }
    }
  }

  /** Who held on longest; of two that still do, the one with the better claim. */
  Takeover winner() {
    return stands.stream()
        .max(
            Comparator.comparingLong((Stand stand) -> stand.endedNanos)
                .thenComparingInt(stand -> stand.takeover.seat().router.config().priority())
                .thenComparing(stand -> stand.takeover.seat().router.config().primaryAddress()))
        .orElseThrow()
        .takeover;
  }

  List<String> others(Takeover winner) {
    return stands.stream()
        .map(stand -> stand.takeover)
        .filter(takeover -> !takeover.equals(winner))
        .map(takeover -> takeover.seat().node())
        .toList();
  }
}
