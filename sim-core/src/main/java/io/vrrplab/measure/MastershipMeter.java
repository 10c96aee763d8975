package io.vrrplab.measure;

import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LabListener;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.vrrp.VrrpState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Keeps the terms of office of every virtual router. */
public final class MastershipMeter implements LabListener {

  private final Lab lab;
  private final SequencedMap<VirtualRouterId, Office> offices = new LinkedHashMap<>();

  /** The mastership of one virtual router, and how it has been held. */
  private static final class Office {
    final VirtualRouter first;
    final List<OpenTerm> terms = new ArrayList<>();
    int masters;
    boolean everHeld;
    long sinceNanos;
    long dualNanos;
    long nobodyNanos;

    Office(VirtualRouter first) {
      this.first = first;
    }

    void changeTo(int newMasters, long nowNanos) {
      if (masters > 1) {
        dualNanos += nowNanos - sinceNanos;
      } else if (masters == 0 && everHeld) {
        nobodyNanos += nowNanos - sinceNanos;
      }
      masters = newMasters;
      everHeld |= newMasters > 0;
      sinceNanos = nowNanos;
    }
  }

  private static final class OpenTerm {
    final VirtualRouter router;
    final long fromNanos;
    long toNanos = Long.MAX_VALUE;

    OpenTerm(VirtualRouter router, long fromNanos) {
      this.router = router;
      this.fromNanos = fromNanos;
    }

    MastershipReport.Term report() {
      Long to = toNanos == Long.MAX_VALUE ? null : (Long) toNanos;
      return new MastershipReport.Term(router.machine().name(), fromNanos, to);
    }
  }

  /** Watches a lab; its nodes must have been added. */
  public MastershipMeter(Lab lab) {
    this.lab = lab;
    for (Machine machine : lab.machines()) {
      for (VirtualRouter router : machine.virtualRouters()) {
        offices.computeIfAbsent(VirtualRouterId.of(router), id -> new Office(router));
      }
    }
    lab.listen(this);
  }

  @Override
  public void stateChanged(VirtualRouter router, VrrpState before, VrrpState after, String why) {
    Office office = offices.get(VirtualRouterId.of(router));
    if (office == null) {
      return;
    }
    long now = lab.simulation().nowNanos();
    if (after instanceof VrrpState.Master) {
      office.terms.add(new OpenTerm(router, now));
      office.changeTo(office.masters + 1, now);
    } else if (before instanceof VrrpState.Master) {
      office.terms.reversed().stream()
          .filter(term -> term.router == router)
          .findFirst()
          .ifPresent(term -> term.toNanos = now);
      office.changeTo(office.masters - 1, now);
    }
  }

  /** What was seen until now, a report a virtual router. */
  public List<MastershipReport> report() {
    List<MastershipReport> reports = new ArrayList<>();
    offices.forEach((id, office) -> {
      office.changeTo(office.masters, lab.simulation().nowNanos());
      reports.add(
          new MastershipReport(
              id,
              office.first.config().version(),
              office.first.config().addresses().stream().map(Object::toString).toList(),
              office.terms.stream().map(OpenTerm::report).toList(),
              office.dualNanos,
              office.nobodyNanos));
    });
    return reports;
  }
}
