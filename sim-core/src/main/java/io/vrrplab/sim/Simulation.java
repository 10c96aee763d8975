package io.vrrplab.sim;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Simulated time: it stands still while an event happens and jumps to the next one after.
 *
 * <p>Events run in the order of (time, order of scheduling). Every entity draws from a random
 * stream of its own, split from the seed by the entity's name, so that adding one does not change
 * what another draws. Not thread-safe: a run belongs to one thread.
 */
public final class Simulation {

  private static final long GOLDEN_GAMMA = 0x9e37_79b9_7f4a_7c15L;
  private static final long FNV_OFFSET = 0xcbf2_9ce4_8422_2325L;
  private static final long FNV_PRIME = 0x0000_0100_0000_01b3L;

  private final EventQueue queue = new EventQueue();
  private final long seed;
  private final Limits limits;
  private List<? extends EventHandler<?>> volley = List.of();
  private int volleySize;
  private int nextOfVolley;
  private Object volleyPayload = List.of();
  private long nowNanos;
  private long sequence;
  private long executed;

  /** Creates a world at time 0. */
  public Simulation(long seed, Limits limits) {
    this.seed = seed;
    this.limits = limits;
  }

  public long seed() {
    return seed;
  }

  /** The time, nanoseconds since the start. */
  public long nowNanos() {
    return nowNanos;
  }

  /** How many events have been executed; a cancelled timer is none. */
  public long eventsExecuted() {
    return executed;
  }

  /**
   * Schedules an event.
   *
   * @param timeNanos when it is to happen, not before now
   * @throws IllegalArgumentException if the time is past
   */
  public <P> void at(long timeNanos, EventHandler<P> handler, P payload) {
    if (timeNanos < nowNanos) {
      throw new IllegalArgumentException("event at " + timeNanos + " ns, but it is " + nowNanos);
    }
    queue.add(timeNanos, nextSequence(), handler, payload);
  }

  /**
   * Schedules several events of one moment, as if one after the other, but at the price of one:
   * what a switch floods reaches hundreds at once.
   *
   * @param timeNanos when they are to happen, not before now
   * @param handlers who takes the payload, in this order; the list must not change any more
   * @throws IllegalArgumentException if the time is past
   */
  public <P> void atOnce(long timeNanos, List<? extends EventHandler<P>> handlers, P payload) {
    at(timeNanos, new Volley<P>(handlers), payload);
  }

  /** Events of one moment; the simulation goes through them one by one. */
  private record Volley<P>(List<? extends EventHandler<P>> handlers) implements EventHandler<P> {
    @Override
    public void handle(P payload) {
      throw new IllegalStateException("a volley is taken apart, not handled");
    }
  }

  /** Schedules an event that carries nothing; for what happens rarely. */
  public void at(long timeNanos, Runnable action) {
    at(timeNanos, Runnable::run, action);
  }

  /** A timer of this world, not yet running. */
  public Timer timer(Runnable action) {
    return new Timer(this, action);
  }

  /**
   * The random stream of an entity: the same seed and name give the same draws, whatever else there
   * is in the world. The algorithm is SplitMix64 as {@link SplittableRandom} documents it.
   */
  public RandomGenerator random(String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return new SplittableRandom(mix(mix(seed + GOLDEN_GAMMA) ^ hash));
  }

  /** The finaliser of SplitMix64, which spreads neighbouring seeds over all bits. */
  private static long mix(long bits) {
    long mixed = (bits ^ bits >>> 30) * 0xbf58_476d_1ce4_e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d0_49bb_1331_11ebL;
    return mixed ^ mixed >>> 31;
  }

  /**
   * Executes all events up to and including a time, which then is now.
   *
   * @throws LimitReachedException if a bound of the run is reached
   */
  public void runUntil(long timeNanos) {
    var _ = runUntil(timeNanos, () -> false);
  }

  /**
   * Executes events up to and including a time, or until something has come about. Time then stands
   * at the event that brought it about, and the rest of that instant is still to come.
   *
   * @param timeNanos how far to go at most; where the condition never holds, this then is now
   * @param reached looked at before each event and after the last one
   * @return whether the condition holds
   * @throws LimitReachedException if a bound of the run is reached
   */
  public boolean runUntil(long timeNanos, BooleanSupplier reached) {
    if (timeNanos > limits.maxTimeNanos()) {
      throw new LimitReachedException(
          "the run would go to " + timeNanos + " ns, past its bound of " + limits.maxTimeNanos());
    }
    while (!reached.getAsBoolean()) {
      if (nextOfVolley == volleySize && queue.firstTimeNanos() > timeNanos) {
        nowNanos = Math.max(nowNanos, timeNanos);
        return false;
      }
      step();
    }
    return true;
  }

  private void step() {
    if (nextOfVolley < volleySize) {
      count();
      dispatch(volley.get(nextOfVolley++), volleyPayload);
      return;
    }
    nowNanos = queue.firstTimeNanos();
    long entrySequence = queue.firstSequence();
    int slot = queue.takeFirst();
    Object handler = queue.handler(slot);
    Object payload = queue.payload(slot);
    queue.free(slot);
    if (handler instanceof Timer timer) {
      if (timer.cameUp(entrySequence)) {
        count();
        timer.fire();
      }
    } else if (handler instanceof Volley<?> fired) {
      volley = fired.handlers();
      volleySize = volley.size();
      volleyPayload = payload;
      nextOfVolley = 0;
    } else {
      count();
      dispatch(handler, payload);
    }
  }

  @SuppressWarnings("unchecked") // at() saw to it that handler and payload belong together
  private static void dispatch(Object handler, Object payload) {
    ((EventHandler<Object>) handler).handle(payload);
  }

  private void count() {
    if (++executed > limits.maxEvents()) {
      throw new LimitReachedException(
          "the run came to its bound of "
              + limits.maxEvents()
              + " events at "
              + nowNanos
              + " ns (seed "
              + seed
              + "); do two nodes answer each other without end?");
    }
  }

  long nextSequence() {
    return sequence++;
  }

  void enqueue(long timeNanos, long entrySequence, Timer timer) {
    queue.add(timeNanos, entrySequence, timer, timer);
  }
}
