package io.vrrplab.lan;

import io.vrrplab.sim.Limits;
import io.vrrplab.sim.Simulation;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.EthernetPayload;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.IpPayload;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.VrrpChecksum;
import io.vrrplab.wire.VrrpPacket;
import io.vrrplab.wire.VrrpV2Packet;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A segment on which nodes of virtual router 41 (192.0.2.50 and .51) live, every frame is written
 * down, and a probe at 192.0.2.100 says whatever a test wants.
 */
final class TappedSegment implements LabListener {

  static final long MILLISECOND = 1_000_000;
  static final long SECOND = 1_000_000_000;
  static final int VRID = 41;
  static final Ipv4Address PROBE = Ipv4Address.parse("192.0.2.100");
  static final List<IpAddress> VIRTUAL =
      List.of(Ipv4Address.parse("192.0.2.50"), Ipv4Address.parse("192.0.2.51"));
  static final MacAddress VIRTUAL_MAC = MacAddress.parse("00:00:5e:00:01:29");

  /** A frame as it was put on the wire. */
  record Seen(long atNanos, String machine, EthernetFrame frame) {}

  final Lab lab = new Lab(new Simulation(1, Limits.DEFAULT));
  final Segment lan = segment("lan");
  final Machine probe = lab.addHost("probe");
  final NetworkInterface card = lab.connect(probe, lan, new Subnet(PROBE, 24));
  private final List<Seen> seen = new ArrayList<>();

  TappedSegment() {
    lab.listen(this);
  }

  Segment segment(String name) {
    return lab.addSegment(
        new SegmentConfig(name, LinkProperties.DEFAULT, SegmentConfig.DEFAULT_MAC_AGING_NANOS));
  }

  /** A router that takes part in virtual router 41 with the profile's defaults, changed. */
  Machine node(
      String name, String address, Profile profile, UnaryOperator<VirtualRouterConfig> changed) {
    Machine node = lab.addRouter(name);
    IpAddress own = Ipv4Address.parse(address);
    NetworkInterface on = lab.connect(node, lan, new Subnet(own, 24));
    lab.addVirtualRouter(
        node,
        on,
        changed.apply(
            VirtualRouterConfig.ofDefaults(profile, profile.highestVersion(), VRID, own, VIRTUAL)));
    return node;
  }

  /** Two nodes, m1 of priority 200 at .11 and m2 of priority 100 at .12. */
  static TappedSegment ofTwo(Profile profile) {
    TappedSegment tapped = new TappedSegment();
    tapped.node("m1", "192.0.2.11", profile, config -> config.withPriority(200));
    tapped.node("m2", "192.0.2.12", profile, config -> config);
    return tapped.start();
  }

  /** One node, m1 of priority 100 at .11. */
  static TappedSegment ofOne(Profile profile, UnaryOperator<VirtualRouterConfig> changed) {
    TappedSegment tapped = new TappedSegment();
    tapped.node("m1", "192.0.2.11", profile, changed);
    return tapped.start();
  }

  TappedSegment start() {
    lab.start();
    return this;
  }

  TappedSegment runTo(long nanos) {
    lab.simulation().runUntil(nanos);
    return this;
  }

  TappedSegment runFor(long nanos) {
    return runTo(lab.simulation().nowNanos() + nanos);
  }

  VrrpDaemon daemon(String machine) {
    return Objects.requireNonNull(lab.machine(machine).daemon());
  }

  boolean isMaster(String machine) {
    return lab.machine(machine).virtualRouters().getFirst().isMaster();
  }

  /** Has the probe send a frame now. */
  void say(MacAddress to, MacAddress from, EthernetPayload payload) {
    card.transmit(Frame.of(new EthernetFrame(to, from, payload)));
  }

  /** Has the probe send an advert of version 3 as RFC 9568 sums it. */
  void advertise(String source, int hopLimit, int priority, int intervalCs) {
    Ipv4Address from = Ipv4Address.parse(source);
    VrrpV3Packet packet =
        new VrrpV3Packet(VrrpPacket.ADVERTISEMENT, VRID, priority, 0, intervalCs, 0, VIRTUAL);
    advertise(
        from,
        hopLimit,
        VrrpChecksum.sealed(packet, ChecksumForm.MESSAGE_ONLY, from, Ipv4Address.VRRP_GROUP));
  }

  void advertise(Ipv4Address source, int ttl, VrrpPacket message) {
    say(
        MacAddress.ofMulticast(Ipv4Address.VRRP_GROUP),
        card.mac(),
        Ipv4Packet.of(source, Ipv4Address.VRRP_GROUP, ttl, message));
  }

  @Override
  public void transmitted(Transmission transmission) {
    if (transmission.frame().decoded() instanceof Decoded.Packet(EthernetFrame frame)) {
      seen.add(new Seen(lab.simulation().nowNanos(), transmission.origin().machineName(), frame));
    }
  }

  /** All that a machine has sent so far. */
  List<Seen> sentBy(String machine) {
    return seen.stream().filter(each -> each.machine().equals(machine)).toList();
  }

  /** The payloads of one kind that a machine has put into frames or IP packets so far. */
  <T> List<T> sentBy(String machine, Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (Seen each : sentBy(machine)) {
      Object payload = each.frame().payload();
      Object inner = ipPayload(each.frame());
      if (kind.isInstance(payload)) {
        found.add(kind.cast(payload));
      } else if (kind.isInstance(inner)) {
        found.add(kind.cast(inner));
      }
    }
    return found;
  }

  /** The frames with adverts that a machine has sent so far. */
  List<Seen> adverts(String machine) {
    return sentBy(machine).stream()
        .filter(each -> ipPayload(each.frame()) instanceof VrrpPacket)
        .toList();
  }

  /** Forgets what was seen until now. */
  void clear() {
    seen.clear();
  }

  static IpPayload message(Seen advert) {
    IpPayload payload = ipPayload(advert.frame());
    if (payload == null) {
      throw new IllegalArgumentException("not an IP packet: " + advert);
    }
    return payload;
  }

  static int intervalCs(Seen advert) {
    return switch (message(advert)) {
      case VrrpV2Packet v2 -> v2.intervalSeconds() * 100;
      case VrrpV3Packet v3 -> v3.intervalCs();
      default -> throw new IllegalArgumentException("not an advert: " + advert);
    };
  }

  private static @Nullable IpPayload ipPayload(EthernetFrame frame) {
    return switch (frame.payload()) {
      case Ipv4Packet packet -> packet.payload();
      case Ipv6Packet packet -> packet.payload();
      default -> null;
    };
  }
}
