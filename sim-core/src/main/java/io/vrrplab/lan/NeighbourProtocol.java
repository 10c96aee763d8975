package io.vrrplab.lan;

import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.NeighborAdvertisement;
import io.vrrplab.wire.NeighborSolicitation;
import org.jspecify.annotations.Nullable;

/** ARP (RFC 826) and neighbour discovery (RFC 4861) on one interface. */
final class NeighbourProtocol implements NeighbourCache.Asker {

  private final NetworkInterface on;

  NeighbourProtocol(NetworkInterface on) {
    this.on = on;
  }

  @Override
  public void send(OutgoingPacket packet, MacAddress to) {
    on.transmit(to, packet.sourceMac(), packet.packet());
  }

  @Override
  public void ask(IpAddress address, @Nullable IpAddress onBehalfOf, @Nullable MacAddress to) {
    IpAddress asking =
        onBehalfOf != null && on.held(onBehalfOf) != null ? onBehalfOf : on.sourceFor(address);
    LocalAddress sender = asking == null ? null : on.held(asking);
    if (sender == null) {
      return; // no address of that family, so nobody could answer
    }
    switch (address) {
      case Ipv4Address target when sender.address() instanceof Ipv4Address source ->
          on.transmit(
              to == null ? MacAddress.BROADCAST : to,
              sender.mac(),
              ArpPacket.request(sender.mac(), source, target));
      case Ipv6Address target -> solicit(target, sender, to);
      case Ipv4Address _ ->
          throw new IllegalArgumentException("asked for " + address + " on behalf of " + asking);
    }
  }

  /** The source link-layer option of a Master is the virtual MAC (RFC 9568 8.2.2). */
  private void solicit(Ipv6Address target, LocalAddress sender, @Nullable MacAddress to) {
    IpAddress destination = to == null ? target.solicitedNodeGroup() : target;
    on.transmit(
        to == null ? MacAddress.ofMulticast(destination) : to,
        sender.mac(),
        IpPackets.of(
            sender.address(),
            destination,
            IpPackets.UNFORWARDED,
            NeighborSolicitation.of(target, sender.mac())));
  }

  /** Reacts to an ARP packet as Linux does. */
  void receive(ArpPacket arp) {
    LocalAddress asked = on.held(arp.targetAddress());
    boolean gratuitous = arp.isGratuitous();
    if (asked != null && arp.operation() == ArpPacket.REQUEST && !gratuitous) {
      on.neighbours().askedBy(arp.senderAddress(), arp.senderMac());
      answer(arp, asked.mac());
    } else if (asked != null && arp.operation() == ArpPacket.REPLY && !gratuitous) {
      on.neighbours().answered(arp.senderAddress(), arp.senderMac());
    } else {
      on.neighbours().overheard(arp.senderAddress(), arp.senderMac(), gratuitous);
      MacAddress proxy = on.machine().proxyMac(on, arp.targetAddress());
      if (proxy != null && arp.operation() == ArpPacket.REQUEST && !gratuitous) {
        answer(arp, proxy);
      }
    }
  }

  private void answer(ArpPacket request, MacAddress mac) {
    on.transmit(request.senderMac(), mac, ArpPacket.replyTo(request, mac));
  }

  /** Answers for what is held here; what a Backup does not hold it is silent about. */
  void receive(NeighborSolicitation solicitation, IpAddress source) {
    LocalAddress asked = on.held(solicitation.target());
    MacAddress asking = solicitation.sourceMac();
    if (asked == null || asking == null) {
      return;
    }
    on.neighbours().askedBy(source, asking);
    on.transmit(
        asking,
        asked.mac(),
        IpPackets.of(
            asked.address(),
            source,
            IpPackets.UNFORWARDED,
            NeighborAdvertisement.answer(asked.router(), solicitation.target(), asked.mac())));
  }

  /** Takes in what a neighbour says of itself, asked or not (RFC 4861 7.2.5, RFC 9568 8.2.4). */
  void receive(NeighborAdvertisement advertisement) {
    MacAddress target = advertisement.targetMac();
    if (target != null && on.held(advertisement.target()) == null) {
      if (advertisement.solicited()) {
        on.neighbours().answered(advertisement.target(), target);
      } else {
        on.neighbours().overheard(advertisement.target(), target, advertisement.override());
      }
    }
  }
}
