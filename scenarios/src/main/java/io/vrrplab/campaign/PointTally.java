package io.vrrplab.campaign;

import io.vrrplab.scenario.SweepPoint;
import java.util.ArrayList;
import java.util.List;

/** What is known of one point while its blocks are folded in. */
final class PointTally {

  private final SweepPoint point;
  private final List<Measure> measures;
  private final List<Accumulator> accumulators = new ArrayList<>();
  private long runs;
  private long brokenRuns;
  private boolean stopped;

  PointTally(SweepPoint point) {
    this.point = point;
    this.measures = Measure.of(point.scenario());
    measures.forEach(_ -> accumulators.add(new Accumulator()));
  }

  /** Whether the stop rule has ended the point. */
  boolean isStopped() {
    return stopped;
  }

  void fold(CampaignPlan plan, Block block, Block.Harvest harvest) {
    StopRule stopRule = plan.stopRule();
    runs += block.runs();
    brokenRuns += harvest.brokenRuns();
    for (int i = 0; i < accumulators.size(); i++) {
      harvest.samples().get(i).addTo(accumulators.get(i));
    }
    stopped = stopRule != null && runs < plan.runs() && stopRule.isMet(detection());
  }

  private Distribution detection() {
    return accumulators.get(measures.indexOf(Measure.OfFailover.DETECTION)).distribution();
  }

  PointResult result() {
    List<PointResult.Measured> measured = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      measured.add(new PointResult.Measured(measures.get(i), accumulators.get(i).distribution()));
    }
    return new PointResult(point, new Share(runs - brokenRuns, runs), stopped, measured);
  }
}
