package io.vrrplab.lan;

import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.EthernetPayload;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A machine's card on a segment: its MAC, the addresses it holds, and what it knows of neighbours.
 */
public final class NetworkInterface implements NeighbourCache.Asker {

  private static final long GROUP_BIT = 0x0100_0000_0000L;

  private final Segment segment;
  private final Port port;
  private final MacAddress mac;
  private final Subnet primary;
  private final NeighbourCache neighbours;
  private final SequencedMap<IpAddress, LocalAddress> addresses = new LinkedHashMap<>();
  private final SequencedMap<MacAddress, Integer> virtualMacs = new LinkedHashMap<>();

  NetworkInterface(Lab lab, Machine machine, Segment segment, int index, Subnet primary) {
    this.segment = segment;
    this.primary = primary;
    this.mac = hardwareAddress(primary.address());
    this.port = new Port(lab, machine, machine.name() + ":" + segment.name(), index);
    String stream = "neighbours of " + port.name();
    this.neighbours = new NeighbourCache(this, lab.simulation(), lab.simulation().random(stream));
    addresses.put(primary.address(), new LocalAddress(primary.address(), mac, true));
  }

  /** A locally administered MAC that shows the address it belongs to: 02:00 and the four octets. */
  private static MacAddress hardwareAddress(IpAddress address) {
    long low =
        switch (address) {
          case Ipv4Address v4 -> v4.bits() & 0xffff_ffffL;
          case Ipv6Address v6 -> v6.low() & 0xffff_ffffL;
        };
    return new MacAddress(0x0200_0000_0000L | low);
  }

  public Segment segment() {
    return segment;
  }

  public Port port() {
    return port;
  }

  public MacAddress mac() {
    return mac;
  }

  /** The address from which this interface sends on its own behalf, with its subnet. */
  public Subnet primary() {
    return primary;
  }

  /** Takes an address on, in addition to the primary one. */
  void hold(LocalAddress address) {
    LocalAddress before = addresses.put(address.address(), address);
    if (!address.mac().equals(mac) && (before == null || before.mac().equals(mac))) {
      virtualMacs.merge(address.mac(), 1, Integer::sum);
    }
  }

  /** Lets an address go; one that is not held is no error. */
  void letGo(IpAddress address) {
    LocalAddress held = addresses.remove(address);
    if (held != null && !held.mac().equals(mac)) {
      virtualMacs.computeIfPresent(held.mac(), (m, users) -> users == 1 ? null : users - 1);
    }
    if (address.equals(primary.address())) {
      addresses.put(address, new LocalAddress(address, mac, true));
    }
  }

  @Nullable LocalAddress held(IpAddress address) {
    return addresses.get(address);
  }

  /**
   * Whether frames to a MAC are taken in: the own one, groups, and those of virtual routers held.
   */
  boolean listensTo(long destination) {
    return destination == mac.bits()
        || (destination & GROUP_BIT) != 0
        || !virtualMacs.isEmpty() && virtualMacs.containsKey(new MacAddress(destination));
  }

  /** Sends a packet by way of the next hop's MAC. */
  void sendVia(IpAddress nextHop, EthernetPayload packet, IpAddress source) {
    LocalAddress held = addresses.get(source);
    neighbours.send(nextHop, new OutgoingPacket(packet, source, held == null ? mac : held.mac()));
  }

  /** Puts a frame on the wire; false if there is no carrier. */
  boolean transmit(Frame frame) {
    return port.transmit(frame);
  }

  void confirm(IpAddress nextHop) {
    neighbours.confirm(nextHop);
  }

  void forgetNeighbours() {
    neighbours.clear();
  }

  @Override
  public void ask(IpAddress address, @Nullable IpAddress onBehalfOf, @Nullable MacAddress to) {
    LocalAddress sender = onBehalfOf == null ? null : addresses.get(onBehalfOf);
    if (sender == null) {
      sender = new LocalAddress(primary.address(), mac, true);
    }
    if (address instanceof Ipv4Address target && sender.address() instanceof Ipv4Address source) {
      MacAddress destination = to == null ? MacAddress.BROADCAST : to;
      ArpPacket request = ArpPacket.request(sender.mac(), source, target);
      transmit(Frame.of(new EthernetFrame(destination, sender.mac(), request)));
    }
  }

  @Override
  public void send(OutgoingPacket packet, MacAddress to) {
    transmit(Frame.of(new EthernetFrame(to, packet.sourceMac(), packet.packet())));
  }

  /** Reacts to an ARP packet as RFC 826 and Linux do. */
  void receive(ArpPacket arp) {
    LocalAddress asked = addresses.get(arp.targetAddress());
    boolean gratuitous = arp.isGratuitous();
    if (asked != null && arp.operation() == ArpPacket.REQUEST && !gratuitous) {
      neighbours.askedBy(arp.senderAddress(), arp.senderMac());
      answer(arp, asked);
    } else if (asked != null && arp.operation() == ArpPacket.REPLY && !gratuitous) {
      neighbours.answered(arp.senderAddress(), arp.senderMac());
    } else {
      neighbours.overheard(arp.senderAddress(), arp.senderMac(), gratuitous);
    }
  }

  private void answer(ArpPacket request, LocalAddress asked) {
    ArpPacket reply = ArpPacket.replyTo(request, asked.mac());
    transmit(Frame.of(new EthernetFrame(request.senderMac(), asked.mac(), reply)));
  }
}
