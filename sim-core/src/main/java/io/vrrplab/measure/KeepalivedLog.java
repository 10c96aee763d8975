package io.vrrplab.measure;

import io.vrrplab.lan.FaultNotice;
import io.vrrplab.lan.Hindrance;
import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LabListener;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.NetworkInterface;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.vrrp.Delivery;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.RejectReason;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the keepalived daemons of a lab would log, in keepalived's words (2.2.7 with
 * --log-detail, without the lines on timers, gratuitous ARPs, and addresses that it changes
 * itself). Nodes of other profiles are silent.
 */
public final class KeepalivedLog implements LabListener {

  /** Verbs after which a daemon reads its file anew. */
  private static final List<String> ENDING = List.of("stop", "kill", "crash", "restart");

  private final Lab lab;
  private final SequencedMap<String, Daemon> daemons;
  private final SequencedSet<String> introduced = new LinkedHashSet<>();
  private final SequencedSet<VirtualRouter> faulty = new LinkedHashSet<>();
  private final SequencedSet<VirtualRouter> unplugged = new LinkedHashSet<>();
  private final SequencedSet<VirtualRouter> parting = new LinkedHashSet<>();
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

    /** The same with the names of what a later configuration has besides. */
    public Daemon with(Daemon later) {
      SequencedMap<VirtualRouterId, Name> all = new LinkedHashMap<>(names);
      later.names().forEach(all::putIfAbsent);
      return new Daemon(complaints, all);
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
    if (ENDING.contains(fault.verb())) {
      for (String machine : fault.machines()) {
        introduced.remove(machine);
        faulty.removeIf(router -> router.machine().name().equals(machine));
        unplugged.removeIf(router -> router.machine().name().equals(machine));
      }
    }
  }

  @Override
  public void decided(
      VirtualRouter router,
      VrrpState before,
      Transition transition,
      @Nullable ReceivedAdvert heard) {
    switch (transition.decision()) {
      case FAULT, GROUP_FAULT -> {
        if (!router.on().port().hasCarrier() && unplugged.add(router)) {
          writePlain(router, linkReport(router, "down"));
        }
        if (faulty.add(router)) {
          write(router, "Entering FAULT STATE");
        }
        if (before instanceof VrrpState.Master) {
          write(router, KeepalivedWords.PARTED); // whether it could or not
        }
      }
      case ADDRESS_REMOVED -> parting.add(router);
      default -> {
        String words = KeepalivedWords.of(transition.decision(), before, router.config(), heard);
        if (words != null) {
          write(router, words);
        }
      }
    }
  }

  /** What the kernel reports, where a virtual router of the interface cares. */
  @Override
  public void addressChanged(NetworkInterface on, IpAddress address, boolean added) {
    for (VirtualRouter router : on.machine().virtualRouters()) {
      String words = router.on() == on ? KeepalivedWords.ofChange(router, address, added) : null;
      if (words != null) {
        writePlain(router, words.formatted(address, name(router).card()));
        return;
      }
    }
  }

  @Override
  public void stateChanged(VirtualRouter router, VrrpState before, VrrpState after, String why) {
    switch (after) {
      case VrrpState.Master _ -> write(router, "Entering MASTER STATE");
      case VrrpState.Backup _ -> backup(router, before);
      case VrrpState.Initialize _ -> {
        // what ended it was told when it was decided, and a dead daemon says nothing
      }
    }
  }

  /** A virtual router that a session held back at the start leaves FAULT, and does not begin. */
  @Override
  public void sessionChanged(VirtualRouter router, String session, boolean up) {
    writePlain(
        router,
        "VRRP_Instance(%s) Tracked BFD instance %s is %s"
            .formatted(name(router).instance(), session, up ? "UP" : "DOWN"));
    if (up && router.state() instanceof VrrpState.Initialize) {
      faulty.add(router);
    }
  }

  @Override
  public void hindered(VirtualRouter router, Hindrance hindrance) {
    introduce(router);
    Name name = name(router);
    switch (hindrance) {
      case NO_INTERFACE -> {
        writePlain(
            router,
            "(%s): entering FAULT state (interface %s down)"
                .formatted(name.instance(), name.card()));
        write(router, "entering FAULT state");
      }
      case NO_PEER -> write(router, "Cannot use unicast without any peers - going to fault state");
      case OF_GROUP -> write(router, "entering FAULT state");
    }
  }

  private void backup(VirtualRouter router, VrrpState before) {
    if (before instanceof VrrpState.Initialize) {
      introduce(router);
    }
    if (unplugged.remove(router)) {
      writePlain(router, linkReport(router, "up"));
    }
    boolean recovers = faulty.remove(router);
    boolean begins = before instanceof VrrpState.Initialize && !recovers;
    write(router, "Entering BACKUP STATE" + (begins ? " (init)" : ""));
    if (parting.remove(router)) {
      write(router, KeepalivedWords.PARTED);
    }
  }

  private String linkReport(VirtualRouter router, String state) {
    String reporter = router.on().link().isPolled() ? "Linkbeat" : "Netlink";
    return "%s reports %s %s".formatted(reporter, name(router).card(), state);
  }

  /** Says once a start what the daemon finds in its file. */
  private void introduce(VirtualRouter router) {
    String node = router.machine().name();
    Daemon daemon = daemons.get(node);
    if (daemon != null && introduced.add(node)) {
      daemon.complaints().forEach(complaint -> writePlain(router, complaint));
    }
  }

  @Override
  public void advertRejected(
      Machine node, @Nullable VirtualRouter router, ReceivedAdvert heard, RejectReason reason) {
    String words = router == null ? null : KeepalivedWords.of(reason, router.config(), heard);
    if (router != null && words != null) {
      write(router, words);
    }
  }

  /** Who lists itself among its peers hears itself, and takes the other for somebody else. */
  @Override
  public void advertSent(VirtualRouter router, int priority) {
    if (priority == router.config().priority()
        && router.config().options().delivery() instanceof Delivery.Unicast unicast
        && unicast.peers().contains(Delivery.Peer.of(router.config().primaryAddress()))) {
      write(router, KeepalivedWords.SELF_HEARD);
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
