package io.vrrplab.measure;

import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.vrrp.VrrpState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the mastership of one virtual router passed from node to node. */
final class Succession {

  private final VirtualRouterId id;
  private final List<Seat> masters = new ArrayList<>();
  private final List<Contention> contentions = new ArrayList<>();
  private @Nullable Seat holder;

  Succession(VirtualRouterId id) {
    this.id = id;
  }

  void stoodUp(Seat seat, VrrpState before, long nowNanos, FaultLog faults) {
    Contention contention = current(seat, nowNanos);
    Seat from = contention.from();
    Seat.Heard last = from == null ? null : seat.lastOf(from);
    boolean release = last != null && last.isRelease();
    RfcBound bound = RfcBound.of(seat.router.config(), before, release);
    FaultLog.Cause cause = cause(seat, from, last, bound, nowNanos, faults);
    Long lastNanos = last == null ? null : (Long) last.atNanos;
    contention.add(new Takeover(seat, nowNanos, cause, lastNanos, release, bound));
    if (masters.isEmpty()) {
      holder = seat;
    }
    masters.add(seat);
  }

  /** The contention that a node joins by standing up now: the open one, or a new one. */
  private Contention current(Seat seat, long nowNanos) {
    if (!contentions.isEmpty() && contentions.getLast().isJoinedBy(seat)) {
      return contentions.getLast();
    }
    Contention begun = new Contention(holder, nowNanos);
    contentions.add(begun);
    return begun;
  }

  private FaultLog.Cause cause(
      Seat seat,
      @Nullable Seat from,
      Seat.@Nullable Heard last,
      RfcBound bound,
      long nowNanos,
      FaultLog faults) {
    if (from == null) {
      return new FaultLog.Cause("start", null);
    }
    boolean audible = last == null || nowNanos - last.atNanos < bound.nanos() && !last.isRelease();
    int rival = last == null ? from.router.config().priority() : last.priority;
    boolean better = rival < seat.router.config().priority();
    return masters.contains(from) && audible && better
        ? faults.preemption(from.node(), seat.node())
        : faults.failure(
            from.node(), seat.node(), notBefore(last, bound), last != null && last.isRelease());
  }

  /**
   * The time before which a fault cannot be the cause: an interval before the last advert, which
   * may have been on its way for long.
   */
  private static long notBefore(Seat.@Nullable Heard last, RfcBound bound) {
    return last == null ? 0 : last.atNanos - bound.nanos();
  }

  void stoodDown(Seat seat, long nowNanos) {
    masters.remove(seat);
    for (Contention contention : contentions) {
      contention.ended(seat, nowNanos);
    }
    if (masters.size() == 1) {
      holder = masters.getFirst();
    }
  }

  List<FailoverReport> report(List<TrafficReport> traffic) {
    List<FailoverReport> reports = new ArrayList<>();
    for (Contention contention : contentions) {
      Seat from = contention.from();
      if (from != null) {
        reports.add(report(from, contention, traffic));
      }
    }
    return reports;
  }

  private FailoverReport report(Seat from, Contention contention, List<TrafficReport> traffic) {
    Takeover winner = contention.winner();
    Long faultNanos = winner.cause().atNanos();
    Long lastNanos = winner.lastHeardNanos();
    Long downNanos = winner.masterDownNanos();
    return new FailoverReport(
        id,
        winner.cause().verb(),
        from.node(),
        winner.seat().node(),
        contention.others(winner),
        faultNanos,
        lastNanos,
        winner.atNanos(),
        downNanos,
        winner.release(),
        winner.bound().clause(),
        winner.bound().nanos(),
        downNanos == null || downNanos <= winner.bound().nanos(),
        faultNanos == null ? null : (Long) (winner.atNanos() - faultNanos),
        outage(contention, winner, traffic));
  }

  /** A Master that is preempted serves its clients until then: what they lost before is not it. */
  private static @Nullable Long outage(
      Contention contention, Takeover winner, List<TrafficReport> traffic) {
    VirtualRouter router = winner.seat().router;
    if (winner.cause().isPreemption()) {
      return Outages.of(router, winner.atNanos(), contention.settledNanos(), traffic);
    }
    Long fault = winner.cause().atNanos();
    Long last = winner.lastHeardNanos();
    long began = fault != null ? fault : last != null ? last : winner.atNanos();
    return Outages.of(router, began, winner.atNanos(), traffic);
  }
}
