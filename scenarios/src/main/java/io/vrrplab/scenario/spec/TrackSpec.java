package io.vrrplab.scenario.spec;

import io.vrrplab.track.Track;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * That a virtual router tracks something.
 *
 * @param what is tracked
 * @param weight 0: a bad one is a fault. Else what is added to the priority, -254 to 254
 * @param reverse whether the weight changes its sign; of weight 0, whether a good one is the fault
 */
public record TrackSpec(TrackedSpec what, Quantity weight, boolean reverse) {

  private static final int MOST = 254;

  /** All that a draw may decide. */
  Stream<Quantity> quantities() {
    return Stream.concat(what.quantities(), Stream.of(weight));
  }

  /** Settles what is left to chance. */
  TrackSpec resolve(UnaryOperator<Quantity> draw) {
    return new TrackSpec(what.resolve(draw), draw.apply(weight), reverse);
  }

  /**
   * As the engine knows it.
   *
   * @throws IllegalStateException if something has not been drawn yet
   */
  public Track settled() {
    return new Track(what.settled(), Math.clamp(weight.asLong(), -MOST, MOST), reverse);
  }
}
