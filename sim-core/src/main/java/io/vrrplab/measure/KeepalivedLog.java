package io.vrrplab.measure;

import io.vrrplab.lan.FaultNotice;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LabListener;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.vrrp.Advert;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Writes what the keepalived daemons of a lab would log, in keepalived's words (2.2.7 with
 * --log-detail, without the lines on each gratuitous ARP). Nodes of other profiles are silent.
 */
public final class KeepalivedLog implements LabListener {

  private final Lab lab;
  private final SequencedMap<Instance, Name> names;
  private final SequencedMap<String, String> lastVerbs = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();

  /** A virtual router on a node. */
  public record Instance(String node, VirtualRouterId id) {}

  /**
   * How a configuration calls it.
   *
   * @param instance as in {@code vrrp_instance VI_1}
   * @param card the name of its interface
   */
  public record Name(String instance, String card) {}

  /**
   * A line of a log.
   *
   * @param atNanos when, nanoseconds since the start
   * @param node whose log it is
   * @param text what it says
   */
  public record Line(long atNanos, String node, String text) {}

  /**
   * Watches a lab.
   *
   * @param names what the configurations call the virtual routers; one that has no name here is
   *     called after its VRID and segment
   */
  public KeepalivedLog(Lab lab, SequencedMap<Instance, Name> names) {
    this.lab = lab;
    this.names = new LinkedHashMap<>(names);
    lab.listen(this);
  }

  /** What was logged until now, in the order of time. */
  public List<Line> report() {
    return List.copyOf(lines);
  }

  @Override
  public void faultStrikes(FaultNotice fault) {
    fault.machines().forEach(machine -> lastVerbs.put(machine, fault.verb()));
  }

  @Override
  public void stateChanged(VirtualRouter router, VrrpState before, VrrpState after, String why) {
    switch (after) {
      case VrrpState.Master _ -> write(router, "Entering MASTER STATE");
      case VrrpState.Backup _ -> {
        boolean starts = before instanceof VrrpState.Initialize;
        if (starts && lost(router)) {
          writePlain(router, "Netlink reports " + name(router).card() + " up");
          write(router, "Entering BACKUP STATE");
        } else {
          write(router, "Entering BACKUP STATE" + (starts ? " (init)" : ""));
        }
      }
      case VrrpState.Initialize _ -> ended(router, before);
    }
  }

  /** Whether its link came back, rather than its daemon. */
  private boolean lost(VirtualRouter router) {
    String verb = lastVerbs.getOrDefault(router.machine().name(), "");
    return verb.equals("link-up") || verb.equals("interface-up");
  }

  private void ended(VirtualRouter router, VrrpState before) {
    if (!router.on().port().hasCarrier() && router.machine().isPowered()) {
      writePlain(router, "Netlink reports " + name(router).card() + " down");
      write(router, "Entering FAULT STATE");
    } else if (before instanceof VrrpState.Master && isEndedInGoodOrder(router)) {
      write(router, "sent 0 priority");
    }
  }

  private boolean isEndedInGoodOrder(VirtualRouter router) {
    String verb = lastVerbs.getOrDefault(router.machine().name(), "");
    return verb.equals("stop") || verb.equals("restart");
  }

  @Override
  public void advertReceived(VirtualRouter router, Advert advert) {
    int own = router.config().priority();
    IpAddress source = advert.source();
    switch (router.state()) {
      case VrrpState.Master _ -> {
        if (advert.priority() > own) {
          write(
              router,
              "Master received advert from %s with higher priority %d, ours %d"
                  .formatted(source, advert.priority(), own));
        } else if (advert.priority() > 0 && advert.priority() < own) {
          write(
              router,
              "Received advert from %s with lower priority %d, ours %d, forcing new election"
                  .formatted(source, advert.priority(), own));
        } else if (advert.priority() == own) {
          equalPriority(router, source);
        }
      }
      case VrrpState.Backup _ -> {
        if (advert.priority() == 0) {
          write(router, "Backup received priority 0 advertisement");
        } else if (advert.priority() < own && router.config().preempt()) {
          write(
              router,
              "received lower priority (%d) advert from %s - discarding"
                  .formatted(advert.priority(), source));
        }
      }
      case VrrpState.Initialize _ -> {
        // hears nothing
      }
    }
  }

  private void equalPriority(VirtualRouter router, IpAddress source) {
    int order = source.compareTo(router.config().primaryAddress());
    if (order == 0) {
      write(
          router, "WARNING - equal priority advert received from remote host with our IP address.");
    } else if (order > 0) {
      write(
          router,
          "Master received advert from %s with same priority %d but higher IP address than ours"
              .formatted(source, router.config().priority()));
    }
  }

  private void write(VirtualRouter router, String text) {
    writePlain(router, "(" + name(router).instance() + ") " + text);
  }

  private void writePlain(VirtualRouter router, String text) {
    if (router.config().profile().name().startsWith("keepalived")) {
      lines.add(new Line(lab.simulation().nowNanos(), router.machine().name(), text));
    }
  }

  private Name name(VirtualRouter router) {
    VirtualRouterId id = VirtualRouterId.of(router);
    Name known = names.get(new Instance(router.machine().name(), id));
    return known == null
        ? new Name("VI_" + router.config().virtualRouterId(), router.on().segment().name())
        : known;
  }
}
