package io.vrrplab.scenario;

import io.vrrplab.fault.Fault;
import io.vrrplab.lan.DaemonPlan;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.Machine;
import io.vrrplab.scenario.spec.DaemonFault;
import io.vrrplab.scenario.spec.FaultSpec;
import io.vrrplab.scenario.spec.NetworkFault;
import io.vrrplab.scenario.spec.Quantity;
import io.vrrplab.scenario.spec.Shown;
import io.vrrplab.scenario.spec.TrackSpec;
import io.vrrplab.scenario.spec.VrrpSpec;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import java.util.List;

/** Makes what happens to a lab of what the timeline says. */
final class LabFaults {

  private LabFaults() {}

  /** What a line of the timeline does to a lab. */
  static Fault fault(Lab lab, FaultSpec spec) {
    return switch (spec) {
      case FaultSpec.Stop(String node) -> new Fault.Stop(node);
      case FaultSpec.Kill(String node) -> new Fault.Kill(node);
      case FaultSpec.Crash(String device) -> new Fault.Crash(device);
      case FaultSpec.Start(String device) -> new Fault.Start(device);
      case FaultSpec.Restart(String node) -> new Fault.Restart(node);
      case DaemonFault.Pause pause -> new Fault.Pause(pause.node(), pause.duration().asLong());
      case DaemonFault.Freeze freeze -> new Fault.Freeze(freeze.node(), freeze.duration().asLong());
      case DaemonFault.Reload(String node, List<VrrpSpec> changed) ->
          new Fault.Reload(
              node, changed.stream().map(each -> reloaded(lab.machine(node), each)).toList());
      case DaemonFault.NewConfiguration read ->
          new Fault.NewConfiguration(read.node(), plan(lab.machine(read.node()), read));
      case DaemonFault.Priority(String node, int vrid, Quantity to) ->
          new Fault.SetPriority(node, vrid, (int) to.asLong());
      case DaemonFault.Check(String node, Shown shown) -> new Fault.Check(node, shown.settled());
      case DaemonFault.RemoveAddress(String node, IpAddress address) ->
          new Fault.RemoveAddress(node, address);
      case DaemonFault.AddAddress(String node, IpAddress address) ->
          new Fault.AddAddress(node, address);
      case DaemonFault.Clock(String node, long aheadNanos) -> new Fault.Clock(node, aheadNanos);
      case FaultSpec.LinkDown(String device, String segment) -> new Fault.LinkDown(device, segment);
      case FaultSpec.LinkUp(String device, String segment) -> new Fault.LinkUp(device, segment);
      case FaultSpec.Partition partition ->
          new Fault.Partition(partition.groups(), partition.durationNanos());
      case FaultSpec.Heal _ -> new Fault.Heal();
      case FaultSpec.DropAdverts drop -> dropAdverts(drop);
      case FaultSpec.Impair impair -> impair(impair);
      case NetworkFault.Forget(String device) -> new Fault.Forget(device);
      case NetworkFault.InterfaceDown(String device, String segment) ->
          new Fault.InterfaceDown(device, segment);
      case NetworkFault.InterfaceUp(String device, String segment) ->
          new Fault.InterfaceUp(device, segment);
      case NetworkFault.Multicast(String device, String segment, boolean blocked) ->
          new Fault.Multicast(device, segment, blocked);
    };
  }

  private static VirtualRouterConfig reloaded(Machine machine, VrrpSpec vrrp) {
    return LabBuilder.config(LabBuilder.interfaceOf(machine, vrrp), vrrp);
  }

  private static DaemonPlan plan(Machine machine, DaemonFault.NewConfiguration read) {
    return new DaemonPlan(
        read.vrrp().stream()
            .map(vrrp ->
                new DaemonPlan.Part(
                    vrrp.segment(),
                    reloaded(machine, vrrp),
                    vrrp.settings().tracks().stream().map(TrackSpec::settled).toList()))
            .toList(),
        read.groups().stream()
            .map(group -> new DaemonPlan.Group(group.vrids(), group.countsWeights()))
            .toList(),
        new DaemonPlan.Waits(
            read.startupNanos(),
            read.bootNanos(),
            read.linkDelays().stream()
                .map(delay ->
                    new DaemonPlan.LinkWait(delay.segment(), delay.downNanos(), delay.upNanos()))
                .toList()));
  }

  private static Fault impair(FaultSpec.Impair impair) {
    return new Fault.Impair(
        impair.device(),
        impair.segment(),
        switch (impair.direction()) {
          case IN -> Fault.Direction.IN;
          case OUT -> Fault.Direction.OUT;
          case BOTH -> Fault.Direction.BOTH;
        },
        impair.lossFraction(),
        impair.durationNanos());
  }

  private static Fault dropAdverts(FaultSpec.DropAdverts drop) {
    Long adverts = drop.adverts();
    return new Fault.DropAdverts(
        drop.from(),
        drop.to(),
        adverts == null ? null : (Integer) Math.toIntExact(adverts),
        drop.durationNanos());
  }
}
