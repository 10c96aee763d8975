package io.vrrplab.lan;

import static io.vrrplab.lan.TappedSegment.PROBE;
import static io.vrrplab.lan.TappedSegment.SECOND;
import static io.vrrplab.lan.TappedSegment.VIRTUAL_MAC;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.lan.TappedSegment.Seen;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.VrrpPacket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several virtual routers on one node, and nodes on several segments. */
class SeveralVirtualRoutersTest {

  private static final List<IpAddress> OTHERS = List.of(Ipv4Address.parse("192.0.2.60"));

  /** m1 is to be Master of 41 and m2 of 42. */
  private static TappedSegment sharingLoad() {
    TappedSegment tapped = new TappedSegment();
    join(tapped, tapped.node("m1", "192.0.2.11", Profile.RFC9568, c -> c.withPriority(200)), 100);
    join(tapped, tapped.node("m2", "192.0.2.12", Profile.RFC9568, c -> c), 200);
    return tapped.start();
  }

  private static void join(TappedSegment tapped, Machine node, int priority) {
    NetworkInterface on = node.interfaces().getFirst();
    tapped.lab.addVirtualRouter(
        node,
        on,
        VirtualRouterConfig.ofDefaults(
                Profile.RFC9568, 3, 42, on.subnets().getFirst().address(), OTHERS)
            .withPriority(priority));
  }

  @Test
  @Requirement({
    "VRRP-ADDR-MULTI-VR",
    "VRRP-SM-ONE-INSTANCE-PER-VR",
    "VRRP-RX-VRID-CONFIGURED",
    "VRRP-TX-SRC-MAC-VIRTUAL"
  })
  void shouldRunEachVirtualRouterByItself() {
    TappedSegment quiet = sharingLoad().runTo(30 * SECOND);
    TappedSegment tapped = sharingLoad().runTo(10 * SECOND);
    tapped.lab.machine("m2").powerOff();
    tapped.runTo(30 * SECOND);

    Machine m1 = tapped.lab.machine("m1");
    assertThat(m1.virtualRouters()).allMatch(VirtualRouter::isMaster);
    assertThat(adverts(tapped, 41)).isEqualTo(adverts(quiet, 41));
    assertThat(adverts(tapped, 42))
        .extracting(each -> each.frame().source())
        .containsOnly(MacAddress.parse("00:00:5e:00:01:2a"));
    assertThat(adverts(quiet, 42)).isEmpty();
  }

  private static List<Seen> adverts(TappedSegment tapped, int vrid) {
    return tapped.adverts("m1").stream()
        .filter(each -> ((VrrpPacket) TappedSegment.message(each)).virtualRouterId() == vrid)
        .toList();
  }

  /** Two segments, each with virtual router 41; the dual-homed node is the better on one. */
  @Test
  @Requirement({
    "VRRP-RX-VRID-INTERFACE-SCOPE",
    "VRRP-ADDR-VRID-REUSE-OTHER-LAN",
    "VRRP-ADDR-VRID-SCOPE-LAN",
    "VRRP-HOST-NO-FORWARD-MCAST-IPV4"
  })
  void shouldKeepTheSameVridOnTwoInterfacesApart() {
    TappedSegment tapped = new TappedSegment();
    Machine both = tapped.node("both", "192.0.2.11", Profile.RFC9568, c -> c.withPriority(50));
    tapped.node("better", "192.0.2.12", Profile.RFC9568, c -> c.withPriority(200));
    Segment wan = tapped.segment("wan");
    IpAddress own = Ipv4Address.parse("198.51.100.11");
    NetworkInterface outside = tapped.lab.connect(both, wan, new Subnet(own, 24));
    tapped.lab.addVirtualRouter(
        both,
        outside,
        VirtualRouterConfig.ofDefaults(
            Profile.RFC9568, 3, 41, own, List.of(Ipv4Address.parse("198.51.100.50"))));

    tapped.start().runTo(20 * SECOND);

    assertThat(both.virtualRouters())
        .extracting(VirtualRouter::isMaster)
        .containsExactly(false, true);
    assertThat(tapped.adverts("both"))
        .isNotEmpty()
        .allSatisfy(
            each -> assertThat(((Ipv4Packet) each.frame().payload()).source()).isEqualTo(own));
  }

  /** A router with a second leg; a host behind it; the probe sends to the virtual MAC. */
  @ParameterizedTest
  @ValueSource(strings = {"rfc3768", "rfc5798", "rfc9568"})
  @Requirement({"VRRP-HOST-MST-FORWARD", "VRRP-HOST-BKP-DROP-VMAC"})
  void shouldForwardWhatIsSentToTheVirtualMacAsMasterOnly(String profile) {
    TappedSegment tapped = new TappedSegment();
    Segment wan = tapped.segment("wan");
    Ipv4Address far = Ipv4Address.parse("198.51.100.99");
    Machine target = tapped.lab.addHost("target");
    tapped.lab.connect(target, wan, new Subnet(far, 24));
    for (int i = 1; i <= 2; i++) {
      int priority = 100 * i;
      Machine node =
          tapped.node(
              "m" + i, "192.0.2.1" + i, Profile.named(profile), c -> c.withPriority(priority));
      IpAddress outside = Ipv4Address.parse("198.51.100.1" + i);
      tapped.lab.connect(node, wan, new Subnet(outside, 24));
    }
    tapped.start().runTo(10 * SECOND).clear();

    IcmpEcho ping = IcmpEcho.request(7, 1, Octets.zeroes(56));
    tapped.say(VIRTUAL_MAC, tapped.card.mac(), Ipv4Packet.of(PROBE, far, 64, ping));
    tapped.runFor(SECOND / 10);

    assertThat(packetsTo(tapped, "m2", far)).extracting(Ipv4Packet::ttl).containsExactly(63);
    assertThat(packetsTo(tapped, "m1", far)).isEmpty();
  }

  private static List<Ipv4Packet> packetsTo(
      TappedSegment tapped, String machine, Ipv4Address destination) {
    return tapped.sentBy(machine, Ipv4Packet.class).stream()
        .filter(packet -> packet.destination().equals(destination))
        .toList();
  }
}
