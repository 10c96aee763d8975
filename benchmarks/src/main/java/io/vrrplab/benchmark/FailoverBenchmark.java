package io.vrrplab.benchmark;

import io.vrrplab.measure.FailoverReport;
import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.ScenarioRunner;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * Measures whole failovers a second through the scenario engine: a {@link Drill} from building its
 * world to the meters' reports. What is varied is varied alone; {@code -p drill="nodes=50 ping=1s"}
 * takes any other crossing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class FailoverBenchmark {

  private static final double NANOS_PER_MILLI = 1e6;

  @Param({
    "base",
    "ping=1s",
    "profile=keepalived",
    "profile=frr",
    "profile=rfc5798 version=3",
    "profile=rfc9568 version=3",
    "profile=keepalived version=3",
    "profile=frr version=3",
    "profile=rfc9568 version=3 interval=100ms",
    "profile=rfc9568 version=3 interval=10ms",
    "nodes=3",
    "nodes=10",
    "nodes=50",
    "routers=10",
    "routers=100"
  })
  String drill = "base";

  private Scenario scenario = Drill.BASE.scenario();

  /** What was simulated: milliseconds of simulated time, the same in each run. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Simulated {
    /** From the last advert heard to the new Master, what the RFC bounds. */
    public double masterDownMillis;

    /** From the client's first lost ping to its first that got through. */
    public double outageMillis;

    void take(FailoverReport failover) {
      masterDownMillis = Objects.requireNonNull(failover.masterDownNanos()) / NANOS_PER_MILLI;
      outageMillis = Objects.requireNonNull(failover.outageNanos()) / NANOS_PER_MILLI;
    }
  }

  @Setup
  public void read() {
    scenario = Drill.parse(drill).scenario();
  }

  @Benchmark
  public ScenarioRunner.Figures failovers(Simulated simulated) {
    ScenarioRunner.Figures figures = ScenarioRunner.measure(scenario);
    simulated.take(figures.failovers().getFirst());
    return figures;
  }
}
