package io.vrrplab.campaign;

import io.vrrplab.measure.FailoverReport;
import io.vrrplab.measure.MastershipReport;
import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.ScenarioRunner.Figures;
import io.vrrplab.scenario.spec.TrafficSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What a campaign measures; a run gives any number of samples of each. */
public sealed interface Measure {

  /** Hands over the samples of a run: nanoseconds, or counts. */
  void sample(Figures run, LongConsumer samples);

  /** A time, a sample a failover; where it did not happen there is none. */
  enum OfFailover implements Measure {
    /** From the fault to the new Master. */
    DETECTION,
    /** From the last advert heard to the new Master, what the RFC bounds. */
    MASTER_DOWN,
    /** From the first client packet lost for it to the first that got through. */
    OUTAGE;

    @Override
    public void sample(Figures run, LongConsumer samples) {
      for (FailoverReport failover : run.failovers()) {
        Long nanos = of(failover);
        if (nanos != null) {
          samples.accept(nanos);
        }
      }
    }

    private @Nullable Long of(FailoverReport failover) {
      return switch (this) {
        case DETECTION -> failover.detectionNanos();
        case MASTER_DOWN -> failover.masterDownNanos();
        case OUTAGE -> failover.outageNanos();
      };
    }
  }

  /** A time, a sample a virtual router; none where it never had a Master. */
  enum OfVirtualRouter implements Measure {
    /** With several Masters. */
    DUAL_MASTER,
    /** Without a Master, from the first one on. */
    NO_MASTER,
    /** From the start to the first Master. */
    FIRST_MASTER;

    @Override
    public void sample(Figures run, LongConsumer samples) {
      for (MastershipReport router : run.virtualRouters()) {
        if (!router.masters().isEmpty()) {
          samples.accept(
              switch (this) {
                case DUAL_MASTER -> router.dualMasterNanos();
                case NO_MASTER -> router.noMasterNanos();
                case FIRST_MASTER -> router.masters().getFirst().fromNanos();
              });
        }
      }
    }
  }

  /** How many failovers there were, a sample a run. */
  record Failovers() implements Measure {
    @Override
    public void sample(Figures run, LongConsumer samples) {
      samples.accept(run.failovers().size());
    }
  }

  /**
   * How many packets a flow lost, a sample a run.
   *
   * @param index which of the scenario's flows, from 0
   * @param flow kind, sender and destination, as {@code ping my-client 192.0.2.50}
   */
  record Lost(int index, String flow) implements Measure {
    @Override
    public void sample(Figures run, LongConsumer samples) {
      samples.accept(run.traffic().get(index).lost());
    }
  }

  /** All that is measured of a scenario, in the order of reports. */
  static List<Measure> of(Scenario scenario) {
    List<Measure> measures = new ArrayList<>(List.of(OfFailover.values()));
    measures.addAll(List.of(OfVirtualRouter.values()));
    measures.add(new Failovers());
    int index = 0;
    for (TrafficSpec spec : scenario.traffic()) {
      measures.add(new Lost(index++, spec.text()));
    }
    return measures;
  }
}
