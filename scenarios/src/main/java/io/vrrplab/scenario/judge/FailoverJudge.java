package io.vrrplab.scenario.judge;

import io.vrrplab.measure.FailoverReport;
import io.vrrplab.scenario.spec.Durations;
import io.vrrplab.scenario.spec.Expectation.Failover;
import io.vrrplab.scenario.spec.Expectation.Within;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges failovers: there has to be one of the kind, and each of the kind has to be soon enough.
 */
final class FailoverJudge {

  private final List<FailoverReport> failovers;

  FailoverJudge(List<FailoverReport> failovers) {
    this.failovers = failovers;
  }

  Comparison judge(Failover expected) {
    List<FailoverReport> matching =
        failovers.stream().filter(report -> matches(expected, report)).toList();
    if (matching.isEmpty()) {
      return new Comparison(false, "no such failover; seen: " + told(failovers));
    }
    Within within = expected.within();
    if (within == null) {
      return new Comparison(true, told(matching));
    }
    return Comparison.all(matching.stream().map(report -> soonEnough(report, within)).toList());
  }

  private static boolean matches(Failover expected, FailoverReport report) {
    return ExpectationJudge.isMeant(expected.virtualRouter(), report.virtualRouter())
        && isAny(expected.from(), report.from())
        && isAny(expected.to(), report.to())
        && isAny(expected.cause(), report.cause());
  }

  private static boolean isAny(@Nullable String expected, String seen) {
    return expected == null || expected.equals(seen);
  }

  private static Comparison soonEnough(FailoverReport report, Within within) {
    return switch (within) {
      case Within.Rfc() -> withinRfc(report);
      case Within.Span(long limit) -> withinSpan(report, limit);
    };
  }

  /** The meter knows the tolerance that links and clocks need; its word counts. */
  private static Comparison withinRfc(FailoverReport report) {
    Long nanos = report.masterDownNanos();
    if (nanos == null) {
      return new Comparison(report.withinRfc(), "no advert was heard before");
    }
    Comparison measured = Comparison.durationAtMost(nanos, report.rfcMasterDownNanos());
    return measured.held() == report.withinRfc()
        ? measured
        : new Comparison(
            report.withinRfc(),
            Durations.exact(nanos)
                + (report.withinRfc() ? " is within " : " is outside ")
                + Durations.exact(report.rfcMasterDownNanos()));
  }

  private static Comparison withinSpan(FailoverReport report, long limit) {
    Long detection = report.detectionNanos();
    Long nanos = detection != null ? detection : report.masterDownNanos();
    return nanos == null
        ? new Comparison(false, "neither a fault nor an advert to count from")
        : Comparison.durationAtMost(nanos, limit);
  }

  /** Failovers in words, as {@code m1 → m3 at 12.828 s by crash}. */
  static String told(List<FailoverReport> failovers) {
    return failovers.isEmpty()
        ? "none"
        : failovers.stream()
            .map(report ->
                "%s → %s at %s by %s"
                    .formatted(
                        report.from(),
                        report.to(),
                        Durations.text(report.newMasterNanos()),
                        report.cause()))
            .collect(Collectors.joining(", "));
  }
}
