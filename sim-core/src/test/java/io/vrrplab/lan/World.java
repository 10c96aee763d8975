package io.vrrplab.lan;

import io.vrrplab.fault.Fault;
import io.vrrplab.fault.FaultInjector;
import io.vrrplab.sim.Limits;
import io.vrrplab.sim.Simulation;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.vrrp.Authentication;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.EthernetPayload;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.IpPayload;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lab with segments lan and wan that keeps every frame sent, for tests. */
final class World implements LabListener {

  static final long SECOND = 1_000_000_000L;
  static final int VRID = 41;
  static final MacAddress VIRTUAL_MAC4 = MacAddress.virtualRouterIpv4(VRID);
  static final MacAddress VIRTUAL_MAC6 = MacAddress.virtualRouterIpv6(VRID);

  final Lab lab = new Lab(new Simulation(1, Limits.DEFAULT));
  final Segment lan = segment("lan");
  final Segment wan = segment("wan");
  final List<Sent> frames = new ArrayList<>();
  final List<Boolean> answered = new ArrayList<>();
  private final FaultInjector injector = new FaultInjector(lab);

  /** A frame, who sent it and when. */
  record Sent(long atNanos, String port, EthernetFrame frame) {

    /** What is in the IP packet, or the packet itself where it is not IP. */
    Object payload() {
      return switch (frame.payload()) {
        case Ipv4Packet packet -> packet.payload();
        case Ipv6Packet packet -> packet.payload();
        default -> frame.payload();
      };
    }

    Ipv6Packet ipv6() {
      return (Ipv6Packet) frame.payload();
    }
  }

  World() {
    lab.listen(this);
  }

  private Segment segment(String name) {
    return lab.addSegment(
        new SegmentConfig(name, LinkProperties.DEFAULT, SegmentConfig.DEFAULT_MAC_AGING_NANOS));
  }

  @Override
  public void transmitted(Transmission transmission) {
    if (transmission.frame().decoded() instanceof Decoded.Packet(EthernetFrame frame)) {
      frames.add(new Sent(lab.simulation().nowNanos(), transmission.origin().name(), frame));
    }
  }

  @Override
  public void probeArrived(Flow flow, int sequence, int hopLimit) {
    answered.add(true);
  }

  /** Gives a machine a card with addresses such as {@code 192.0.2.11/24}. */
  NetworkInterface connect(Machine machine, Segment segment, String... addresses) {
    List<Subnet> own = Arrays.stream(addresses).map(World::subnet).toList();
    return lab.connect(
        machine, segment, own.getFirst(), own.subList(1, own.size()).toArray(Subnet[]::new));
  }

  private static Subnet subnet(String text) {
    int slash = text.indexOf('/');
    return new Subnet(
        IpAddress.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  NetworkInterface router(String name, String... addresses) {
    return connect(lab.addRouter(name), lan, addresses);
  }

  NetworkInterface host(String name, String... addresses) {
    return connect(lab.addHost(name), lan, addresses);
  }

  VirtualRouter vrrp(NetworkInterface on, Profile profile, int priority, String... addresses) {
    return vrrp(on, profile, VRID, priority, true, addresses);
  }

  VirtualRouter vrrp(
      NetworkInterface on,
      Profile profile,
      int vrid,
      int priority,
      boolean accept,
      String... addresses) {
    List<IpAddress> virtual = Arrays.stream(addresses).map(IpAddress::parse).toList();
    IpAddress primary = on.sourceFor(AddressFamily.of(virtual.getFirst()).group());
    if (primary == null) {
      throw new IllegalArgumentException(on.port().name() + " lacks the family");
    }
    return lab.addVirtualRouter(
        on.machine(),
        on,
        new VirtualRouterConfig(
            vrid,
            profile.highestVersion(),
            priority,
            100,
            virtual,
            true,
            accept,
            primary,
            Authentication.NONE,
            profile));
  }

  /** A ping a second from a machine, {@code count} of them, the first at {@code startNanos}. */
  World ping(NetworkInterface from, String to, long startNanos, int count) {
    lab.addFlow(
        from.machine(),
        new Flow.Config(Flow.Kind.PING, IpAddress.parse(to), SECOND, 56, startNanos, count));
    return this;
  }

  World at(long nanos, Fault fault) {
    injector.schedule(nanos, fault);
    return this;
  }

  /** Has a card send a frame of its own making. */
  World inject(long nanos, NetworkInterface from, MacAddress to, EthernetPayload payload) {
    lab.simulation().at(nanos, () -> from.transmit(to, from.mac(), payload));
    return this;
  }

  World run(long nanos) {
    lab.start();
    lab.simulation().runUntil(nanos);
    return this;
  }

  /** What a machine sent of one kind, on any segment, in order. */
  List<Sent> sentBy(String machine, Class<?> kind) {
    return frames.stream()
        .filter(sent -> sent.port().startsWith(machine + ":"))
        .filter(sent -> kind.isInstance(sent.payload()))
        .toList();
  }

  /** The payloads of {@link #sentBy}. */
  <T> List<T> payloadsOf(String machine, Class<T> kind) {
    return sentBy(machine, kind).stream().map(sent -> kind.cast(sent.payload())).toList();
  }

  List<ArpPacket> arpOf(String machine) {
    return payloadsOf(machine, ArpPacket.class);
  }

  /** Whether any frame with such a payload crossed a segment. */
  boolean crossed(Segment segment, Class<? extends IpPayload> kind, @Nullable MacAddress from) {
    return frames.stream()
        .filter(sent -> sent.port().endsWith(":" + segment.name()))
        .filter(sent -> from == null || sent.frame().source().equals(from))
        .anyMatch(sent -> kind.isInstance(sent.payload()));
  }
}
