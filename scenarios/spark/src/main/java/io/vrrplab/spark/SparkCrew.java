package io.vrrplab.spark;

import io.vrrplab.campaign.Block;
import io.vrrplab.campaign.Crew;
import io.vrrplab.sim.LimitReachedException;
import java.io.Serializable;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Works off blocks on a Spark cluster, a job for each wave. */
final class SparkCrew implements Crew {

  /** Enough that a wave takes much longer than a job needs to start. */
  private static final int BLOCKS_A_CORE = 256;

  /** More than one, so that a core that is done early takes from the others. */
  private static final int TASKS_A_CORE = 4;

  private final JavaSparkContext spark;
  private final Broadcast<SharedPlan> plan;

  SparkCrew(JavaSparkContext spark, SharedPlan plan) {
    this.spark = spark;
    this.plan = spark.broadcast(plan);
  }

  /** How many blocks to hand over at a time. */
  int wave() {
    return BLOCKS_A_CORE * spark.defaultParallelism();
  }

  @Override
  public List<Worked> work(List<Block> blocks) {
    Broadcast<SharedPlan> shared = plan;
    int tasks = Math.min(blocks.size(), TASKS_A_CORE * spark.defaultParallelism());
    return spark
        .parallelize(blocks, tasks)
        .map(block -> Worked.of(block, shared.value()))
        .collect();
  }

  /** What a block gave. Spark would try again what throws, and a run fails the same each time. */
  sealed interface Worked extends Supplier<Block.Harvest>, Serializable {

    /** All runs came to their end. */
    record Done(Block.Harvest harvest) implements Worked {
      @Override
      public Block.Harvest get() {
        return harvest;
      }
    }

    /** A run came to a bound of the simulation. */
    record Stuck(LimitReachedException limit) implements Worked {
      @Override
      public Block.Harvest get() {
        throw limit;
      }
    }

    static Worked of(Block block, SharedPlan plan) {
      try {
        return new Done(block.run(plan.plan()));
      } catch (LimitReachedException limit) {
        return new Stuck(limit);
      }
    }
  }
}
