package io.vrrplab.benchmark;

import io.vrrplab.scenario.ScenarioLibrary;
import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import java.nio.charset.StandardCharsets;
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

/** Measures reading a scenario file: YAML, schema, records, cross-references. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScenarioBenchmark {

  @Param({"lxd-cluster", "200 nodes"})
  String file = "";

  private byte[] content = {};

  @Setup
  public void load() {
    content =
        file.equals("200 nodes")
            ? Story.PLAIN.withNodes(200).text("").getBytes(StandardCharsets.UTF_8)
            : ScenarioLibrary.find(file).orElseThrow().content();
  }

  @Benchmark
  public ReadResult read() {
    return new ScenarioReader().read(file, content);
  }
}
