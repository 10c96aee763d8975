package io.vrrplab.scenario.spec;

import io.vrrplab.measure.KeepalivedLog;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What happens to the daemon of a node while it runs. */
public sealed interface DaemonFault extends FaultSpec.OfNode {

  /** The machine of a node stands still, and its daemon with it. */
  record Pause(String node, Quantity duration) implements DaemonFault {
    @Override
    public String verb() {
      return "pause";
    }

    @Override
    public String text() {
      return DaemonFault.super.text() + Words.lasting(duration);
    }

    @Override
    public Pause resolve(long run) {
      return new Pause(node, duration.resolve(run));
    }

    @Override
    public Stream<Quantity> quantities() {
      return Stream.of(duration);
    }
  }

  /** The daemon of a node stands still; its machine goes on. */
  record Freeze(String node, Quantity duration) implements DaemonFault {
    @Override
    public String verb() {
      return "freeze";
    }

    @Override
    public String text() {
      return DaemonFault.super.text() + Words.lasting(duration);
    }

    @Override
    public Freeze resolve(long run) {
      return new Freeze(node, duration.resolve(run));
    }

    @Override
    public Stream<Quantity> quantities() {
      return Stream.of(duration);
    }
  }

  /**
   * The daemon of a node reads its configuration again.
   *
   * @param changed the virtual routers of which something else is said now
   */
  record Reload(String node, List<VrrpSpec> changed) implements DaemonFault {
    public Reload {
      changed = List.copyOf(changed);
    }

    @Override
    public String verb() {
      return "reload";
    }

    @Override
    public Reload resolve(long run) {
      return new Reload(node, changed.stream().map(each -> each.resolve(run)).toList());
    }

    @Override
    public Stream<Quantity> quantities() {
      return changed.stream().flatMap(VrrpSpec::quantities);
    }
  }

  /**
   * The daemon of a node reads its keepalived.conf again, which is another one now.
   *
   * @param file as the scenario names it
   * @param vrrp its virtual routers
   * @param groups those of them that are Master together
   * @param startupNanos how long they wait after the next start and after those that follow
   * @param bootNanos how long they wait then after the machine was switched on
   * @param linkDelays which changes of links the daemon waits out from now on
   * @param log what the configuration adds to the log of the daemon
   */
  record NewConfiguration(
      String node,
      String file,
      List<VrrpSpec> vrrp,
      List<SyncGroupSpec> groups,
      long startupNanos,
      long bootNanos,
      List<LinkSenseSpec.WaitedOut> linkDelays,
      KeepalivedLog.Daemon log)
      implements DaemonFault {
    /** That a node becomes what such a file makes of it. */
    public static NewConfiguration of(String file, NodeSpec after) {
      return new NewConfiguration(
          after.name(),
          file,
          after.vrrp(),
          after.groups(),
          after.startupDelayNanos(),
          after.bootDelayNanos(),
          after.linkSenses().stream()
              .filter(LinkSenseSpec.WaitedOut.class::isInstance)
              .map(LinkSenseSpec.WaitedOut.class::cast)
              .toList(),
          Objects.requireNonNull(after.daemonLog()));
    }

    public NewConfiguration {
      vrrp = List.copyOf(vrrp);
      groups = List.copyOf(groups);
      linkDelays = List.copyOf(linkDelays);
    }

    @Override
    public String verb() {
      return "reload";
    }

    @Override
    public String text() {
      return DaemonFault.super.text() + " with " + file;
    }

    @Override
    public List<VrrpSpec> adds() {
      return vrrp;
    }

    @Override
    public NewConfiguration resolve(long run) {
      List<VrrpSpec> settled = vrrp.stream().map(each -> each.resolve(run)).toList();
      return new NewConfiguration(
          node, file, settled, groups, startupNanos, bootNanos, linkDelays, log);
    }

    @Override
    public Stream<Quantity> quantities() {
      return vrrp.stream().flatMap(VrrpSpec::quantities);
    }
  }

  /**
   * The priority of a virtual router of a node changes, in both families if it has two.
   *
   * @param to 1 to 254
   */
  record Priority(String node, int vrid, Quantity to) implements DaemonFault {
    @Override
    public String verb() {
      return "priority";
    }

    @Override
    public String text() {
      return "priority of %s in VRID %d: %s".formatted(node, vrid, Words.number(to));
    }

    @Override
    public Priority resolve(long run) {
      return new Priority(node, vrid, to.resolve(run));
    }

    @Override
    public Stream<Quantity> quantities() {
      return Stream.of(to);
    }
  }

  /** Other software than its daemon takes an address off a node, own or virtual. */
  record RemoveAddress(String node, IpAddress address) implements DaemonFault {
    @Override
    public String verb() {
      return "remove-address";
    }

    @Override
    public String text() {
      return DaemonFault.super.text() + ": " + address;
    }
  }

  /** Other software puts an own address back on a node, or one of its virtual routers'. */
  record AddAddress(String node, IpAddress address) implements DaemonFault {
    @Override
    public String verb() {
      return "add-address";
    }

    @Override
    public String text() {
      return DaemonFault.super.text() + ": " + address;
    }
  }

  /**
   * The clock of a node is set.
   *
   * @param aheadNanos how far ahead of the others, below 0 behind
   */
  record Clock(String node, long aheadNanos) implements DaemonFault {
    @Override
    public String verb() {
      return "clock";
    }

    @Override
    public String text() {
      return DaemonFault.super.text() + " " + Durations.text(aheadNanos);
    }

    @Override
    public Clock resolve(long run) {
      return this;
    }

    @Override
    public Stream<Quantity> quantities() {
      return Stream.empty();
    }
  }

  /** Something that a node tracks shows another result from now on. */
  record Check(String node, Shown result) implements DaemonFault {
    @Override
    public String verb() {
      return "check";
    }

    @Override
    public String text() {
      return "check " + node + ": " + result.text();
    }

    @Override
    public Check resolve(long run) {
      return new Check(node, result.resolve(quantity -> quantity.resolve(run)));
    }

    @Override
    public Stream<Quantity> quantities() {
      return result.quantities();
    }
  }
}
