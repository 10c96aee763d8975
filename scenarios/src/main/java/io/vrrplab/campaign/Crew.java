package io.vrrplab.campaign;

import java.util.List;
import java.util.function.Supplier;

/** Works off blocks, in any order and anywhere. */
@FunctionalInterface
public interface Crew {

  /**
   * Runs the blocks.
   *
   * @return what each gave, in the order of the blocks; asked for a harvest, it throws a {@link
   *     io.vrrplab.sim.LimitReachedException} where a run came to a bound of the simulation
   */
  List<? extends Supplier<Block.Harvest>> work(List<Block> blocks);
}
