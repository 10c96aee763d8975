package io.vrrplab.scenario.judge;

import io.vrrplab.measure.FailoverReport;
import io.vrrplab.measure.MastershipReport;
import io.vrrplab.measure.TrafficReport;
import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.RunResult.Judgement;
import io.vrrplab.scenario.judge.Observations.StateChange;
import io.vrrplab.scenario.spec.Expectation;
import io.vrrplab.scenario.spec.Expectation.Adverts;
import io.vrrplab.scenario.spec.Expectation.DualMaster;
import io.vrrplab.scenario.spec.Expectation.Failover;
import io.vrrplab.scenario.spec.Expectation.Loss;
import io.vrrplab.scenario.spec.Expectation.MasterAt;
import io.vrrplab.scenario.spec.Expectation.NoFailover;
import io.vrrplab.scenario.spec.Expectation.NoMaster;
import io.vrrplab.scenario.spec.Expectation.Served;
import io.vrrplab.scenario.spec.Expectation.State;
import io.vrrplab.scenario.spec.Expectation.StateAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Judges expectations; see each kind of {@link Expectation} for what it asks. */
public final class ExpectationJudge {

  private final Observations seen;

  private ExpectationJudge(Observations seen) {
    this.seen = seen;
  }

  /** Gives a judgement for each expectation, in their order. */
  public static List<Judgement> judge(List<Expectation> expectations, Observations seen) {
    ExpectationJudge judge = new ExpectationJudge(seen);
    return expectations.stream().map(judge::judge).toList();
  }

  private Judgement judge(Expectation expectation) {
    Comparison verdict =
        switch (expectation) {
          case MasterAt master -> masterAt(master);
          case Failover failover -> new FailoverJudge(seen.failovers()).judge(failover);
          case NoFailover none -> noFailover(none);
          case Loss loss -> new LossJudge(seen).judge(loss);
          case DualMaster dual ->
              time(
                  dual.virtualRouter(),
                  MastershipReport::dualMasterNanos,
                  dual.atLeastNanos(),
                  dual.atMostNanos());
          case NoMaster none ->
              time(
                  none.virtualRouter(),
                  MastershipReport::noMasterNanos,
                  none.atLeastNanos(),
                  none.atMostNanos());
          case StateAt state -> stateAt(state);
          case Adverts adverts -> adverts(adverts);
          case Served served -> served(served);
        };
    return new Judgement(expectation.text(), verdict.held(), verdict.text());
  }

  private Comparison masterAt(MasterAt expected) {
    List<String> masters =
        seen.masterships().stream()
            .filter(report -> report.id().equals(expected.virtualRouter()))
            .flatMap(report -> report.masters().stream())
            .filter(term -> term.covers(expected.atNanos()))
            .map(MastershipReport.Term::node)
            .distinct()
            .toList();
    boolean held = masters.equals(List.of(expected.node()));
    return new Comparison(held, masters.isEmpty() ? "no master" : String.join(" and ", masters));
  }

  private Comparison noFailover(NoFailover expected) {
    List<FailoverReport> struck =
        seen.failovers().stream()
            .filter(report -> isMeant(expected.virtualRouter(), report.virtualRouter()))
            .filter(report -> report.newMasterNanos() >= expected.fromNanos())
            .filter(report -> report.newMasterNanos() <= expected.toNanos())
            .toList();
    return new Comparison(struck.isEmpty(), FailoverJudge.told(struck));
  }

  private Comparison time(
      @Nullable VirtualRouterId id,
      ToLongFunction<MastershipReport> nanos,
      @Nullable Long atLeast,
      @Nullable Long atMost) {
    List<Long> times =
        seen.masterships().stream()
            .filter(report -> isMeant(id, report.id()))
            .map(nanos::applyAsLong)
            .sorted()
            .toList();
    return times.isEmpty()
        ? new Comparison(false, "no virtual router")
        : Comparison.between(atLeast, atMost, times.getFirst(), times.getLast());
  }

  private Comparison stateAt(StateAt expected) {
    State state =
        seen.states().stream()
            .filter(change -> change.node().equals(expected.node()))
            .filter(change -> change.virtualRouter().equals(expected.virtualRouter()))
            .filter(change -> change.atNanos() <= expected.atNanos())
            .reduce((_, later) -> later)
            .map(StateChange::state)
            .orElse(State.INITIALIZE);
    return new Comparison(state == expected.state(), state.word());
  }

  private Comparison adverts(Adverts expected) {
    String node = expected.node();
    long sent =
        node == null
            ? seen.advertsSent().sequencedValues().stream().mapToLong(Long::longValue).sum()
            : seen.advertsSent().getOrDefault(node, 0L);
    List<Comparison> parts = new ArrayList<>();
    if (expected.exactly() != null) {
      parts.add(Comparison.exactly(sent, expected.exactly()));
    }
    parts.addAll(limits(sent, expected.atLeast(), expected.atMost()));
    return Comparison.all(parts);
  }

  private Comparison served(Served expected) {
    long packets =
        seen.traffic().stream()
            .map(TrafficReport::service)
            .filter(Objects::nonNull)
            .flatMap(service -> service.servedBy().stream())
            .filter(served -> served.node().equals(expected.by()))
            .mapToLong(TrafficReport.Served::packets)
            .sum();
    return Comparison.all(limits(packets, expected.atLeast(), expected.atMost()));
  }

  private static List<Comparison> limits(
      long count, @Nullable Long atLeast, @Nullable Long atMost) {
    List<Comparison> parts = new ArrayList<>();
    if (atLeast != null) {
      parts.add(Comparison.countAtLeast(count, atLeast));
    }
    if (atMost != null) {
      parts.add(Comparison.countAtMost(count, atMost));
    }
    return parts;
  }

  /** Whether an expectation about one virtual router, or about all, is about this one. */
  static boolean isMeant(@Nullable VirtualRouterId expected, VirtualRouterId seen) {
    return expected == null || expected.equals(seen);
  }
}
