package io.vrrplab.campaign;

import io.vrrplab.scenario.SweepPoint;
import java.io.Serializable;
import java.util.List;

/**
 * An expectation that a run broke.
 *
 * @param settings the point of the sweep; empty where nothing is swept
 * @param run which run of the point, from 0
 * @param seed the run's own seed, which replays it
 * @param expect the expectation in words
 * @param observed what was seen instead
 */
public record BrokenExpectation(
    List<SweepPoint.Setting> settings, long run, long seed, String expect, String observed)
    implements Serializable {

  public BrokenExpectation {
    settings = List.copyOf(settings);
  }
}
