package io.vrrplab.scenario.judge;

import io.vrrplab.measure.TrafficReport;
import io.vrrplab.scenario.spec.Bound;
import io.vrrplab.scenario.spec.Expectation.Loss;
import java.util.ArrayList;
import java.util.List;

/** Judges what hosts lost, over all their flows. */
final class LossJudge {

  private final Observations seen;

  LossJudge(Observations seen) {
    this.seen = seen;
  }

  /** A flow that never sent a packet lost none either; that proves nothing, so it does not hold. */
  Comparison judge(Loss expected) {
    List<TrafficReport> flows =
        seen.traffic().stream()
            .filter(flow -> expected.from() == null || expected.from().equals(flow.from()))
            .toList();
    if (sent(flows) == 0) {
      return new Comparison(false, "no packet was sent");
    }
    List<Comparison> parts = new ArrayList<>();
    if (expected.atLeast() != null) {
      parts.add(atLeast(flows, expected.atLeast()));
    }
    if (expected.atMost() != null) {
      parts.add(atMost(flows, expected.atMost()));
    }
    return Comparison.all(parts);
  }

  private Comparison atLeast(List<TrafficReport> flows, Bound bound) {
    return switch (bound) {
      case Bound.Packets(long count) ->
          Comparison.atLeast((double) lost(flows), packets(flows), (double) count, bound.text());
      case Bound.Percent(double value) ->
          Comparison.atLeast(percent(flows), shownPercent(flows), value, bound.text());
      case Bound.Span(long nanos) -> Comparison.durationAtLeast(longestOutage(flows), nanos);
    };
  }

  private Comparison atMost(List<TrafficReport> flows, Bound bound) {
    return switch (bound) {
      case Bound.Packets(long count) ->
          Comparison.atMost((double) lost(flows), packets(flows), (double) count, bound.text());
      case Bound.Percent(double value) ->
          Comparison.atMost(percent(flows), shownPercent(flows), value, bound.text());
      case Bound.Span(long nanos) -> Comparison.durationAtMost(longestOutage(flows), nanos);
    };
  }

  private static long sent(List<TrafficReport> flows) {
    return flows.stream().mapToLong(TrafficReport::sent).sum();
  }

  private static long lost(List<TrafficReport> flows) {
    return flows.stream().mapToLong(TrafficReport::lost).sum();
  }

  private static String packets(List<TrafficReport> flows) {
    return new Bound.Packets(lost(flows)).text();
  }

  private static double percent(List<TrafficReport> flows) {
    return 100.0 * lost(flows) / sent(flows);
  }

  private static String shownPercent(List<TrafficReport> flows) {
    return new Bound.Percent(Math.round(percent(flows) * 1000) / 1000.0).text();
  }

  /** An outage that nothing ended lasts to the end of the run. */
  private long longestOutage(List<TrafficReport> flows) {
    return flows.stream()
        .flatMap(flow -> flow.outages().stream())
        .mapToLong(outage ->
            (outage.toNanos() == null ? seen.durationNanos() : outage.toNanos())
                - outage.fromNanos())
        .max()
        .orElse(0);
  }
}
