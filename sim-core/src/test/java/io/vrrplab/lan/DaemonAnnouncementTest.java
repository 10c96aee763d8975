package io.vrrplab.lan;

import static io.vrrplab.lan.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.vrrp.Profile;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.NeighborAdvertisement;
import io.vrrplab.wire.VrrpPacket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How daemons tell where the address is, and several virtual routers on one interface. */
class DaemonAnnouncementTest {

  private static final Ipv4Address VIP = Ipv4Address.parse("192.0.2.50");
  private static final long KEEPALIVED_TAKEOVER_NANOS = 3_609_375_000L;
  private static final long FRR_TAKEOVER_NANOS = 3_600_000_000L;

  private final World world = new World();
  private final NetworkInterface m1 = world.router("m1", "192.0.2.11/24", "2001:db8::11/64");

  @Test
  void shouldAnnounceFiveTimesAndFiveMoreFromTheInterfaceMacAsKeepalived() {
    world.vrrp(m1, Profile.KEEPALIVED, 100, "192.0.2.50");

    world.run(20 * SECOND);

    List<World.Sent> announced = world.sentBy("m1", ArpPacket.class);
    assertThat(announced)
        .hasSize(10)
        .allMatch(sent -> sent.frame().source().equals(m1.mac()))
        .allMatch(sent ->
            sent.payload().equals(ArpPacket.gratuitous(m1.mac(), VIP, MacAddress.BROADCAST)));
    assertThat(announced.subList(0, 5))
        .allMatch(sent -> sent.atNanos() == KEEPALIVED_TAKEOVER_NANOS);
    assertThat(announced.subList(5, 10))
        .allMatch(sent -> sent.atNanos() == KEEPALIVED_TAKEOVER_NANOS + 5 * SECOND);
    assertThat(world.sentBy("m1", VrrpPacket.class))
        .allMatch(sent -> sent.frame().source().equals(m1.mac()));
  }

  @Test
  void shouldGoRoundByRoundThroughTheAddressesAsKeepalived() {
    world.vrrp(m1, Profile.KEEPALIVED, 100, "fe80::29", "2001:db8::50");

    world.run(4 * SECOND);

    assertThat(world.payloadsOf("m1", NeighborAdvertisement.class))
        .hasSize(10)
        .allMatch(NeighborAdvertisement::router)
        .extracting(NeighborAdvertisement::target)
        .startsWith(
            Ipv6Address.parse("fe80::29"),
            Ipv6Address.parse("2001:db8::50"),
            Ipv6Address.parse("fe80::29"));
  }

  @Test
  void shouldAnnounceOnceFromTheVirtualMacAsFrr() {
    world.vrrp(m1, Profile.FRR, 100, "192.0.2.50");

    world.run(20 * SECOND);

    assertThat(world.sentBy("m1", ArpPacket.class))
        .hasSize(1)
        .allMatch(sent -> sent.atNanos() == FRR_TAKEOVER_NANOS)
        .allMatch(sent ->
            sent.payload()
                .equals(ArpPacket.gratuitous(World.VIRTUAL_MAC4, VIP, MacAddress.BROADCAST)));
  }

  @Test
  void shouldRunOneVridInBothFamiliesAndOthersBesideIt() {
    NetworkInterface m2 = world.router("m2", "192.0.2.12/24", "2001:db8::12/64");
    VirtualRouter four = world.vrrp(m1, Profile.RFC9568, 41, 200, true, "192.0.2.50");
    VirtualRouter six = world.vrrp(m1, Profile.RFC9568, 41, 100, true, "fe80::29");
    VirtualRouter other = world.vrrp(m1, Profile.RFC9568, 42, 100, true, "192.0.2.51");
    VirtualRouter four2 = world.vrrp(m2, Profile.RFC9568, 41, 100, true, "192.0.2.50");
    VirtualRouter six2 = world.vrrp(m2, Profile.RFC9568, 41, 200, true, "fe80::29");
    VirtualRouter other2 = world.vrrp(m2, Profile.RFC9568, 42, 200, true, "192.0.2.51");
    NetworkInterface client = world.host("client", "192.0.2.100/24", "2001:db8::100/64");

    world
        .ping(client, "192.0.2.50", 5 * SECOND, 2)
        .ping(client, "fe80::29", 5 * SECOND, 2)
        .ping(client, "192.0.2.51", 5 * SECOND, 2)
        .run(8 * SECOND);

    assertThat(List.of(four, six2, other2)).allMatch(VirtualRouter::isMaster);
    assertThat(List.of(four2, six, other)).noneMatch(VirtualRouter::isMaster);
    assertThat(world.answered).hasSize(6);
    assertThat(world.sentBy("m1", VrrpPacket.class))
        .allMatch(sent -> sent.frame().source().equals(World.VIRTUAL_MAC4));
    assertThat(world.sentBy("m2", VrrpPacket.class))
        .extracting(sent -> sent.frame().source())
        .contains(World.VIRTUAL_MAC6, MacAddress.virtualRouterIpv4(42))
        .doesNotContain(World.VIRTUAL_MAC4);
  }

  @Test
  void shouldGiveEachCardItsOwnMac() {
    NetworkInterface twin = world.router("twin", "2001:db8::c000:20b/64");

    assertThat(twin.mac()).isNotEqualTo(m1.mac());
  }
}
