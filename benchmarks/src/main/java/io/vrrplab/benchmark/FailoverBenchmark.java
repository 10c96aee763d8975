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
 * Measures whole failovers a second through the scenario engine, as a campaign runs them: world
 * built, learning switch, real octets and checksums, meters on, world thrown away. {@code what}
 * names the one thing that differs from {@link Story#PLAIN}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FailoverBenchmark {

  @Param({
    "ping 10ms",
    "ping 1s",
    "rfc5798 v3",
    "rfc9568 v3",
    "keepalived v2",
    "keepalived v3",
    "frr v3",
    "interval 100ms",
    "interval 10ms",
    "nodes 3",
    "nodes 10",
    "nodes 50",
    "routers 10",
    "routers 100"
  })
  String what = "";

  private Scenario scenario = Story.PLAIN.scenario();
  private long seed;

  /** The story that a value of {@code what} stands for. */
  static Story story(String what) {
    String[] words = what.split(" ", 2);
    Story plain = Story.PLAIN;
    return switch (words[0]) {
      case "ping" -> plain.withPingEvery(words[1]);
      case "interval" -> plain.withProfile("rfc9568", 3).withInterval(words[1]);
      case "nodes" -> plain.withNodes(Integer.parseInt(words[1]));
      case "routers" -> plain.withVirtualRouters(Integer.parseInt(words[1]));
      default -> plain.withProfile(words[0], Integer.parseInt(words[1].substring(1)));
    };
  }

  @Setup
  public void read() {
    scenario = story(what).scenario();
  }

  @Benchmark
  public ScenarioRunner.Figures failover() {
    return ScenarioRunner.measure(scenario.withSeed(++seed));
  }
}
