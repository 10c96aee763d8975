package io.vrrplab.benchmark;

import io.vrrplab.sim.EventHandler;
import io.vrrplab.sim.Limits;
import io.vrrplab.sim.Simulation;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the event queue by the hold model, in operations a second: one takes the first event out
 * and puts one in at an exponentially distributed time after it, so that the number of pending
 * events stays what it is. The increments stand in a table, for their logarithms would cost more
 * than the queue.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HoldBenchmark {

  static final int HOLDS = 10_000;
  private static final int TABLE_SIZE = 1 << 16;
  private static final double MEAN_NANOS = 1_000_000;
  private static final Limits UNBOUNDED = new Limits(Long.MAX_VALUE, Long.MAX_VALUE);

  @Param({"100", "10000", "1000000"})
  int pending;

  private final long[] increments = new long[TABLE_SIZE];
  private final EventHandler<HoldBenchmark> hold = HoldBenchmark::hold;
  private Simulation simulation = new Simulation(1, UNBOUNDED);
  private int next;
  private long stepNanos;

  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < TABLE_SIZE; i++) {
      increments[i] = (long) (-MEAN_NANOS * Math.log(1 - random.nextDouble()));
    }
    simulation = new Simulation(1, UNBOUNDED);
    for (int i = 0; i < pending; i++) {
      simulation.at(increment(), hold, this);
    }
    stepNanos = Math.max(1, (long) (MEAN_NANOS / pending));
  }

  private long increment() {
    return increments[next++ & TABLE_SIZE - 1];
  }

  private void hold() {
    simulation.at(simulation.nowNanos() + increment(), hold, this);
  }

  /** Runs until at least so many events are done; a few more do not matter among so many. */
  @Benchmark
  @OperationsPerInvocation(HOLDS)
  public long holds() {
    long until = simulation.eventsExecuted() + HOLDS;
    while (simulation.eventsExecuted() < until) {
      long left = until - simulation.eventsExecuted();
      simulation.runUntil(simulation.nowNanos() + Math.max(1, left * stepNanos));
    }
    return simulation.nowNanos();
  }
}
