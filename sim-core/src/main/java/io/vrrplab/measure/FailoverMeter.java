package io.vrrplab.measure;

import io.vrrplab.lan.FaultNotice;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LabListener;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.vrrp.Advert;
import io.vrrplab.vrrp.VrrpState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Sees mastership pass from node to node, and measures how long each took. */
public final class FailoverMeter implements LabListener {

  private final Lab lab;
  private final SequencedMap<VirtualRouterId, Succession> successions = new LinkedHashMap<>();
  private final List<Seat> seats = new ArrayList<>();
  private final List<FaultLog.Struck> faults = new ArrayList<>();

  /** Watches a lab; its nodes must have been added. */
  public FailoverMeter(Lab lab) {
    this.lab = lab;
    for (Machine machine : lab.machines()) {
      for (VirtualRouter router : machine.virtualRouters()) {
        seats.add(
            new Seat(
                router, successions.computeIfAbsent(VirtualRouterId.of(router), Succession::new)));
      }
    }
    seats.sort(
        Comparator.comparingInt(seat -> seat.router.number())); // a seat's place is its number
    lab.listen(this);
  }

  @Override
  public void faultStrikes(FaultNotice fault) {
    faults.add(new FaultLog.Struck(lab.simulation().nowNanos(), fault));
  }

  @Override
  public void advertReceived(VirtualRouter router, Advert advert) {
    // A copy in version 2 restarts no timer, so the last advert is the one in version 3 before it.
    if (!(router.state() instanceof VrrpState.Backup backup && backup.ignores(advert))) {
      seats.get(router.number()).hears(advert, lab.simulation().nowNanos());
    }
  }

  @Override
  public void stateChanged(VirtualRouter router, VrrpState before, VrrpState after, String why) {
    long now = lab.simulation().nowNanos();
    Seat seat = seats.get(router.number());
    if (before instanceof VrrpState.Initialize) {
      seat.begins(now);
    }
    if (after instanceof VrrpState.Master) {
      seat.succession.stoodUp(seat, before, now, new FaultLog(faults));
    } else if (before instanceof VrrpState.Master) {
      seat.succession.stoodDown(seat, now);
    }
  }

  /**
   * What was seen until now, in the order of time.
   *
   * @param traffic the same run's traffic, from which each failover takes its outage
   */
  public List<FailoverReport> report(List<TrafficReport> traffic) {
    List<FailoverReport> reports = new ArrayList<>();
    successions.values().forEach(succession -> reports.addAll(succession.report(traffic)));
    reports.sort(Comparator.comparingLong(FailoverReport::newMasterNanos));
    return reports;
  }
}
