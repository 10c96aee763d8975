package io.vrrplab.fault;

import io.vrrplab.lan.Cable;
import io.vrrplab.lan.FaultNotice;
import io.vrrplab.lan.FrameFilter;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.Lane;
import io.vrrplab.lan.LossCause;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.NetworkInterface;
import io.vrrplab.lan.Segment;
import io.vrrplab.lan.VrrpDaemon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does faults to a lab. */
public final class FaultInjector {

  private final Lab lab;

  /** An injector for a lab that is built. */
  public FaultInjector(Lab lab) {
    this.lab = lab;
  }

  /**
   * Has a fault strike at a time.
   *
   * @param atNanos when, not before now
   * @throws IllegalArgumentException if it names a machine or segment that is not there
   */
  public void schedule(long atNanos, Fault fault) {
    fault.machines().forEach(lab::machine);
    lab.simulation().at(atNanos, this::strike, fault);
  }

  private void strike(Fault fault) {
    lab.announceFault(new FaultNotice(fault.verb(), FaultText.of(fault), fault.machines()));
    switch (fault) {
      case Fault.Stop(String node) -> daemon(node).stop();
      case Fault.Kill(String node) -> daemon(node).die();
      case Fault.Crash(String machine) -> lab.machine(machine).powerOff();
      case Fault.Start(String machine) -> start(lab.machine(machine));
      case Fault.Restart(String node) -> {
        daemon(node).stop();
        daemon(node).start();
      }
      case Fault.LinkDown(String machine, String segment) ->
          cables(machine, segment).forEach(cable -> cable.plug(false));
      case Fault.LinkUp(String machine, String segment) ->
          cables(machine, segment).forEach(cable -> cable.plug(true));
      case Fault.Partition partition -> partition(partition);
      case Fault.Heal _ -> heal();
      case Fault.DropAdverts drop -> dropAdverts(drop);
      case Fault.Impair impair -> impair(impair);
    }
  }

  private VrrpDaemon daemon(String node) {
    VrrpDaemon daemon = lab.machine(node).daemon();
    if (daemon == null) {
      throw new IllegalArgumentException(node + " runs no VRRP");
    }
    return daemon;
  }

  private static void start(Machine machine) {
    machine.powerOn();
    VrrpDaemon daemon = machine.daemon();
    if (daemon != null) {
      daemon.start();
    }
  }

  private List<Cable> cables(String machine, @Nullable String segment) {
    List<Cable> cables = new ArrayList<>();
    for (NetworkInterface each : lab.machine(machine).interfaces()) {
      if (segment == null || each.segment().name().equals(segment)) {
        cables.add(each.port().cable());
      }
    }
    return cables;
  }

  /**
   * A partition splits the segments on which it separates somebody: those of the machines named.
   */
  private List<Segment> segmentsOf(List<List<String>> groups) {
    return lab.segments().stream()
        .filter(segment ->
            segment.machines().stream()
                .anyMatch(m -> groups.stream().anyMatch(group -> group.contains(m.name()))))
        .toList();
  }

  private void partition(Fault.Partition partition) {
    List<Runnable> ends = new ArrayList<>();
    for (Segment segment : segmentsOf(partition.groups())) {
      int number = segment.partition(partition.groups());
      ends.add(() -> segment.heal(number));
    }
    after(partition.forNanos(), List.of(), "is whole again", () -> ends.forEach(Runnable::run));
  }

  private void heal() {
    lab.segments().forEach(Segment::heal);
    for (Machine machine : lab.machines()) {
      for (Cable cable : cables(machine.name(), null)) {
        cable.uplink().clear();
        cable.downlink().clear();
        cable.plug(true);
      }
    }
  }

  private void after(@Nullable Long nanos, List<String> machines, String text, Runnable end) {
    if (nanos != null) {
      lab.simulation()
          .at(
              lab.simulation().nowNanos() + nanos,
              () -> {
                lab.announceFault(new FaultNotice("end", text, machines));
                end.run();
              });
    }
  }

  private void dropAdverts(Fault.DropAdverts drop) {
    List<Lane> lanes = new ArrayList<>();
    String to = drop.to();
    if (to != null) {
      cables(to, null).forEach(cable -> lanes.add(cable.downlink()));
    } else {
      cables(drop.machines().getFirst(), null).forEach(cable -> lanes.add(cable.uplink()));
    }
    Integer count = drop.count();
    AdvertFilter filter = new AdvertFilter(drop.from(), count == null ? Integer.MAX_VALUE : count);
    lanes.forEach(lane -> lane.addFilter(filter, LossCause.DROPPED_ADVERT));
    after(drop.forNanos(), List.of(), "lets adverts pass again", () -> removeFrom(lanes, filter));
  }

  private static void removeFrom(List<Lane> lanes, FrameFilter filter) {
    lanes.forEach(lane -> lane.removeFilter(filter));
  }

  private void impair(Fault.Impair impair) {
    List<Lane> lanes = new ArrayList<>();
    for (Cable cable : cables(impair.machine(), impair.segment())) {
      switch (impair.direction()) {
        case IN -> lanes.add(cable.downlink());
        case OUT -> lanes.add(cable.uplink());
        case BOTH -> {
          lanes.add(cable.downlink());
          lanes.add(cable.uplink());
        }
      }
    }
    List<Runnable> ends = new ArrayList<>();
    for (Lane lane : lanes) {
      int number = lane.impair(impair.loss());
      ends.add(() -> lane.recover(number));
    }
    after(
        impair.forNanos(),
        List.of(impair.machine()),
        "has its link recover",
        () -> ends.forEach(Runnable::run));
  }
}
