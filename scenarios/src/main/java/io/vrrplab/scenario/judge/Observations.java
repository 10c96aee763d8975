package io.vrrplab.scenario.judge;

import io.vrrplab.measure.FailoverReport;
import io.vrrplab.measure.MastershipReport;
import io.vrrplab.measure.TrafficReport;
import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.spec.Expectation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What the meters saw of a run.
 *
 * @param durationNanos simulated time, nanoseconds
 * @param masterships of every virtual router
 * @param failovers in the order of time
 * @param traffic of every flow
 * @param states every change of state, in the order of time
 * @param advertsSent by name of the node; a node that is not named sent none
 */
public record Observations(
    long durationNanos,
    List<MastershipReport> masterships,
    List<FailoverReport> failovers,
    List<TrafficReport> traffic,
    List<StateChange> states,
    SequencedMap<String, Long> advertsSent) {

  public Observations {
    masterships = List.copyOf(masterships);
    failovers = List.copyOf(failovers);
    traffic = List.copyOf(traffic);
    states = List.copyOf(states);
    advertsSent = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(advertsSent));
  }

  /**
   * A node came into a state; before its first change it is in Initialize.
   *
   * @param atNanos nanoseconds since the start
   */
  public record StateChange(
      long atNanos, String node, VirtualRouterId virtualRouter, Expectation.State state) {}
}
