package io.vrrplab.benchmark;

import io.vrrplab.scenario.ScenarioLibrary;
import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
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

/** Measures reading a scenario file, from octets to a checked scenario, in microseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class ParseBenchmark {

  /** A bundled scenario by its name, or a {@link Drill}. */
  @Param({"lxd-cluster", "nodes=50 routers=10"})
  String scenario = "lxd-cluster";

  private byte[] content = {};

  @Setup
  public void load() {
    content =
        ScenarioLibrary.find(scenario)
            .map(ScenarioLibrary.Bundled::content)
            .orElseGet(() -> Drill.parse(scenario).yaml());
  }

  @Benchmark
  public ReadResult read() {
    return new ScenarioReader().read(scenario, content);
  }
}
