package io.vrrplab.measure;

import io.vrrplab.lan.FaultNotice;
import io.vrrplab.lan.Hindrance;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LabListener;
import io.vrrplab.lan.LossCause;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.Segment;
import io.vrrplab.lan.Transmission;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.vrrp.MasterVersions;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what happened, a line an event. */
public final class StoryMeter implements LabListener {

  private final Lab lab;
  private final List<LogEntry> entries = new ArrayList<>();

  /** Watches a lab. */
  public StoryMeter(Lab lab) {
    this.lab = lab;
    lab.listen(this);
  }

  @Override
  public void faultStrikes(FaultNotice fault) {
    String subject = fault.machines().size() == 1 ? fault.machines().getFirst() : "network";
    write(LogEntry.Kind.FAULT, subject, fault.text());
  }

  @Override
  public void stateChanged(VirtualRouter router, VrrpState before, VrrpState after, String why) {
    String change = before.label() + " → " + after.label();
    int vrid = router.config().virtualRouterId();
    write(LogEntry.Kind.STATE, router.machine().name(), change + " (VRID " + vrid + "): " + why);
  }

  @Override
  public void hindered(VirtualRouter router, Hindrance hindrance) {
    note(router, "stays in Initialize: " + hindrance.words());
  }

  @Override
  public void decided(
      VirtualRouter router,
      VrrpState before,
      Transition transition,
      @Nullable ReceivedAdvert heard) {
    String what =
        switch (transition.decision()) {
          case RECONFIGURED -> "has priority " + router.config().priority() + " now";
          case PREEMPT_DELAY_STARTED -> "heard a lower priority, and waits before it preempts";
          case PREEMPT_DELAY_OVER -> "obeys the lower priority no more";
          default -> "";
        };
    if (!what.isEmpty()) {
      note(router, what);
    }
    if (transition.next() instanceof VrrpState.Backup after && after.versions() != null) {
      reportVersions(router, versions(before), after.versions());
    }
  }

  private static @Nullable MasterVersions versions(VrrpState state) {
    return state instanceof VrrpState.Backup backup ? backup.versions() : null;
  }

  /** RFC 9568 8.4.2: a router of mixed versions may report a Master that does not mix them. */
  private void reportVersions(
      VirtualRouter router, @Nullable MasterVersions before, MasterVersions after) {
    if (after.tellsOfOne() && !after.equals(before)) {
      note(
          router,
          "hears its Master %s in version %d only, and would understand both"
              .formatted(after.master(), after.latest()));
    }
  }

  private void note(VirtualRouter router, String what) {
    int vrid = router.config().virtualRouterId();
    write(LogEntry.Kind.NOTE, router.machine().name(), what + " (VRID " + vrid + ")");
  }

  @Override
  public void listenerForgotten(Segment segment, Machine machine, IpAddress group) {
    if (machine.virtualRouters().stream().anyMatch(each -> each.config().group().equals(group))) {
      write(
          LogEntry.Kind.NOTE,
          machine.name(),
          "the switch of %s forgets that it listens to %s, and sends it no adverts"
              .formatted(segment.name(), group));
    }
  }

  @Override
  public void lost(Transmission transmission, String towards, LossCause cause) {
    if (cause == LossCause.DROPPED_ADVERT) {
      write(
          LogEntry.Kind.NOTE,
          towards,
          "an advert of " + transmission.origin().machineName() + " is lost on the way");
    }
  }

  private void write(LogEntry.Kind kind, String subject, String text) {
    entries.add(new LogEntry(lab.simulation().nowNanos(), kind, subject, text));
  }

  /** What was written until now, in the order of time. */
  public List<LogEntry> report() {
    return List.copyOf(entries);
  }
}
