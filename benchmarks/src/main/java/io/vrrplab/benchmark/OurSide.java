package io.vrrplab.benchmark;

import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.ScenarioRunner;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Our side of a comparison: takes the arguments of the programs of peers, {@code hold PENDING
 * SECONDS} or {@code failover NODES ROUTERS PING_MILLIS SECONDS}, measures for so many seconds
 * after as many of warming up, and prints holds or whole runs a second.
 */
public final class OurSide {

  private static final double NANOS_PER_SECOND = 1e9;

  private OurSide() {}

  /** Prints one figure. */
  public static void main(String[] arguments) {
    LongSupplier work =
        switch (arguments.length == 0 ? "" : arguments[0]) {
          case "hold" -> hold(Integer.parseInt(arguments[1]));
          case "failover" ->
              failovers(
                  story(
                      Integer.parseInt(arguments[1]),
                      Integer.parseInt(arguments[2]),
                      Integer.parseInt(arguments[3])));
          default ->
              throw new IllegalArgumentException(
                  "usage: hold PENDING SECONDS | failover NODES ROUTERS PING_MILLIS SECONDS");
        };
    double seconds = Double.parseDouble(arguments[arguments.length - 1]);
    rate(work, seconds);
    System.out.printf(Locale.ROOT, "%.4f%n", rate(work, seconds));
  }

  static Story story(int nodes, int virtualRouters, int pingMillis) {
    return Story.PLAIN
        .withNodes(nodes)
        .withVirtualRouters(virtualRouters)
        .withPingEvery(pingMillis + "ms");
  }

  private static LongSupplier hold(int pending) {
    HoldBenchmark benchmark = new HoldBenchmark();
    benchmark.pending = pending;
    benchmark.fill();
    return () -> {
      benchmark.holds();
      return HoldBenchmark.HOLDS;
    };
  }

  private static LongSupplier failovers(Story story) {
    Scenario scenario = story.scenario();
    return () -> {
      if (ScenarioRunner.measure(scenario).failovers().size() != story.virtualRouters()) {
        throw new IllegalStateException("not one failover for each virtual router");
      }
      return 1;
    };
  }

  /** How much work is done a second; the work says how much a call did. */
  private static double rate(LongSupplier work, double seconds) {
    long begin = System.nanoTime();
    long done = 0;
    double passed;
    do {
      done += work.getAsLong();
      passed = (System.nanoTime() - begin) / NANOS_PER_SECOND;
    } while (passed < seconds);
    return done / passed;
  }
}
