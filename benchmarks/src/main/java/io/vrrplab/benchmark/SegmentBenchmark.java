package io.vrrplab.benchmark;

import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.ScenarioRunner;
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
 * Measures a segment of many routers that share many virtual routers, in simulated seconds a second
 * of wall time; building the world and the meters' reports count in.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class SegmentBenchmark {

  @Param({"2", "10", "50", "200"})
  int nodes;

  @Param({"1", "10", "100"})
  int virtualRouters;

  @Param("10ms")
  String ping = "10ms";

  private Scenario scenario = Drill.BASE.scenario();

  @Setup
  public void read() {
    scenario = new Drill("rfc3768", 2, "1s", nodes, virtualRouters, ping).scenario();
  }

  @Benchmark
  @OperationsPerInvocation(Drill.SECONDS)
  public ScenarioRunner.Figures simulatedSeconds() {
    return ScenarioRunner.measure(scenario);
  }
}
