package io.vrrplab.benchmark;

import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.ScenarioRunner;
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
 * Measures how the cost of a {@link Drill} grows, in microseconds a run, while one thing doubles
 * and everything else stays. {@link ResultTable} makes a table of doublings from it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class DoublingBenchmark {

  /** What doubles. */
  public enum Growing {
    /** On two nodes, with a client at 1 s: every advert is sent and heard once for each. */
    VIRTUAL_ROUTERS(4),
    /** To two nodes, in the 12 s in which there is a virtual router; most are answered. */
    CLIENT_PACKETS(100),
    /** Nodes besides the Master, which hear its adverts of ten virtual routers; a client at 1 s. */
    RECEIVERS(4);

    /** The first Master stands up after 3 s and a little, and the client begins with it. */
    private static final long PINGING_NANOS = 12_000_000_000L;

    private static final long NANOS_PER_MICRO = 1000;

    private final int first;

    Growing(int first) {
      this.first = first;
    }

    /** How many there are, {@code times} as many as at first. */
    int count(int times) {
      return first * times;
    }

    Drill drill(int times) {
      int count = count(times);
      return switch (this) {
        case VIRTUAL_ROUTERS -> new Drill("rfc3768", 2, "1s", 2, count, "1s");
        case CLIENT_PACKETS ->
            new Drill("rfc3768", 2, "1s", 2, 1, PINGING_NANOS / count / NANOS_PER_MICRO + "us");
        case RECEIVERS -> new Drill("rfc3768", 2, "1s", count + 1, 10, "1s");
      };
    }
  }

  @Param Growing growing = Growing.VIRTUAL_ROUTERS;

  @Param({"1", "2", "4", "8", "16", "32"})
  int times;

  private Scenario scenario = Drill.BASE.scenario();

  @Setup
  public void read() {
    scenario = growing.drill(times).scenario();
  }

  @Benchmark
  public ScenarioRunner.Figures run() {
    return ScenarioRunner.measure(scenario);
  }
}
