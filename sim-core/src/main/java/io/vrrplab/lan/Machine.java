package io.vrrplab.lan;

import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.IpPayload;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.UdpPacket;
import io.vrrplab.wire.VrrpPacket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine with an IP stack: a client, a router, or a VRRP node. It answers ARP and pings for the
 * addresses it holds, and forwards what is for others if it is a router.
 */
public final class Machine implements Station {

  private static final int DEFAULT_TTL = 64;

  private final Lab lab;
  private final String name;
  private final boolean forwards;
  private final List<NetworkInterface> interfaces = new ArrayList<>(1);
  private final RoutingTable routes = new RoutingTable();
  private @Nullable VrrpDaemon daemon;
  private boolean powered = true;

  Machine(Lab lab, String name, boolean forwards) {
    this.lab = lab;
    this.name = name;
    this.forwards = forwards;
  }

  @Override
  public String name() {
    return name;
  }

  public boolean forwards() {
    return forwards;
  }

  /** Whether the machine runs; one that crashed does not. */
  public boolean isPowered() {
    return powered;
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

  /** The VRRP daemon installed on this machine; null on hosts and plain routers. */
  public @Nullable VrrpDaemon daemon() {
    return daemon;
  }

  /** The virtual routers of which this machine is a node. */
  public List<VirtualRouter> virtualRouters() {
    return daemon == null ? List.of() : daemon.virtualRouters();
  }

  void install(VrrpDaemon installed) {
    daemon = installed;
  }

  NetworkInterface addInterface(Segment segment, Subnet primary) {
    NetworkInterface added = new NetworkInterface(lab, this, segment, interfaces.size(), primary);
    interfaces.add(added);
    segment.connect(this, added.port());
    routes.addOnLink(primary, added);
    return added;
  }

  RoutingTable routes() {
    return routes;
  }

  /** Cuts the power: nothing is said, nothing answers, all that was in memory is gone. */
  public void powerOff() {
    if (!powered) {
      return;
    }
    powered = false;
    if (daemon != null) {
      daemon.die();
      daemon.forgetAddresses();
    }
    for (NetworkInterface each : interfaces) {
      each.forgetNeighbours();
      each.port().cable().power(false);
    }
  }

  /** Switches the power on; a machine that runs is left alone. */
  public void powerOn() {
    if (!powered) {
      powered = true;
      interfaces.forEach(each -> each.port().cable().power(true));
    }
  }

  @Override
  public void carrierChanged(Port port) {
    if (powered && daemon != null) {
      daemon.carrierChanged(interfaces.get(port.index()));
    }
  }

  @Override
  public void receive(Port port, Transmission transmission) {
    NetworkInterface in = interfaces.get(port.index());
    if (in.listensTo(transmission.frame().destinationBits())
        && transmission.frame().decoded() instanceof Decoded.Packet(EthernetFrame frame)) {
      switch (frame.payload()) {
        case ArpPacket arp -> in.receive(arp);
        case Ipv4Packet packet -> receive(in, frame, packet);
        default -> {
          // nothing that this machine speaks
        }
      }
    }
  }

  private void receive(NetworkInterface in, EthernetFrame frame, Ipv4Packet packet) {
    LocalAddress local = heldAddress(packet.destination());
    if (local != null) {
      if (local.accepts()) {
        accept(in, packet);
      }
    } else if (packet.destination().isMulticast()) {
      if (packet.payload() instanceof VrrpPacket message && daemon != null) {
        daemon.receive(in, packet, message);
      }
    } else if (forwards && !frame.destination().isGroup() && packet.ttl() > 1) {
      send(packet.withTtl(packet.ttl() - 1));
    }
  }

  private @Nullable LocalAddress heldAddress(IpAddress address) {
    for (NetworkInterface each : interfaces) {
      LocalAddress held = each.held(address);
      if (held != null) {
        return held;
      }
    }
    return null;
  }

  private void accept(NetworkInterface in, Ipv4Packet packet) {
    switch (packet.payload()) {
      case IcmpEcho echo -> {
        if (echo.reply()) {
          lab.echoed(echo.identifier(), echo.sequence());
        } else {
          Ipv4Address self = packet.destination();
          send(Ipv4Packet.of(self, packet.source(), DEFAULT_TTL, echo.answer()));
        }
      }
      case UdpPacket datagram -> {
        if (datagram.destinationPort() == Flow.PROBE_PORT && datagram.data().length() >= 8) {
          lab.delivered(datagram.data().intAt(0), datagram.data().intAt(4));
        }
      }
      case VrrpPacket message -> {
        if (daemon != null) {
          daemon.receive(in, packet, message);
        }
      }
      default -> {
        // taken in, and nobody cares
      }
    }
  }

  /** Sends something of its own from the address of the interface it leaves by. */
  void sendTo(IpAddress destination, IpPayload payload) {
    RoutingTable.Hop hop = routes.hopTo(destination);
    if (hop != null
        && hop.out().primary().address() instanceof Ipv4Address source
        && destination instanceof Ipv4Address target) {
      send(Ipv4Packet.of(source, target, DEFAULT_TTL, payload));
    }
  }

  /** The layer above heard from a destination, so the MAC of the next hop to it is right. */
  void confirmWayTo(IpAddress destination) {
    RoutingTable.Hop hop = routes.hopTo(destination);
    if (hop != null) {
      hop.out().confirm(hop.address());
    }
  }

  /** Sends an IP packet on its way; one that no route fits is dropped. */
  void send(Ipv4Packet packet) {
    RoutingTable.Hop hop = routes.hopTo(packet.destination());
    if (hop != null && powered) {
      hop.out().sendVia(hop.address(), packet, packet.source());
    }
  }
}
