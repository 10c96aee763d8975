package io.vrrplab.campaign;

import io.vrrplab.scenario.SweepPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign runs.
 *
 * @param points the points of the sweep, at least one
 * @param seed the base seed, from which the seed of every run follows
 * @param runs how many runs each point gets at most, from 1
 * @param stopRule ends a point early, once its mean is known well enough; null for never
 */
public record CampaignPlan(
    List<SweepPoint> points, long seed, int runs, @Nullable StopRule stopRule) {

  private static final long GOLDEN_GAMMA = 0x9e37_79b9_7f4a_7c15L;

  /** JSON readers that know only doubles hold 53 bits exactly, and a seed must survive them. */
  private static final int SEED_BITS = 53;

  private static final int LARGEST_BLOCK = 64;
  private static final int FEWEST_BLOCKS = 16;

  public CampaignPlan {
    points = List.copyOf(points);
    if (points.isEmpty() || runs < 1) {
      throw new IllegalArgumentException(points.size() + " points, " + runs + " runs");
    }
  }

  /**
   * The seed of a run: the first 53 bits of the output of SplitMix64 that comes after {@code run}
   * others, started from the base seed. All points share it, so that what differs between two
   * points is their settings and not their luck.
   *
   * @param run from 0
   */
  public long seedOf(long run) {
    long mixed = seed + (run + 1) * GOLDEN_GAMMA;
    mixed = (mixed ^ mixed >>> 30) * 0xbf58_476d_1ce4_e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d0_49bb_1331_11ebL;
    return (mixed ^ mixed >>> 31) >>> Long.SIZE - SEED_BITS;
  }

  /** All runs, if nothing stops early. */
  public long totalRuns() {
    return (long) runs * points.size();
  }

  /**
   * How many runs are worked off in one go. Only the plan decides, never the machine: a campaign
   * stops early, or is interrupted, between two blocks.
   */
  int blockRuns() {
    return Math.clamp(runs / FEWEST_BLOCKS, 1, LARGEST_BLOCK);
  }

  /** The blocks of each point; the last may be short. */
  int blocks() {
    return Math.ceilDiv(runs, blockRuns());
  }
}
