package io.vrrplab.scenario.spec;

/**
 * A switch that sends IP multicast only to who listens, and to queriers.
 *
 * @param querier who asks for listeners
 * @param floodsUnknown whether groups to which nobody listens go everywhere
 * @param prunesLocal whether groups in 224.0.0.0/24 are treated like any other
 * @param timeout how long a report counts, nanoseconds
 */
public record SnoopingSpec(
    Querier querier, boolean floodsUnknown, boolean prunesLocal, Quantity timeout) {

  /** Who asks for listeners. */
  public sealed interface Querier {

    /** Nobody: what a switch has learnt it forgets. */
    record Nobody() implements Querier {}

    /** The switch itself. */
    record TheSwitch() implements Querier {}

    /** A device on the segment. */
    record Device(String name) implements Querier {}
  }

  public long timeoutNanos() {
    return timeout.asLong();
  }

  /** Settles what is left to chance. */
  SnoopingSpec resolve(long run) {
    return new SnoopingSpec(querier, floodsUnknown, prunesLocal, timeout.resolve(run));
  }
}
