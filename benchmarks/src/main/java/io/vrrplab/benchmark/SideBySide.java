package io.vrrplab.benchmark;

import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.ScenarioRunner;
import java.util.Locale;

/**
 * Our side of {@code benchmarks/peers/compare}: one figure, measured in a process of its own like
 * those of the peers, printed as a bare number. It warms up first, because a campaign is warm for
 * nearly all of its time; on one core the compiler takes its share of that, too.
 *
 * <pre>
 * failover SECONDS EVERY_MS                 whole failovers a second
 * segment SECONDS NODES ROUTERS EVERY_MS    simulated seconds a second
 * hold SECONDS PENDING                      operations a second
 * </pre>
 */
public final class SideBySide {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double WARM_UP_SECONDS = 8;

  private SideBySide() {}

  /** One unit of work, counted. */
  private interface Work {
    long once();
  }

  /** Prints the figure that the arguments ask for. */
  public static void main(String[] arguments) {
    Work work =
        switch (arguments.length == 0 ? "" : arguments[0]) {
          case "failover" -> failover(arguments[2] + "ms");
          case "segment" -> segment(arguments);
          case "hold" -> hold(Integer.parseInt(arguments[2]));
          default -> throw new IllegalArgumentException("see the documentation of SideBySide");
        };
    double seconds = Double.parseDouble(arguments[1]);
    perSecond(work, WARM_UP_SECONDS);
    System.out.printf(Locale.ROOT, "%.2f%n", perSecond(work, seconds));
  }

  private static double perSecond(Work work, double seconds) {
    long start = System.nanoTime();
    long done = 0;
    double spent;
    do {
      done += work.once();
      spent = (System.nanoTime() - start) / NANOS_PER_SECOND;
    } while (spent < seconds);
    return done / spent;
  }

  private static Work failover(String pingEvery) {
    Scenario scenario = Story.PLAIN.withPingEvery(pingEvery).scenario();
    long[] seed = {0};
    return () -> {
      if (ScenarioRunner.measure(scenario.withSeed(++seed[0])).failovers().isEmpty()) {
        throw new IllegalStateException("that was no failover");
      }
      return 1;
    };
  }

  private static Work segment(String[] arguments) {
    SegmentBenchmark segment = new SegmentBenchmark();
    segment.elect(
        Integer.parseInt(arguments[2]),
        Integer.parseInt(arguments[3]),
        Long.parseLong(arguments[4]) * 1_000_000);
    return () -> {
      segment.simulatedSecond();
      return 1;
    };
  }

  private static Work hold(int pending) {
    HoldBenchmark hold = new HoldBenchmark();
    hold.pending = pending;
    hold.fill();
    return () -> {
      hold.holds();
      return HoldBenchmark.HOLDS;
    };
  }
}
