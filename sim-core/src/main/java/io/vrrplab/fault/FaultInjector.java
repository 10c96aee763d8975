package io.vrrplab.fault;

import io.vrrplab.lan.Cable;
import io.vrrplab.lan.FaultNotice;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.Lane;
import io.vrrplab.lan.LossCause;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.NetworkInterface;
import io.vrrplab.lan.Segment;
import io.vrrplab.lan.VrrpDaemon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Does faults to a lab. */
public final class FaultInjector {

  private final Lab lab;

  /** The number of the partition or impairment in force, which a later one of the same replaces. */
  private final SequencedMap<Segment, Integer> partitions = new LinkedHashMap<>();

  private final SequencedMap<Lane, Integer> impairments = new LinkedHashMap<>();
  private int strikes;

  /** An injector for a lab that is built. */
  public FaultInjector(Lab lab) {
    this.lab = lab;
  }

  /**
   * Has a fault strike at a time.
   *
   * @param atNanos when, not before now
   * @throws IllegalArgumentException if it names a machine, link or daemon that is not there
   */
  public void schedule(long atNanos, Fault fault) {
    check(fault);
    lab.simulation().at(atNanos, this::strike, fault);
  }

  private void check(Fault fault) {
    fault.machines().forEach(lab::machine);
    switch (fault) {
      case Fault.Stop(String node) -> daemon(node);
      case Fault.Kill(String node) -> daemon(node);
      case Fault.Restart(String node) -> daemon(node);
      case Fault.LinkDown(String machine, String segment) -> cables(machine, segment);
      case Fault.LinkUp(String machine, String segment) -> cables(machine, segment);
      case Fault.Impair impair -> cables(impair.machine(), impair.segment());
      case Fault.Crash _, Fault.Start _, Fault.Partition _, Fault.Heal _, Fault.DropAdverts _ -> {
        // no more than machines is named
      }
    }
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
    if (segment != null && cables.isEmpty()) {
      throw new IllegalArgumentException(
          machine + " has no link to " + lab.segment(segment).name());
    }
    return cables;
  }

  private void partition(Fault.Partition partition) {
    List<Segment> split = segmentsOf(partition.groups());
    Integer number = ++strikes;
    for (Segment segment : split) {
      segment.partition(partition.groups());
      partitions.put(segment, number);
    }
    after(
        partition.forNanos(),
        () -> {
          List<Segment> ending = split.stream().filter(s -> partitions.remove(s, number)).toList();
          if (!ending.isEmpty()) {
            announceEnd(List.of(), "is whole again");
            ending.forEach(Segment::heal);
          }
        });
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

  private void heal() {
    partitions.clear();
    impairments.clear();
    lab.segments().forEach(Segment::heal);
    for (Machine machine : lab.machines()) {
      for (Cable cable : cables(machine.name(), null)) {
        cable.uplink().clear();
        cable.downlink().clear();
        cable.plug(true);
      }
    }
  }

  private void after(@Nullable Long nanos, Runnable end) {
    if (nanos != null) {
      lab.simulation().at(lab.simulation().nowNanos() + nanos, end);
    }
  }

  private void announceEnd(List<String> machines, String text) {
    lab.announceFault(new FaultNotice("end", text, machines));
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
    after(
        drop.forNanos(),
        () -> {
          if (lanes.stream().filter(lane -> lane.removeFilter(filter)).count() > 0) {
            announceEnd(List.of(), "lets adverts pass again");
          }
        });
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
    Integer number = ++strikes;
    for (Lane lane : lanes) {
      lane.impair(impair.loss());
      impairments.put(lane, number);
    }
    after(
        impair.forNanos(),
        () -> {
          List<Lane> ending = lanes.stream().filter(l -> impairments.remove(l, number)).toList();
          if (!ending.isEmpty()) {
            announceEnd(List.of(impair.machine()), "has its link recover");
            ending.forEach(lane -> lane.impair(0));
          }
        });
  }
}
