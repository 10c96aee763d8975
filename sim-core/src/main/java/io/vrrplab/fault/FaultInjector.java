package io.vrrplab.fault;

import io.vrrplab.lan.Cable;
import io.vrrplab.lan.DaemonPlan;
import io.vrrplab.lan.FaultNotice;
import io.vrrplab.lan.FrameFilter;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.Lane;
import io.vrrplab.lan.LossCause;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.NetworkInterface;
import io.vrrplab.lan.Segment;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.lan.VrrpDaemon;
import io.vrrplab.track.CheckResult;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does faults to a lab. */
public final class FaultInjector {

  private static final FrameFilter NO_MULTICAST = new MulticastBlock();

  private final Lab lab;

  /** What is partitioned, impaired or filtered, and by the how manieth fault: the latest counts. */
  private final SequencedMap<Object, Integer> inForce = new LinkedHashMap<>();

  private int faults;

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
      case Fault.Pause(String node, _) -> daemon(node);
      case Fault.Freeze(String node, _) -> daemon(node);
      case Fault.Reload(String node, List<VirtualRouterConfig> changed) ->
          changed.forEach(daemon(node)::find);
      case Fault.NewConfiguration(String node, DaemonPlan plan) -> daemon(node).expect(plan);
      case Fault.SetPriority priority -> routers(priority);
      case Fault.Check(String node, CheckResult result) -> {
        if (!daemon(node).tracks(result)) {
          throw new IllegalArgumentException(node + " does not track it: " + result);
        }
      }
      case Fault.RemoveAddress(String node, _) -> daemon(node);
      case Fault.AddAddress(String node, _) -> daemon(node);
      case Fault.LinkDown(String machine, String segment) -> cables(machine, segment);
      case Fault.LinkUp(String machine, String segment) -> cables(machine, segment);
      case Fault.Impair impair -> cables(impair.machine(), impair.segment());
      case Fault.InterfaceDown(String machine, String segment) -> cables(machine, segment);
      case Fault.InterfaceUp(String machine, String segment) -> cables(machine, segment);
      case Fault.Multicast multicast -> cables(multicast);
      case Fault.Crash _,
          Fault.Start _,
          Fault.Clock _,
          Fault.Partition _,
          Fault.Heal _,
          Fault.DropAdverts _,
          Fault.Forget _ -> {
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
      case Fault.Pause(String node, long nanos) -> pause(lab.machine(node), nanos);
      case Fault.Freeze(String node, long nanos) -> freeze(node, nanos);
      case Fault.Reload(String node, List<VirtualRouterConfig> changed) ->
          daemon(node).reload(changed);
      case Fault.NewConfiguration(String node, DaemonPlan plan) -> daemon(node).reload(plan);
      case Fault.SetPriority priority ->
          routers(priority)
              .forEach(router -> daemon(priority.node()).setPriority(router, priority.priority()));
      case Fault.Check(String node, CheckResult result) -> daemon(node).show(result);
      case Fault.RemoveAddress(String node, IpAddress address) ->
          lab.machine(node).removeAddress(address);
      case Fault.AddAddress(String node, IpAddress address) ->
          lab.machine(node).addAddress(address);
      case Fault.Clock(String node, long ahead) -> lab.machine(node).clock().setAhead(ahead);
      case Fault.LinkDown(String machine, String segment) ->
          cables(machine, segment).forEach(cable -> cable.plug(false));
      case Fault.LinkUp(String machine, String segment) ->
          cables(machine, segment).forEach(cable -> cable.plug(true));
      case Fault.Partition(List<List<String>> groups, Long forNanos) -> {
        List<Segment> split = segmentsOf(groups);
        split.forEach(segment -> segment.partition(groups));
        lasts(forNanos, List.of(), "is whole again", split, Segment::heal);
      }
      case Fault.Heal _ -> heal();
      case Fault.DropAdverts drop -> dropAdverts(drop);
      case Fault.Impair impair -> impair(impair);
      case Fault.Forget(String machine) -> lab.machine(machine).forgetNeighbours();
      case Fault.InterfaceDown(String machine, String segment) ->
          cards(machine, segment).forEach(card -> card.enable(false));
      case Fault.InterfaceUp(String machine, String segment) ->
          cards(machine, segment).forEach(card -> card.enable(true));
      case Fault.Multicast multicast -> multicast(multicast);
    }
  }

  private VrrpDaemon daemon(String node) {
    VrrpDaemon daemon = lab.machine(node).daemon();
    if (daemon == null) {
      throw new IllegalArgumentException(node + " runs no VRRP");
    }
    return daemon;
  }

  private void pause(Machine machine, long nanos) {
    machine.pause();
    lasts(nanos, List.of(machine.name()), "goes on", List.of(machine), Machine::resume);
  }

  private void freeze(String node, long nanos) {
    VrrpDaemon daemon = daemon(node);
    daemon.freeze();
    lasts(nanos, List.of(node), "has its daemon go on", List.of(daemon), VrrpDaemon::thaw);
  }

  private List<VirtualRouter> routers(Fault.SetPriority fault) {
    List<VirtualRouter> routers =
        daemon(fault.node()).virtualRouters().stream()
            .filter(router -> router.config().virtualRouterId() == fault.virtualRouterId())
            .toList();
    if (routers.isEmpty()) {
      throw new IllegalArgumentException(fault.node() + " has no VRID " + fault.virtualRouterId());
    }
    return routers;
  }

  private static void start(Machine machine) {
    machine.powerOn();
    VrrpDaemon daemon = machine.daemon();
    if (daemon != null) {
      daemon.start();
    }
  }

  private List<Cable> cables(String machine, @Nullable String segment) {
    return cards(machine, segment).stream().map(card -> card.port().cable()).toList();
  }

  private List<NetworkInterface> cards(String machine, @Nullable String segment) {
    List<NetworkInterface> cards =
        lab.machine(machine).interfaces().stream()
            .filter(card -> segment == null || card.segment().name().equals(segment))
            .toList();
    if (segment != null && cards.isEmpty()) {
      throw new IllegalArgumentException(
          machine + " has no link to " + lab.segment(segment).name());
    }
    return cards;
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
    inForce.clear();
    lab.segments().forEach(Segment::heal);
    for (Machine machine : lab.machines()) {
      for (Cable cable : cables(machine.name(), null)) {
        cable.uplink().clear();
        cable.downlink().clear();
        cable.plug(true);
      }
    }
  }

  /**
   * Has something end after a time, for those on which nothing else has struck since; once none is
   * left, or all was healed, there is nothing to tell either.
   */
  private <T> void lasts(
      @Nullable Long nanos, List<String> machines, String text, List<T> struck, Consumer<T> end) {
    int mine = faults++;
    struck.forEach(each -> inForce.put(each, mine));
    if (nanos != null) {
      lab.simulation()
          .at(
              lab.simulation().nowNanos() + nanos,
              () -> {
                List<T> over = struck.stream().filter(each -> inForce.remove(each, mine)).toList();
                if (!over.isEmpty()) {
                  lab.announceFault(new FaultNotice("end", text, machines));
                  over.forEach(end);
                }
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
    String end = "lets adverts pass again";
    lasts(drop.forNanos(), List.of(), end, List.of(filter), over -> removeFrom(lanes, over));
  }

  private void multicast(Fault.Multicast change) {
    for (Cable cable : cables(change)) {
      for (Lane lane : List.of(cable.uplink(), cable.downlink())) {
        lane.removeFilter(NO_MULTICAST);
        if (change.blocked()) {
          lane.addFilter(NO_MULTICAST, LossCause.MULTICAST_BLOCKED);
        }
      }
    }
  }

  private List<Cable> cables(Fault.Multicast change) {
    String machine = change.machine();
    if (machine != null) {
      return cables(machine, change.segment());
    }
    String segment = Objects.requireNonNull(change.segment());
    return lab.segment(segment).machines().stream()
        .flatMap(each -> cables(each.name(), segment).stream())
        .toList();
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
    lanes.forEach(lane -> lane.impair(impair.loss()));
    lasts(
        impair.forNanos(),
        List.of(impair.machine()),
        "recovers: its link loses nothing more than it did at first",
        lanes,
        lane -> lane.impair(0));
  }
}
