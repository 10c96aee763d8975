package io.vrrplab.measure;

import io.vrrplab.lan.FaultNotice;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LabListener;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.vrrp.Advert;
import io.vrrplab.vrrp.Delivery;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * Writes what the keepalived daemons of a lab would log, in keepalived's words (2.2.7 with
 * --log-detail, without the lines on each gratuitous ARP). Nodes of other profiles are silent.
 */
public final class KeepalivedLog implements LabListener {

  /** Verbs after which a daemon reads its file anew. */
  private static final List<String> ENDING = List.of("stop", "kill", "crash", "restart");

  private final Lab lab;
  private final SequencedMap<String, Daemon> daemons;
  private final SequencedMap<String, String> lastVerbs = new LinkedHashMap<>();
  private final SequencedSet<String> introduced = new LinkedHashSet<>();
  private final List<Line> lines = new ArrayList<>();

  /**
   * What a daemon's configuration adds to its log.
   *
   * @param complaints what it says of the file at each start, in the order of the file
   * @param names what it calls its virtual routers
   */
  public record Daemon(List<String> complaints, SequencedMap<VirtualRouterId, Name> names) {
    public Daemon {
      complaints = List.copyOf(complaints);
      names = new LinkedHashMap<>(names);
    }
  }

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
   * @param daemons by the name of the node; a virtual router that has no name here is called after
   *     its VRID and segment
   */
  public KeepalivedLog(Lab lab, SequencedMap<String, Daemon> daemons) {
    this.lab = lab;
    this.daemons = new LinkedHashMap<>(daemons);
    lab.listen(this);
  }

  /** What was logged until now, in the order of time. */
  public List<Line> report() {
    return List.copyOf(lines);
  }

  @Override
  public void faultStrikes(FaultNotice fault) {
    for (String machine : fault.machines()) {
      lastVerbs.put(machine, fault.verb());
      if (ENDING.contains(fault.verb())) {
        introduced.remove(machine);
      }
    }
  }

  @Override
  public void stateChanged(VirtualRouter router, VrrpState before, VrrpState after, String why) {
    if (before instanceof VrrpState.Initialize) {
      introduce(router);
    }
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

  /** Says once a start what the daemon finds in its file. */
  private void introduce(VirtualRouter router) {
    String node = router.machine().name();
    Daemon daemon = daemons.get(node);
    if (daemon != null && introduced.add(node)) {
      daemon.complaints().forEach(complaint -> writePlain(router, complaint));
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

  /** Who lists itself among its peers hears itself, and takes the other for somebody else. */
  @Override
  public void advertSent(VirtualRouter router, int priority) {
    if (priority == router.config().priority()
        && router.config().options().delivery() instanceof Delivery.Unicast unicast
        && unicast.peers().contains(Delivery.Peer.of(router.config().primaryAddress()))) {
      equalPriority(router, router.config().primaryAddress());
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
    Daemon daemon = daemons.get(router.machine().name());
    Name known = daemon == null ? null : daemon.names().get(id);
    return known == null ? new Name("VI_" + id.vrid(), id.segment()) : known;
  }
}
