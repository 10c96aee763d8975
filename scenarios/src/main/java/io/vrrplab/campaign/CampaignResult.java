package io.vrrplab.campaign;

import java.util.List;

/**
 * What a campaign gave.
 *
 * @param plan what was to be run
 * @param points in the order of the plan
 * @param broken the first expectations that were broken, at most {@value #MOST_BROKEN_KEPT}, in the
 *     order of runs, and within it of points
 * @param brokenRuns how many runs broke one or more
 * @param interrupted whether there was to be more
 */
public record CampaignResult(
    CampaignPlan plan,
    List<PointResult> points,
    List<BrokenExpectation> broken,
    long brokenRuns,
    boolean interrupted) {

  static final int MOST_BROKEN_KEPT = 20;

  public CampaignResult {
    points = List.copyOf(points);
    broken = List.copyOf(broken);
  }

  /** Runs over all points. */
  public long runs() {
    return points.stream().mapToLong(point -> point.kept().of()).sum();
  }

  /** Whether every run kept every expectation. */
  public boolean passed() {
    return brokenRuns == 0;
  }
}
