package io.vrrplab.lan;

import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.EthernetPayload;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.GroupQuery;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.Icmpv6Echo;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.IpPayload;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.NeighborAdvertisement;
import io.vrrplab.wire.NeighborSolicitation;
import io.vrrplab.wire.RouterSolicitation;
import io.vrrplab.wire.UdpPacket;
import io.vrrplab.wire.VrrpPacket;
import org.jspecify.annotations.Nullable;

/** How a machine takes in, forwards and sends IP packets of both families. */
final class IpStack {

  private static final int DEFAULT_HOP_LIMIT = 64;

  private final Lab lab;
  private final Machine machine;
  private final RoutingTable routes = new RoutingTable();
  private final AddressTranslation translation = new AddressTranslation();

  IpStack(Lab lab, Machine machine) {
    this.lab = lab;
    this.machine = machine;
  }

  RoutingTable routes() {
    return routes;
  }

  AddressTranslation translation() {
    return translation;
  }

  /** Takes in a frame that came to an interface. */
  void receive(NetworkInterface in, Frame octets) {
    if (!(octets.decoded() instanceof Decoded.Packet(EthernetFrame frame))) {
      return; // no card hands on what its checksum or its length belies
    }
    switch (frame.payload()) {
      case Ipv4Packet packet ->
          receive(
              new Arrival(
                  in,
                  octets,
                  frame,
                  packet.source(),
                  packet.destination(),
                  packet.ttl(),
                  packet.payload()));
      case Ipv6Packet packet ->
          receive(
              new Arrival(
                  in,
                  octets,
                  frame,
                  packet.source(),
                  packet.destination(),
                  packet.hopLimit(),
                  packet.payload()));
      case ArpPacket arp -> in.protocol().receive(arp);
      default -> {
        // nothing that this machine speaks
      }
    }
  }

  /** An IP packet of either family with the way it came. */
  record Arrival(
      NetworkInterface in,
      Frame octets,
      EthernetFrame frame,
      IpAddress source,
      IpAddress destination,
      int hopLimit,
      IpPayload payload) {}

  private void receive(Arrival packet) {
    IpAddress inner = translation.inner(packet.destination());
    if (inner != null) {
      forward(packet, inner, translation.inward(packet.frame().payload()));
      return;
    }
    LocalAddress local = held(packet);
    if (local != null) {
      // Accept_Mode never drops neighbour discovery (RFC 9568 6.1)
      if (local.accepts() || isNeighbourDiscovery(packet.payload())) {
        accept(packet);
      }
    } else if (packet.destination().isMulticast()) {
      acceptFromGroup(packet);
    } else if (machine.forwards()) {
      forward(packet, packet.destination(), packet.frame().payload());
    }
  }

  /** An address of this machine, whatever interface it is on; a link-local one counts here only. */
  private @Nullable LocalAddress held(Arrival packet) {
    return packet.destination().isLinkLocal()
        ? packet.in().held(packet.destination())
        : machine.held(packet.destination());
  }

  private static boolean isNeighbourDiscovery(IpPayload payload) {
    return payload instanceof NeighborSolicitation || payload instanceof NeighborAdvertisement;
  }

  private void accept(Arrival packet) {
    switch (packet.payload()) {
      case IcmpEcho echo -> {
        if (echo.reply()) {
          lab.echoed(echo.identifier(), echo.sequence(), packet.hopLimit());
        } else {
          answer(packet, echo.answer());
        }
      }
      case Icmpv6Echo echo -> {
        if (echo.reply()) {
          lab.echoed(echo.identifier(), echo.sequence(), packet.hopLimit());
        } else {
          answer(packet, echo.answer());
        }
      }
      case UdpPacket datagram -> accept(packet, datagram);
      default -> acceptFromGroup(packet);
    }
  }

  private void accept(Arrival packet, UdpPacket datagram) {
    MeshNode mesh = machine.mesh();
    if (mesh == null || !mesh.takes(packet, datagram)) {
      Flow flow = lab.flowOf(datagram);
      if (flow != null) {
        flow.delivered(machine, datagram, packet.hopLimit());
      }
    }
  }

  private void answer(Arrival request, IpPayload payload) {
    IpAddress self = request.destination();
    IpAddress asking = request.source();
    EthernetPayload answer = IpPackets.of(self, asking, DEFAULT_HOP_LIMIT, payload);
    if (asking.isLinkLocal()) {
      request.in().sendVia(asking, answer, self); // no route tells which link it is local to
    } else {
      send(self, asking, answer);
    }
  }

  /** What is for every member of a group; such packets are never forwarded (RFC 9568 5.1). */
  private void acceptFromGroup(Arrival packet) {
    boolean unforwarded = packet.hopLimit() == IpPackets.UNFORWARDED;
    switch (packet.payload()) {
      case VrrpPacket message -> {
        VrrpDaemon daemon = machine.daemon();
        if (daemon != null) {
          daemon.receive(packet, message);
        }
      }
      case NeighborSolicitation solicitation when unforwarded ->
          packet.in().protocol().receive(solicitation, packet.source());
      case NeighborAdvertisement advertisement when unforwarded ->
          packet.in().protocol().receive(advertisement);
      case GroupQuery query -> packet.in().memberships().asked(query, packet.source());
      case RouterSolicitation _ when unforwarded -> {
        VrrpDaemon daemon = machine.daemon();
        if (daemon != null) {
          daemon.routerSolicited(packet.in());
        }
      }
      default -> {
        // taken in, and nobody cares
      }
    }
  }

  private void forward(Arrival packet, IpAddress destination, EthernetPayload content) {
    RoutingTable.Hop hop = routes.hopTo(destination);
    if (hop == null
        || packet.frame().destination().isGroup()
        || packet.hopLimit() <= 1
        || packet.destination().isLinkLocal()
        || packet.source().isLinkLocal()) {
      return;
    }
    if (machine.redirects() && hop.out() == packet.in() && packet.in().isOnLink(packet.source())) {
      Redirects.send(packet, hop.address());
    }
    boolean leaves = hop.out() != packet.in() && translation.hides(packet.source());
    EthernetPayload translated = leaves ? translation.outward(content) : content;
    hop.out().sendVia(hop.address(), oneHopLess(translated), packet.source());
  }

  private static EthernetPayload oneHopLess(EthernetPayload packet) {
    return switch (packet) {
      case Ipv4Packet v4 -> v4.withTtl(v4.ttl() - 1);
      case Ipv6Packet v6 -> v6.withHopLimit(v6.hopLimit() - 1);
      default -> packet;
    };
  }

  /** Sends something of the machine's own, from the address of the interface that it leaves by. */
  void sendTo(IpAddress destination, IpPayload payload) {
    RoutingTable.Hop hop = routes.hopTo(destination);
    IpAddress source = hop == null ? null : hop.out().sourceFor(destination);
    if (source != null) {
      send(source, destination, IpPackets.of(source, destination, DEFAULT_HOP_LIMIT, payload));
    }
  }

  /** Sends a packet that is complete. */
  void send(IpAddress source, IpAddress destination, EthernetPayload packet) {
    RoutingTable.Hop hop = routes.hopTo(destination);
    if (hop != null && machine.isPowered()) {
      hop.out().sendVia(hop.address(), packet, source);
    }
  }

  /** The layer above heard from a destination, so the MAC of the next hop to it is right. */
  void confirmWayTo(IpAddress destination) {
    RoutingTable.Hop hop = routes.hopTo(destination);
    if (hop != null) {
      hop.out().neighbours().confirm(hop.address());
    }
  }

  /** The interface by which packets to a destination leave; null if there is no way. */
  @Nullable NetworkInterface outTo(IpAddress destination) {
    RoutingTable.Hop hop = routes.hopTo(destination);
    return hop == null ? null : hop.out();
  }
}
