package io.vrrplab.lan;

import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.MacAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine with an IP stack: a client, a router, or a VRRP node. It answers ARP, neighbour
 * discovery and pings for the addresses it holds, and forwards what is for others if it is a
 * router.
 */
public final class Machine implements Station {

  private final Lab lab;
  private final String name;
  private final boolean forwards;
  private final Cards cards;
  private final MachineClock clock;
  private final IpStack ip;
  private final OutsideHand outsideHand;
  private @Nullable VrrpDaemon daemon;
  private @Nullable MeshNode mesh;
  private boolean powered = true;
  private long bootedNanos;
  private boolean paused;
  private boolean proxiesArp;
  private boolean redirects = true;
  private boolean reportsLocalGroups = true;

  Machine(Lab lab, String name, boolean forwards) {
    this.lab = lab;
    this.name = name;
    this.forwards = forwards;
    this.cards = new Cards(lab, this);
    this.clock = new MachineClock(lab.simulation());
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

  /** Its clock, of which nothing depends but what authenticates adverts. */
  public MachineClock clock() {
    return clock;
  }

  /** When the machine was switched on last; at the start of the run, unless it was since then. */
  long bootedNanos() {
    return bootedNanos;
  }

  public List<NetworkInterface> interfaces() {
    return List.copyOf(cards.present());
  }

  /** The interface on a segment; null if it has none there. */
  public @Nullable NetworkInterface interfaceOn(Segment segment) {
    return cards.on(segment);
  }

  /**
   * An interface that the machine lacks, and that its daemon is told of all the same: it belongs to
   * no segment of the lab, and has no addresses but the unspecified ones.
   *
   * @param name in place of a segment's, none of which has it; the same interface each time
   */
  public NetworkInterface missingInterface(String name) {
    return cards.missing(name);
  }

  /**
   * The interface to a segment, or the missing one of a name.
   *
   * @throws IllegalArgumentException if there is neither
   */
  NetworkInterface interfaceTo(String segment) {
    return cards.to(segment);
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
    return cards.add(segment, own);
  }

  IpStack ip() {
    return ip;
  }

  @Nullable LocalAddress held(IpAddress address) {
    return cards.held(address);
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
    cards.present().forEach(each -> each.port().cable().power(false));
    if (daemon != null) {
      daemon.die();
      daemon.forgetAddresses();
    }
    if (mesh != null) {
      mesh.stop();
    }
    cards.present().forEach(NetworkInterface::forget);
  }

  /** Switches the power on; a machine that runs is left alone. */
  public void powerOn() {
    if (!powered) {
      powered = true;
      bootedNanos = lab.simulation().nowNanos();
      cards.present().forEach(each -> each.port().cable().power(true));
      cards.present().forEach(NetworkInterface::comeUp);
      if (mesh != null) {
        mesh.start();
      }
    }
  }

  /** Empties the ARP and neighbour caches. */
  public void forgetNeighbours() {
    cards.present().forEach(each -> each.neighbours().clear());
  }

  /**
   * Has a router answer to an address of one of its networks and hand on what is sent there to
   * another address; what comes back from that leaves under the first.
   *
   * @throws IllegalArgumentException if the public address is in no network of the machine
   */
  public void translate(Ipv4Address publicAddress, Ipv4Address inner) {
    for (NetworkInterface each : cards.present()) {
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
    cards.present().get(port.index()).carrierChanged();
    if (powered && daemon != null) {
      daemon.carrierChanged();
    }
  }

  @Override
  public void receive(Port port, Transmission transmission) {
    NetworkInterface in = cards.present().get(port.index());
    if (paused) {
      lab.audience().lost(transmission, name, LossCause.PAUSED);
    } else if (in.listensTo(transmission.frame().destinationBits())) {
      ip.receive(in, transmission.frame());
    }
  }
}
