package io.vrrplab.campaign;

import io.vrrplab.sim.LimitReachedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Runs a plan. The result is a function of the plan alone: threads only work off blocks, and
 * whatever they bring is folded in by one hand, block by block, the first blocks of all points
 * before the second ones. A point that stops early drops what was worked off beyond that.
 *
 * <p>{@link #result} and {@link #cancel} may be called from any thread, at any time.
 */
public final class Campaign {

  /** Blocks in hand for each thread, so that none waits while a slow one is awaited. */
  private static final int BLOCKS_A_THREAD = 4;

  private final CampaignPlan plan;
  private final List<PointTally> tallies;
  private final List<BrokenExpectation> broken = new ArrayList<>();
  private long brokenRuns;
  private long foldedRuns;
  private boolean finished;
  private volatile boolean cancelled;
  private int round;
  private int nextPoint;

  private record Pending(Block block, Future<Block.Harvest> harvest) {}

  /** A campaign that has not begun. */
  public Campaign(CampaignPlan plan) {
    this.plan = plan;
    this.tallies = plan.points().stream().map(PointTally::new).toList();
  }

  /** What it runs. */
  public CampaignPlan plan() {
    return plan;
  }

  /**
   * Runs the plan to its end, or until it is cancelled; once.
   *
   * @param jobs how many threads work, from 1
   * @param progress told after every block how many runs have been folded in
   * @throws LimitReachedException if a run comes to a bound of the simulation; the message names
   *     its seed
   */
  public void run(int jobs, LongConsumer progress) {
    try (ExecutorService workers =
        Executors.newFixedThreadPool(
            jobs, Thread.ofPlatform().name("campaign-", 1).daemon().factory())) {
      try {
        work(workers, BLOCKS_A_THREAD * jobs, progress);
      } finally {
        workers.shutdownNow();
      }
    }
  }

  private void work(ExecutorService workers, int window, LongConsumer progress) {
    Deque<Pending> pending = new ArrayDeque<>();
    while (!cancelled) {
      while (pending.size() < window && advance()) {
        Block block = block(round, nextPoint++);
        pending.add(new Pending(block, workers.submit(() -> block.run(plan))));
      }
      if (pending.isEmpty()) {
        finish();
        return;
      }
      Pending first = pending.remove();
      if (isWanted(first.block())) {
        fold(first.block(), harvest(first));
        progress.accept(foldedRuns);
      }
    }
  }

  /**
   * Runs the plan as {@link #run(int, LongConsumer)} does, by the hands of others.
   *
   * @param crew works off the blocks
   * @param wave how many blocks it gets at a time, from 1; the result does not depend on it
   * @param progress told after every block how many runs have been folded in
   * @throws LimitReachedException if a run that counts comes to a bound of the simulation
   */
  public void run(Crew crew, int wave, LongConsumer progress) {
    while (!cancelled) {
      List<Block> blocks = new ArrayList<>();
      while (blocks.size() < wave && advance()) {
        blocks.add(block(round, nextPoint++));
      }
      if (blocks.isEmpty()) {
        finish();
        return;
      }
      List<? extends Supplier<Block.Harvest>> harvests = crew.work(blocks);
      for (int i = 0; i < blocks.size(); i++) {
        if (isWanted(blocks.get(i))) {
          fold(blocks.get(i), harvests.get(i).get());
          progress.accept(foldedRuns);
        }
      }
    }
  }

  /** A point that has stopped meanwhile takes no more. */
  private boolean isWanted(Block block) {
    return !tallies.get(block.point()).isStopped();
  }

  /** Moves on to the next block that is wanted as far as is known; false if there is none. */
  private boolean advance() {
    while (round < plan.blocks()) {
      while (nextPoint < tallies.size()) {
        if (!tallies.get(nextPoint).isStopped()) {
          return true;
        }
        nextPoint++;
      }
      nextPoint = 0;
      round++;
    }
    return false;
  }

  private Block block(int number, int point) {
    int first = number * plan.blockRuns();
    return new Block(point, first, Math.min(plan.blockRuns(), plan.runs() - first));
  }

  private static Block.Harvest harvest(Pending pending) {
    try {
      return pending.harvest().get();
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case LimitReachedException limit -> limit;
        case RuntimeException bug -> bug;
        case null, default -> new IllegalStateException(e);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; cancel() ends a campaign", e);
    }
  }

  private synchronized void fold(Block block, Block.Harvest harvest) {
    if (cancelled) {
      return;
    }
    tallies.get(block.point()).fold(plan, block, harvest);
    foldedRuns += block.runs();
    brokenRuns += harvest.brokenRuns();
    for (BrokenExpectation each : harvest.broken()) {
      if (broken.size() < CampaignResult.MOST_BROKEN_KEPT) {
        broken.add(each);
      }
    }
  }

  private synchronized void finish() {
    finished = !cancelled;
  }

  /** Ends the campaign before its next block is folded in; the result stays as it is. */
  public synchronized void cancel() {
    cancelled = true;
  }

  /** What all blocks gave that have been folded in. */
  public synchronized CampaignResult result() {
    return new CampaignResult(
        plan, tallies.stream().map(PointTally::result).toList(), broken, brokenRuns, !finished);
  }
}
