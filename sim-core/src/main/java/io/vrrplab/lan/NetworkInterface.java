package io.vrrplab.lan;

import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.EthernetPayload;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A machine's card on a segment: its MAC, the addresses it holds, and what it knows of neighbours.
 */
public final class NetworkInterface {

  private static final long GROUP_BIT = 0x0100_0000_0000L;

  private final Machine machine;
  private final Segment segment;
  private final Port port;
  private final MacAddress mac;
  private final OwnAddresses own;
  private final NeighbourCache neighbours;
  private final NeighbourProtocol protocol;
  private final Memberships memberships;
  private final LinkSense link = new LinkSense(this);
  private final SequencedMap<IpAddress, LocalAddress> addresses = new LinkedHashMap<>();
  private final SequencedMap<MacAddress, Integer> virtualMacs = new LinkedHashMap<>();
  private final List<IpAddress> virtuallyOwned = new ArrayList<>(0);
  private PacedAnnouncements.Families paced;

  NetworkInterface(Lab lab, Machine machine, Segment segment, int index, List<Subnet> own) {
    this.machine = machine;
    this.segment = segment;
    this.mac = lab.assignMac(OwnAddresses.hardwareAddress(own.getFirst().address()));
    this.port = new Port(lab, machine, machine.name() + ":" + segment.name(), index);
    String stream = "neighbours of " + port.name();
    this.paced = new PacedAnnouncements.Families(lab.simulation());
    this.protocol = new NeighbourProtocol(this);
    this.neighbours =
        new NeighbourCache(protocol, lab.simulation(), lab.simulation().random(stream));
    this.memberships = new Memberships(this, lab.simulation());
    this.own = new OwnAddresses(own, mac);
    subnets().forEach(subnet -> addresses.put(subnet.address(), ownAddress(subnet.address())));
  }

  private LocalAddress ownAddress(IpAddress address) {
    return new LocalAddress(address, mac, true, machine.forwards());
  }

  public Machine machine() {
    return machine;
  }

  public Segment segment() {
    return segment;
  }

  public Port port() {
    return port;
  }

  /** Whether the machine has it; one that only its daemon knows of leads nowhere. */
  boolean isThere() {
    return port.hasCable();
  }

  public MacAddress mac() {
    return mac;
  }

  /** The interface's own addresses with their subnets; a link-local one comes last. */
  public List<Subnet> subnets() {
    return own.subnets();
  }

  NeighbourCache neighbours() {
    return neighbours;
  }

  /** What the machine's daemon takes the link to be. */
  public LinkSense link() {
    return link;
  }

  /** The multicast groups that this interface listens to. */
  Memberships memberships() {
    return memberships;
  }

  /** Whether one of the interface's subnets holds an address. */
  boolean isOnLink(IpAddress address) {
    return own.isOnLink(address);
  }

  /**
   * The own address to use towards a destination: of its family and scope.
   *
   * @return null if the interface has no address of that family
   */
  public @Nullable IpAddress sourceFor(IpAddress destination) {
    return own.sourceFor(destination);
  }

  /** Takes an address on, in addition to its own or with another MAC than its own. */
  void hold(LocalAddress address) {
    reopen(address.address());
    release(addresses.put(address.address(), address));
    if (!address.mac().equals(mac)) {
      virtualMacs.merge(address.mac(), 1, Integer::sum);
    }
  }

  private void release(@Nullable LocalAddress held) {
    if (held != null && !held.mac().equals(mac)) {
      virtualMacs.computeIfPresent(held.mac(), (_, users) -> users == 1 ? null : users - 1);
    }
  }

  /**
   * Has one of the own addresses answered for only while a virtual router holds it: its owner does
   * not say its own MAC for it (RFC 3768 8.2, RFC 9568 8.1.2 and 8.2.2).
   */
  void leaveToVirtualRouter(IpAddress address) {
    virtuallyOwned.add(address);
    addresses.remove(address);
  }

  /** Lets an address go; one that is not held is no error. */
  void letGo(IpAddress address) {
    release(addresses.remove(address));
    for (Subnet subnet : subnets()) {
      if (subnet.address().equals(address) && !virtuallyOwned.contains(address)) {
        addresses.put(address, ownAddress(address));
      }
    }
  }

  OwnAddresses own() {
    return own;
  }

  /** Takes an address off, an own one with its subnet; false if it was not there. */
  boolean takeOff(IpAddress address) {
    Subnet closed = own.takeOff(address);
    if (closed != null) {
      machine.ip().routes().removeOnLink(closed, this);
    }
    boolean held = addresses.containsKey(address);
    release(addresses.remove(address));
    return held || closed != null;
  }

  /** Puts an own address back that was taken off; false if it was not. */
  boolean putBack(IpAddress address) {
    boolean back = reopen(address);
    if (back && !virtuallyOwned.contains(address)) {
      addresses.put(address, ownAddress(address));
    }
    return back;
  }

  private boolean reopen(IpAddress address) {
    Subnet opened = own.putBack(address);
    if (opened != null) {
      machine.ip().routes().addOnLink(opened, this);
    }
    return opened != null;
  }

  @Nullable LocalAddress held(IpAddress address) {
    return addresses.get(address);
  }

  /**
   * The address of a family that is answered for with a MAC: the first one, in IPv6 the first
   * link-local one, since that is how hosts know a router (RFC 4861 8.1).
   *
   * @return null if there is none
   */
  @Nullable IpAddress addressOf(MacAddress answered, int width) {
    IpAddress fallback = null;
    for (LocalAddress held : addresses.sequencedValues()) {
      if (held.mac().equals(answered) && held.address().width() == width) {
        if (held.address().isLinkLocal()) {
          return held.address();
        }
        fallback = fallback == null ? held.address() : fallback;
      }
    }
    return fallback;
  }

  /** Whatever address of a family is held, own or not; null if there is none. */
  @Nullable LocalAddress anyOf(int width) {
    for (LocalAddress held : addresses.sequencedValues()) {
      if (held.address().width() == width) {
        return held;
      }
    }
    return null;
  }

  /** The address of an IPv6 virtual router of which this is Master; null if there is none. */
  @Nullable LocalAddress virtualIpv6() {
    for (LocalAddress held : addresses.sequencedValues()) {
      if (held.address() instanceof Ipv6Address && !held.mac().equals(mac)) {
        return held;
      }
    }
    return null;
  }

  /** Has all own addresses, and joins the groups that go with them (RFC 4861 7.2.1). */
  void comeUp() {
    own.gone().forEach(this::putBack);
    for (Subnet subnet : subnets()) {
      if (subnet.address() instanceof Ipv6Address v6) {
        memberships.join(v6.solicitedNodeGroup());
      }
    }
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
  boolean transmit(MacAddress to, MacAddress from, EthernetPayload payload) {
    return transmit(Frame.of(new EthernetFrame(to, from, payload)));
  }

  /** Puts a frame on the wire; false if there is no carrier. */
  boolean transmit(Frame frame) {
    return port.transmit(frame);
  }

  /**
   * The machine's administrator takes the card down or brings it up. As with most cards the light
   * goes out, so that both ends notice at once; Linux empties the neighbour cache of a card that is
   * taken down, and reports its groups of IPv4 when it is brought up (seen with 6.18). A machine
   * that boots brings its cards up.
   */
  public void enable(boolean up) {
    port.cable().enable(up);
    if (up) {
      memberships.repeat(Ipv4Address.ANY.width());
    } else {
      neighbours.clear();
    }
  }

  /**
   * The carrier came or went. Linux reports its groups of IPv6 when it is back, those of IPv4 not
   * (seen with 6.18): a switch that forgot them with the link hears of them only by asking.
   */
  void carrierChanged() {
    link.changed();
    if (port.hasCarrier()) {
      memberships.repeat(Ipv6Address.ANY.width());
    }
  }

  /** The announcements of an address's family, where they keep a distance. */
  PacedAnnouncements paced(IpAddress address) {
    return paced.of(address);
  }

  /** Has announcements keep their distance to those of another interface too; before the start. */
  public void paceWith(NetworkInterface other) {
    paced = other.paced;
  }

  /** Reacts to ARP and neighbour discovery. */
  NeighbourProtocol protocol() {
    return protocol;
  }

  /** Forgets all that was in memory, as on power loss. */
  void forget() {
    neighbours.clear();
    memberships.clear();
  }
}
