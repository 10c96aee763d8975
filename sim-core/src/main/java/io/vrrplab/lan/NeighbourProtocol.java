package io.vrrplab.lan;

import io.vrrplab.lan.NeighbourCache.Replace;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.NeighborAdvertisement;
import io.vrrplab.wire.NeighborOption;
import io.vrrplab.wire.NeighborSolicitation;
import java.util.List;
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
    LocalAddress sender = sender(address, onBehalfOf);
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
          throw new IllegalArgumentException("asked for " + address + " from " + sender.address());
    }
  }

  /**
   * The address from which to ask. A Master of an IPv6 virtual router asks as that, since it may
   * not say its own MAC in a source link-layer option (RFC 5798 8.2.2, RFC 9568 8.2.2).
   */
  private @Nullable LocalAddress sender(IpAddress target, @Nullable IpAddress onBehalfOf) {
    LocalAddress held = onBehalfOf == null ? null : on.held(onBehalfOf);
    if (target instanceof Ipv6Address && (held == null || held.mac().equals(on.mac()))) {
      LocalAddress virtual = on.virtualIpv6();
      held = virtual == null ? held : virtual;
    }
    if (held != null) {
      return held;
    }
    IpAddress own = on.sourceFor(target);
    return own == null ? on.anyOf(target.width()) : on.held(own);
  }

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
      on.neighbours().answered(arp.senderAddress(), arp.senderMac(), Replace.AFTER_LOCK_TIME);
    } else {
      on.neighbours()
          .overheard(
              arp.senderAddress(),
              arp.senderMac(),
              gratuitous ? Replace.ALWAYS : Replace.AFTER_LOCK_TIME);
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
    if (asked == null) {
      return;
    }
    if (source.equals(Ipv6Address.ANY)) {
      defend(asked, solicitation.target());
      return;
    }
    MacAddress asking = solicitation.sourceMac();
    if (asking != null) {
      on.neighbours().askedBy(source, asking);
    }
    on.sendVia(
        source,
        IpPackets.of(
            asked.address(),
            source,
            IpPackets.UNFORWARDED,
            NeighborAdvertisement.answer(asked.router(), solicitation.target(), asked.mac())),
        asked.address());
  }

  /** Tells everybody, since who looks for a duplicate has no address yet (RFC 4861 7.2.4). */
  private void defend(LocalAddress asked, Ipv6Address target) {
    on.transmit(
        MacAddress.ofMulticast(Ipv6Address.ALL_NODES),
        asked.mac(),
        IpPackets.of(
            asked.address(),
            Ipv6Address.ALL_NODES,
            IpPackets.UNFORWARDED,
            new NeighborAdvertisement(
                asked.router(),
                false,
                true,
                target,
                List.of(new NeighborOption.TargetLinkLayer(asked.mac())))));
  }

  /** Takes in what a neighbour says of itself, asked or not (RFC 4861 7.2.5, RFC 9568 8.2.4). */
  void receive(NeighborAdvertisement advertisement) {
    MacAddress target = advertisement.targetMac();
    if (target != null && on.held(advertisement.target()) == null) {
      Replace replace = advertisement.override() ? Replace.ALWAYS : Replace.NEVER;
      if (advertisement.solicited()) {
        on.neighbours().answered(advertisement.target(), target, replace);
      } else {
        on.neighbours().overheard(advertisement.target(), target, replace);
      }
    }
  }
}
