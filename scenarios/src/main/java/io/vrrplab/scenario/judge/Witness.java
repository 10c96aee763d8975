package io.vrrplab.scenario.judge;

import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LabListener;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.measure.FailoverReport;
import io.vrrplab.measure.MastershipReport;
import io.vrrplab.measure.TrafficReport;
import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.judge.Observations.StateChange;
import io.vrrplab.scenario.spec.Expectation;
import io.vrrplab.vrrp.VrrpState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Sees what a judge asks for beyond the reports: who was in which state, who sent how much. */
public final class Witness implements LabListener {

  private final Lab lab;
  private final List<StateChange> states = new ArrayList<>();
  private final SequencedMap<String, Long> advertsSent = new LinkedHashMap<>();

  /** Watches a lab. */
  public Witness(Lab lab) {
    this.lab = lab;
    lab.listen(this);
  }

  @Override
  public void stateChanged(VirtualRouter router, VrrpState before, VrrpState after, String why) {
    states.add(
        new StateChange(
            lab.simulation().nowNanos(),
            router.machine().name(),
            VirtualRouterId.of(router),
            switch (after) {
              case VrrpState.Initialize _ -> Expectation.State.INITIALIZE;
              case VrrpState.Backup _ -> Expectation.State.BACKUP;
              case VrrpState.Master _ -> Expectation.State.MASTER;
            }));
  }

  @Override
  public void advertSent(VirtualRouter router, int priority) {
    advertsSent.merge(router.machine().name(), 1L, Long::sum);
  }

  /** All that there is to judge by. */
  public Observations observations(
      List<MastershipReport> masterships,
      List<FailoverReport> failovers,
      List<TrafficReport> traffic) {
    long now = lab.simulation().nowNanos();
    return new Observations(now, masterships, failovers, traffic, states, advertsSent);
  }
}
