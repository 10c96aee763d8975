package io.vrrplab.lan;

import static io.vrrplab.lan.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.fault.Fault;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.Icmpv6Echo;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.NeighborAdvertisement;
import org.junit.jupiter.api.Test;

/** An owner's virtual address is that of its interface (RFC 9568 6.4.1, 8.1.2). */
class OwnedAddressTest {

  private static final Ipv4Address OWNED = Ipv4Address.parse("192.0.2.11");

  private final World world = new World();
  private final NetworkInterface m1 =
      world.router("m1", "192.0.2.11/24", "fe80::11/64", "2001:db8::11/64");
  private final NetworkInterface m2 = world.router("m2", "192.0.2.12/24", "2001:db8::12/64");
  private final NetworkInterface client =
      world.host("client", "192.0.2.100/24", "2001:db8::100/64");

  @Test
  void shouldBeMasterFromTheStartAndAnswerWithTheVirtualMac() {
    VirtualRouter owner = world.vrrp(m1, Profile.RFC9568, 255, "192.0.2.11");

    world.ping(client, "192.0.2.11", SECOND, 3).run(5 * SECOND);

    assertThat(owner.isMaster()).isTrue();
    assertThat(world.arpOf("m1"))
        .isNotEmpty()
        .allMatch(arp -> arp.senderMac().equals(World.VIRTUAL_MAC4));
    assertThat(world.sentBy("client", IcmpEcho.class))
        .allMatch(sent -> sent.frame().destination().equals(World.VIRTUAL_MAC4));
    assertThat(world.answered).hasSize(3);
  }

  @Test
  void shouldNotAnswerForTheAddressWhileItDoesNotRun() {
    world.vrrp(m1, Profile.RFC9568, 255, "192.0.2.11");
    ArpPacket question = ArpPacket.request(client.mac(), Ipv4Address.parse("192.0.2.100"), OWNED);

    world
        .at(2 * SECOND, new Fault.Stop("m1"))
        .inject(3 * SECOND, client, MacAddress.BROADCAST, question)
        .at(4 * SECOND, new Fault.Start("m1"))
        .inject(5 * SECOND, client, MacAddress.BROADCAST, question)
        .run(6 * SECOND);

    assertThat(world.sentBy("m1", ArpPacket.class))
        .noneMatch(sent -> sent.atNanos() > 2 * SECOND && sent.atNanos() < 4 * SECOND)
        .anyMatch(sent -> sent.atNanos() > 5 * SECOND)
        .allMatch(sent -> sent.frame().source().equals(World.VIRTUAL_MAC4));
  }

  @Test
  void shouldHandOverAndTakeBack() {
    world.vrrp(m1, Profile.RFC9568, 255, "192.0.2.11");
    VirtualRouter backup = world.vrrp(m2, Profile.RFC9568, 100, "192.0.2.11");

    world
        .ping(client, "192.0.2.11", SECOND, 9)
        .at(16 * SECOND / 5, new Fault.Stop("m1")) // and 0.609375 s of skew
        .at(13 * SECOND / 2, new Fault.Start("m1"))
        .run(11 * SECOND);

    assertThat(world.sentBy("m2", IcmpEcho.class)).hasSize(3);
    assertThat(world.sentBy("m1", IcmpEcho.class)).hasSize(6);
    assertThat(world.answered).hasSize(9);
    assertThat(backup.isMaster()).isFalse();
  }

  @Test
  void shouldOwnIpv6AddressesToo() {
    VirtualRouter owner = world.vrrp(m1, Profile.RFC9568, 255, "fe80::11", "2001:db8::11");

    world.ping(client, "2001:db8::11", SECOND, 3).run(5 * SECOND);

    assertThat(owner.config().primaryAddress()).isEqualTo(Ipv6Address.parse("fe80::11"));
    assertThat(world.payloadsOf("m1", NeighborAdvertisement.class))
        .isNotEmpty()
        .allMatch(said -> World.VIRTUAL_MAC6.equals(said.targetMac()));
    assertThat(world.sentBy("m1", Icmpv6Echo.class))
        .hasSize(3)
        .allMatch(sent -> sent.frame().source().equals(World.VIRTUAL_MAC6));
  }

  @Test
  void shouldKeepTheInterfaceMacUnderKeepalived() {
    world.vrrp(m1, Profile.KEEPALIVED, 255, "192.0.2.11");

    world
        .at(2 * SECOND, new Fault.Stop("m1"))
        .ping(client, "192.0.2.11", SECOND, 3)
        .run(5 * SECOND);

    assertThat(world.arpOf("m1")).isNotEmpty().allMatch(arp -> arp.senderMac().equals(m1.mac()));
    assertThat(world.answered).hasSize(3);
  }
}
