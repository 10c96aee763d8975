package io.vrrplab.benchmark;

import io.vrrplab.lan.Lab;
import io.vrrplab.sim.Limits;
import io.vrrplab.sim.Simulation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures what a simulated second costs as one side of the world doubles and the others stay:
 * virtual routers on ten nodes, client packets a second, or receivers of every advert. Where the
 * cost is linear, no doubling more than doubles it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GrowthBenchmark {

  @Param({"virtual routers", "packets a second", "receivers"})
  String growing = "";

  @Param({"8", "16", "32", "64", "128"})
  int size;

  private Lab lab = new Lab(new Simulation(1, Limits.DEFAULT));

  @Setup
  public void elect() {
    long second = SegmentBenchmark.NANOS_PER_SECOND;
    lab =
        switch (growing) {
          case "virtual routers" -> SegmentBenchmark.world(10, size, second);
          case "packets a second" -> SegmentBenchmark.world(2, 1, second / size);
          case "receivers" -> SegmentBenchmark.world(size + 1, 10, second);
          default -> throw new IllegalArgumentException(growing);
        };
  }

  @Benchmark
  public long simulatedSecond() {
    lab.simulation().runUntil(lab.simulation().nowNanos() + SegmentBenchmark.NANOS_PER_SECOND);
    return lab.simulation().eventsExecuted();
  }
}
