package io.vrrplab.lan;

import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine with an IP stack: a client, a router, or a VRRP node. It answers ARP, neighbour
 * discovery and pings for the addresses it holds, and forwards what is for others if it is a
 * router.
 */
public final class Machine implements Station {

  private static final List<Subnet> UNSPECIFIED =
      List.of(new Subnet(new Ipv4Address(0), 32), new Subnet(Ipv6Address.ANY, 128));
  /** The first of January 2026, UTC. */
  private static final long CLOCK_AT_START_NANOS = 1_767_225_600_000_000_000L;

  private final Lab lab;
  private final String name;
  private final boolean forwards;
  private final List<NetworkInterface> interfaces = new ArrayList<>(1);
  private final List<NetworkInterface> missing = new ArrayList<>(0);
  private final IpStack ip;
  private final OutsideHand outsideHand;
  private @Nullable VrrpDaemon daemon;
  private @Nullable MeshNode mesh;
  private boolean powered = true;
  private long bootedNanos;
  private long clockAheadNanos;
  private boolean paused;
  private boolean proxiesArp;
  private boolean redirects = true;
  private boolean reportsLocalGroups = true;

  Machine(Lab lab, String name, boolean forwards) {
    this.lab = lab;
    this.name = name;
    this.forwards = forwards;
    this.ip = new IpStack(lab, this);
    this.outsideHand = new OutsideHand(lab, this);
  }

  @Override
  public String name() {
    return name;
  }

  /** Whether the machine is a router. */
  public boolean forwards() {
    return forwards;
  }

  /** Whether the machine runs; one that crashed does not. */
  public boolean isPowered() {
    return powered;
  }

  /** The time on its clock, nanoseconds since 1970: the run begins with the year 2026. */
  long clockNanos() {
    return CLOCK_AT_START_NANOS + lab.simulation().nowNanos() + clockAheadNanos;
  }

  /**
   * Sets its clock, of which nothing depends but what authenticates adverts.
   *
   * @param nanos how far it is ahead of the others; below 0 behind
   */
  public void setClockAhead(long nanos) {
    clockAheadNanos = nanos;
  }

  /** When the machine was switched on last; at the start of the run, unless it was since then. */
  long bootedNanos() {
    return bootedNanos;
  }

  public List<NetworkInterface> interfaces() {
    return List.copyOf(interfaces);
  }

  /** The interface on a segment; null if it has none there. */
  public @Nullable NetworkInterface interfaceOn(Segment segment) {
    for (NetworkInterface candidate : interfaces) {
      if (candidate.segment() == segment) {
        return candidate;
      }
    }
    return null;
  }

  /**
   * An interface that the machine lacks, and that its daemon is told of all the same: it belongs to
   * no segment of the lab, and has no addresses but the unspecified ones.
   *
   * @param name in place of a segment's, none of which has it; the same interface each time
   */
  public NetworkInterface missingInterface(String name) {
    NetworkInterface known = named(missing, name);
    if (known != null) {
      return known;
    }
    SegmentConfig nowhere = new SegmentConfig(name, LinkProperties.DEFAULT, 0);
    NetworkInterface added =
        new NetworkInterface(lab, this, new Segment(lab, nowhere), missing.size(), UNSPECIFIED);
    missing.add(added);
    return added;
  }

  /**
   * The interface to a segment, or the missing one of a name.
   *
   * @throws IllegalArgumentException if there is neither
   */
  NetworkInterface interfaceTo(String segment) {
    NetworkInterface there = named(interfaces, segment);
    NetworkInterface found = there == null ? named(missing, segment) : there;
    if (found == null) {
      throw new IllegalArgumentException(name + " has no interface on " + segment);
    }
    return found;
  }

  private static @Nullable NetworkInterface named(List<NetworkInterface> known, String segment) {
    for (NetworkInterface each : known) {
      if (each.segment().name().equals(segment)) {
        return each;
      }
    }
    return null;
  }

  /** The VRRP daemon installed on this machine; null on hosts and plain routers. */
  public @Nullable VrrpDaemon daemon() {
    return daemon;
  }

  /** The virtual routers of which this machine is a node. */
  public List<VirtualRouter> virtualRouters() {
    return daemon == null ? List.of() : daemon.virtualRouters();
  }

  /** Has the machine answer ARP for what it has a way to on another interface (RFC 1027). */
  public void proxyArp() {
    proxiesArp = true;
  }

  /**
   * Sets whether the machine, if it is a router, tells hosts of shorter ways. It does unless told
   * otherwise; where virtual routers share load by design that works against it (RFC 3768 8.1, RFC
   * 9568 8.1.1).
   */
  public void redirects(boolean on) {
    redirects = on;
  }

  boolean redirects() {
    return redirects;
  }

  /**
   * Sets whether groups in 224.0.0.0/24 are reported by IGMP like any other. They are unless Linux
   * is told otherwise ({@code net.ipv4.igmp_link_local_mcast_reports}).
   */
  public void reportLocalGroups(boolean on) {
    reportsLocalGroups = on;
  }

  boolean reportsLocalGroups() {
    return reportsLocalGroups;
  }

  void install(VrrpDaemon installed) {
    daemon = installed;
  }

  void join(MeshNode joined) {
    if (mesh != null) {
      throw new IllegalArgumentException(name + " is in a mesh already");
    }
    mesh = joined;
  }

  /** What this machine does in a routing mesh; null if it is in none. */
  @Nullable MeshNode mesh() {
    return mesh;
  }

  /** Whether the machine stands still. */
  boolean isPaused() {
    return paused;
  }

  NetworkInterface addInterface(Segment segment, List<Subnet> own) {
    NetworkInterface added = new NetworkInterface(lab, this, segment, interfaces.size(), own);
    interfaces.add(added);
    segment.connect(this, added.port());
    added.subnets().forEach(subnet -> ip.routes().addOnLink(subnet, added));
    return added;
  }

  IpStack ip() {
    return ip;
  }

  @Nullable LocalAddress held(IpAddress address) {
    for (int i = 0; i < interfaces.size(); i++) {
      LocalAddress held = interfaces.get(i).held(address);
      if (held != null) {
        return held;
      }
    }
    return null;
  }

  /**
   * The MAC with which this machine answers ARP on behalf of somebody else: the virtual one where
   * it is Master (RFC 3768 8.3, RFC 9568 8.1.3), none where it is Backup.
   */
  @Nullable MacAddress proxyMac(NetworkInterface on, IpAddress target) {
    NetworkInterface out = proxiesArp ? ip.outTo(target) : null;
    if (out == null || out == on) {
      return null;
    }
    MacAddress mac = on.mac();
    for (VirtualRouter router : virtualRouters()) {
      if (router.on() == on) {
        if (router.isMaster()) {
          return router.announcedMac();
        }
        mac = null;
      }
    }
    return mac;
  }

  /** Cuts the power: nothing is said, nothing answers, all that was in memory is gone. */
  public void powerOff() {
    if (!powered) {
      return;
    }
    powered = false;
    paused = false;
    interfaces.forEach(each -> each.port().cable().power(false));
    if (daemon != null) {
      daemon.die();
      daemon.forgetAddresses();
    }
    if (mesh != null) {
      mesh.stop();
    }
    interfaces.forEach(NetworkInterface::forget);
  }

  /** Switches the power on; a machine that runs is left alone. */
  public void powerOn() {
    if (!powered) {
      powered = true;
      bootedNanos = lab.simulation().nowNanos();
      interfaces.forEach(each -> each.port().cable().power(true));
      interfaces.forEach(NetworkInterface::comeUp);
      if (mesh != null) {
        mesh.start();
      }
    }
  }

  /** Empties the ARP and neighbour caches. */
  public void forgetNeighbours() {
    interfaces.forEach(each -> each.neighbours().clear());
  }

  /**
   * Has a router answer to an address of one of its networks and hand on what is sent there to
   * another address; what comes back from that leaves under the first.
   *
   * @throws IllegalArgumentException if the public address is in no network of the machine
   */
  public void translate(Ipv4Address publicAddress, Ipv4Address inner) {
    for (NetworkInterface each : interfaces) {
      if (each.isOnLink(publicAddress)) {
        each.hold(new LocalAddress(publicAddress, each.mac(), true, forwards));
        ip.translation().add(publicAddress, inner);
        return;
      }
    }
    throw new IllegalArgumentException(name + " has no network with " + publicAddress);
  }

  /**
   * Has other software than the daemon take an address off, as {@code ip addr del}; one that is not
   * there is no error. A reboot brings the own addresses back.
   */
  public void removeAddress(IpAddress address) {
    outsideHand.remove(address);
  }

  /**
   * Has other software than the daemon put an address on, as {@code ip addr add}: an own one that
   * was taken off, or one of a virtual router, Master or not.
   */
  public void addAddress(IpAddress address) {
    outsideHand.add(address);
  }

  /** Has the machine and its daemon stand still: it hears nothing, and its timers run late. */
  public void pause() {
    if (powered && !paused) {
      paused = true;
      if (daemon != null) {
        daemon.machineStops();
      }
    }
  }

  /** Ends a pause: what was due meanwhile comes at once. */
  public void resume() {
    if (paused) {
      paused = false;
      if (daemon != null) {
        daemon.machineGoesOn();
      }
    }
  }

  @Override
  public void carrierChanged(Port port) {
    interfaces.get(port.index()).carrierChanged();
    if (powered && daemon != null) {
      daemon.carrierChanged();
    }
  }

  @Override
  public void receive(Port port, Transmission transmission) {
    NetworkInterface in = interfaces.get(port.index());
    if (paused) {
      lab.audience().lost(transmission, name, LossCause.PAUSED);
    } else if (in.listensTo(transmission.frame().destinationBits())) {
      ip.receive(in, transmission.frame());
    }
  }
}
