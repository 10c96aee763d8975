package io.vrrplab.campaign;

import io.vrrplab.scenario.SweepPoint;
import java.util.List;

/**
 * What one point of the sweep gave.
 *
 * @param point its settings
 * @param kept how many of its runs kept every expectation
 * @param stoppedEarly whether the stop rule ended it
 * @param measures in the order of {@link Measure#of}
 */
public record PointResult(
    SweepPoint point, Share kept, boolean stoppedEarly, List<Measured> measures) {

  public PointResult {
    measures = List.copyOf(measures);
  }

  /** A measure and its distribution. */
  public record Measured(Measure measure, Distribution distribution) {}

  /** The distribution of detection times. */
  public Distribution detection() {
    return measures.stream()
        .filter(each -> each.measure() == Measure.OfFailover.DETECTION)
        .findFirst()
        .orElseThrow()
        .distribution();
  }
}
