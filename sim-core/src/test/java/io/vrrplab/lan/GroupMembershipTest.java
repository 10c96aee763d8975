package io.vrrplab.lan;

import static io.vrrplab.lan.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.fault.Fault;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.wire.GroupRecord;
import io.vrrplab.wire.GroupReport;
import io.vrrplab.wire.IgmpReport;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.MldReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which groups are joined and left, and when (RFC 3376, RFC 3810, RFC 4861 7.2.1). */
class GroupMembershipTest {

  private static final GroupRecord JOIN4 = GroupRecord.join(Ipv4Address.VRRP_GROUP);
  private static final GroupRecord LEAVE4 = GroupRecord.leave(Ipv4Address.VRRP_GROUP);
  private static final GroupRecord JOIN6 = GroupRecord.join(Ipv6Address.VRRP_GROUP);
  private static final GroupRecord LEAVE6 = GroupRecord.leave(Ipv6Address.VRRP_GROUP);
  private static final Ipv6Address LINK_LOCAL_GROUP = Ipv6Address.parse("ff02::1:ff00:29");
  private static final Ipv6Address VIP_GROUP = Ipv6Address.parse("ff02::1:ff00:50");

  private final World world = new World();
  private final NetworkInterface m1 = world.router("m1", "192.0.2.11/24", "2001:db8::11/64");

  private List<GroupRecord> changes() {
    return world.payloadsOf("m1", GroupReport.class).stream()
        .flatMap(report -> report.records().stream())
        .filter(change -> !change.group().equals(Ipv6Address.parse("ff02::1:ff00:11")))
        .filter(
            change -> !change.group().equals(Ipv6Address.linkLocal(m1.mac()).solicitedNodeGroup()))
        .toList();
  }

  @Test
  void shouldReportInTheFormOfIgmp() {
    world.vrrp(m1, Profile.RFC9568, 100, "192.0.2.50");

    world.run(SECOND);

    World.Sent report = world.sentBy("m1", IgmpReport.class).getFirst();
    Ipv4Packet packet = (Ipv4Packet) report.frame().payload();
    assertThat(report.frame().destination()).isEqualTo(MacAddress.parse("01:00:5e:00:00:16"));
    assertThat(packet.destination()).isEqualTo(Ipv4Address.IGMP_ROUTERS);
    assertThat(packet.ttl()).isEqualTo(1);
    assertThat(packet.options()).isEqualTo(Ipv4Packet.ROUTER_ALERT);
    assertThat(changes()).containsExactly(JOIN4);
  }

  @Requirement({"VRRP-ND-MST-SNM-MEMBER", "VRRP-OPS-MULTICAST-JOIN"})
  @Test
  void shouldJoinAtTheStartAndTheTakeoverAndLeaveAtTheStop() {
    world.vrrp(m1, Profile.RFC9568, 100, "fe80::29", "2001:db8::50");

    world.at(10 * SECOND, new Fault.Stop("m1")).run(11 * SECOND);

    assertThat(changes())
        .containsExactly(
            JOIN6,
            GroupRecord.join(LINK_LOCAL_GROUP),
            GroupRecord.join(VIP_GROUP),
            GroupRecord.leave(LINK_LOCAL_GROUP),
            GroupRecord.leave(VIP_GROUP),
            LEAVE6);
    assertThat(world.sentBy("m1", MldReport.class))
        .allMatch(sent -> sent.frame().destination().equals(MacAddress.parse("33:33:00:00:00:16")))
        .allMatch(sent -> sent.ipv6().hopLimit() == 1)
        .allMatch(sent -> sent.ipv6().source().isLinkLocal())
        .allMatch(sent -> sent.ipv6().hopByHopOptions().equals(Ipv6Packet.MLD_ROUTER_ALERT));
  }

  @Test
  void shouldJoinTheGroupsOfItsOwnAddressesWhenItComesUp() {
    world.host("host", "2001:db8::100/64");

    world.run(0);

    assertThat(world.payloadsOf("host", MldReport.class))
        .flatExtracting(MldReport::records)
        .contains(GroupRecord.join(Ipv6Address.parse("ff02::1:ff00:100")));
  }

  @Test
  void shouldReportOnceForSeveralVirtualRouters() {
    world.vrrp(m1, Profile.RFC9568, 1, 100, true, "192.0.2.1");
    world.vrrp(m1, Profile.RFC9568, 2, 100, true, "192.0.2.2");

    world.at(10 * SECOND, new Fault.Stop("m1")).run(11 * SECOND);

    assertThat(changes()).containsExactly(JOIN4, LEAVE4);
  }

  @Test
  void shouldLeaveTheGroupWhenTheDaemonIsKilledAndJoinItAgain() {
    world.vrrp(m1, Profile.RFC9568, 100, "192.0.2.50");

    world.at(10 * SECOND, new Fault.Kill("m1")).at(11 * SECOND, new Fault.Start("m1"));
    world.run(12 * SECOND);

    assertThat(changes()).containsExactly(JOIN4, LEAVE4, JOIN4);
  }

  /** Seen with keepalived 2.2.7 on Linux 6.18: the socket stays in its group without a link. */
  @Test
  void shouldReportGroupsOfIpv6AloneWhenTheLinkIsBack() {
    world.vrrp(m1, Profile.RFC9568, 1, 100, true, "192.0.2.50");
    world.vrrp(m1, Profile.RFC9568, 2, 100, true, "fe80::29");

    world
        .at(2 * SECOND, new Fault.LinkDown("m1", null))
        .at(3 * SECOND, new Fault.LinkUp("m1", null));
    world.run(3 * SECOND);

    assertThat(changes()).containsExactly(JOIN4, JOIN6, JOIN6);
    assertThat(world.sentBy("m1", MldReport.class).getLast().atNanos()).isEqualTo(3 * SECOND);
  }

  @Test
  void shouldReportAllGroupsWhenTheCardIsBroughtUp() {
    world.vrrp(m1, Profile.RFC9568, 1, 100, true, "192.0.2.50");
    world.vrrp(m1, Profile.RFC9568, 2, 100, true, "fe80::29");

    world.at(2 * SECOND, new Fault.InterfaceDown("m1", null));
    world.at(3 * SECOND, new Fault.InterfaceUp("m1", null)).run(3 * SECOND);

    assertThat(changes()).containsExactly(JOIN4, JOIN6, JOIN6, JOIN4);
  }

  /** As seen with keepalived 2.2.7: no join, no leave and no answer, and MLD as ever. */
  @Test
  void shouldKeepLocalGroupsOfIpv4ToItselfIfToldSo() {
    world.vrrp(m1, Profile.RFC9568, 1, 100, true, "192.0.2.50");
    world.vrrp(m1, Profile.RFC9568, 2, 100, true, "fe80::29");
    IpAddress wide = IpAddress.parse("239.1.1.1");

    m1.machine().reportLocalGroups(false);
    m1.memberships().join(wide);
    world.at(2 * SECOND, new Fault.Stop("m1")).run(3 * SECOND);

    assertThat(changes()).containsExactly(GroupRecord.join(wide), JOIN6, LEAVE6);
  }

  @Test
  void shouldSayNothingWhenThePowerGoesAndJoinAgainWhenItIsBack() {
    world.vrrp(m1, Profile.RFC9568, 100, "fe80::29");

    world.at(2 * SECOND, new Fault.Crash("m1")).at(3 * SECOND, new Fault.Start("m1"));
    world.run(4 * SECOND);

    assertThat(changes()).containsExactly(JOIN6, JOIN6);
    assertThat(world.frames).noneMatch(sent -> sent.atNanos() == 2 * SECOND);
  }
}
