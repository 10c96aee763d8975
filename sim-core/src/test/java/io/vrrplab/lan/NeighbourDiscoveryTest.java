package io.vrrplab.lan;

import static io.vrrplab.lan.World.SECOND;
import static io.vrrplab.lan.World.VIRTUAL_MAC6;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.fault.Fault;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.wire.Icmpv6Echo;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.NeighborAdvertisement;
import io.vrrplab.wire.NeighborSolicitation;
import io.vrrplab.wire.VrrpPacket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neighbour discovery of hosts and of a virtual router (RFC 4861, RFC 9568 6.4 and 8.2). */
class NeighbourDiscoveryTest {

  private static final Ipv6Address LINK_LOCAL = Ipv6Address.parse("fe80::29");
  private static final Ipv6Address VIP = Ipv6Address.parse("2001:db8::50");

  private final World world = new World();
  private final NetworkInterface m1 = world.router("m1", "2001:db8::11/64");
  private final NetworkInterface m2 = world.router("m2", "2001:db8::12/64");
  private final NetworkInterface client = world.host("client", "2001:db8::100/64");

  private void cluster(boolean accept) {
    String[] virtual = {"fe80::29", "2001:db8::50"};
    world.vrrp(m1, Profile.RFC9568, World.VRID, 200, accept, virtual);
    world.vrrp(m2, Profile.RFC9568, World.VRID, 100, accept, virtual);
  }

  @Test
  void shouldAskTheSolicitedNodeGroupAndAnswerWithTheFlags() {
    NetworkInterface other = world.host("other", "2001:db8::200/64");

    world.ping(client, "2001:db8::200", 0, 1).run(SECOND);

    World.Sent asked = world.sentBy("client", NeighborSolicitation.class).getFirst();
    assertThat(asked.frame().destination()).isEqualTo(MacAddress.parse("33:33:ff:00:02:00"));
    assertThat(asked.ipv6().destination()).isEqualTo(Ipv6Address.parse("ff02::1:ff00:200"));
    assertThat(asked.ipv6().hopLimit()).isEqualTo(255);
    assertThat(((NeighborSolicitation) asked.payload()).sourceMac()).isEqualTo(client.mac());
    World.Sent answer = world.sentBy("other", NeighborAdvertisement.class).getFirst();
    assertThat(answer.payload())
        .isEqualTo(
            NeighborAdvertisement.answer(false, Ipv6Address.parse("2001:db8::200"), other.mac()));
    assertThat(answer.ipv6().destination()).isEqualTo(Ipv6Address.parse("2001:db8::100"));
    assertThat(answer.ipv6().hopLimit()).isEqualTo(255);
    assertThat(world.answered).hasSize(1);
  }

  @Requirement({
    "VRRP-ND-MST-REPLY",
    "VRRP-ND-MST-REPLY-VMAC",
    "VRRP-ND-MST-REPLY-RFLAG",
    "VRRP-ND-MST-NOT-PHYS",
    "VRRP-HOST-MST-ND-NOT-DROPPED"
  })
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldAnswerAsMasterWithTheVirtualMacWhateverAcceptModeSays(boolean accept) {
    cluster(accept);

    world.ping(client, "2001:db8::50", 5 * SECOND, 3).run(10 * SECOND);

    assertThat(
            world.payloadsOf("m1", NeighborAdvertisement.class).stream()
                .filter(NeighborAdvertisement::solicited)
                .toList())
        .isNotEmpty()
        .allMatch(NeighborAdvertisement::router)
        .allMatch(NeighborAdvertisement::override)
        .allMatch(answer -> VIRTUAL_MAC6.equals(answer.targetMac()));
    assertThat(world.answered).hasSize(accept ? 3 : 0);
    assertThat(world.sentBy("m1", Icmpv6Echo.class)).hasSize(accept ? 3 : 0);
  }

  @Requirement("VRRP-ND-BKP-NS-SILENT")
  @Test
  void shouldKeepSilentAsBackup() {
    cluster(true);
    NeighborSolicitation question = NeighborSolicitation.of(VIP, client.mac());
    Ipv6Packet packet =
        Ipv6Packet.of(Ipv6Address.parse("2001:db8::100"), VIP.solicitedNodeGroup(), 255, question);

    world
        .at(4 * SECOND, new Fault.LinkDown("m1", null))
        .inject(5 * SECOND, client, MacAddress.ofMulticast(VIP.solicitedNodeGroup()), packet)
        .run(6 * SECOND);

    assertThat(world.sentBy("m2", NeighborAdvertisement.class)).isEmpty();
  }

  @Requirement({
    "VRRP-ND-NA-RFLAG",
    "VRRP-ND-NA-SFLAG",
    "VRRP-ND-NA-OFLAG",
    "VRRP-ND-NA-TARGET",
    "VRRP-ND-NA-TLLA",
    "VRRP-ND-NA-EACH-ADDR",
    "VRRP-ND-NA-DST-HL",
    "VRRP-ND-IFCONF-NA"
  })
  @Test
  void shouldAnnounceEachAddressInOrderAfterTheFirstAdvert() {
    cluster(true);

    world.run(4 * SECOND);

    World.Sent advert = world.sentBy("m1", VrrpPacket.class).getFirst();
    List<World.Sent> announced = world.sentBy("m1", NeighborAdvertisement.class);
    assertThat(announced)
        .extracting(World.Sent::payload)
        .containsExactly(
            NeighborAdvertisement.unsolicited(LINK_LOCAL, VIRTUAL_MAC6),
            NeighborAdvertisement.unsolicited(VIP, VIRTUAL_MAC6));
    assertThat(announced)
        .allMatch(sent -> sent.frame().source().equals(VIRTUAL_MAC6))
        .allMatch(sent -> sent.ipv6().destination().equals(Ipv6Address.ALL_NODES))
        .allMatch(sent -> sent.ipv6().hopLimit() == 255);
    assertThat(world.frames.indexOf(announced.getFirst()))
        .isGreaterThan(world.frames.indexOf(advert));
    assertThat(advert.ipv6().source()).isEqualTo(Ipv6Address.linkLocal(m1.mac()));
    assertThat(advert.frame().source()).isEqualTo(VIRTUAL_MAC6);
    assertThat(advert.frame().destination()).isEqualTo(MacAddress.parse("33:33:00:00:00:12"));
  }

  @Requirement({"VRRP-ND-NS-SLLA", "VRRP-ND-NS-SLLA-NOT-PHYS"})
  @Test
  void shouldNeverShowItsOwnMacInASolicitationAsMaster() {
    cluster(true);

    world.ping(m1, "2001:db8::100", 5 * SECOND, 1).run(15 * SECOND);

    assertThat(world.payloadsOf("m1", NeighborSolicitation.class))
        .isNotEmpty()
        .allMatch(asked -> VIRTUAL_MAC6.equals(asked.sourceMac()));
    assertThat(world.sentBy("m1", NeighborSolicitation.class))
        .allMatch(sent -> sent.ipv6().source().equals(LINK_LOCAL))
        .allMatch(sent -> sent.frame().source().equals(VIRTUAL_MAC6));
    assertThat(world.answered).hasSize(1);
  }

  @Test
  void shouldFollowAnUnsolicitedAdvertisementOnlyIfItOverrides() {
    NetworkInterface other = world.host("other", "2001:db8::200/64");
    Ipv6Address moved = Ipv6Address.parse("2001:db8::200");
    MacAddress elsewhere = MacAddress.parse("02:00:00:00:00:99");

    world
        .ping(client, "2001:db8::200", 0, 8)
        .inject(3 * SECOND / 2, other, MacAddress.BROADCAST, says(moved, elsewhere, false))
        .inject(7 * SECOND / 2, other, MacAddress.BROADCAST, says(moved, elsewhere, true))
        .run(9 * SECOND / 2);

    assertThat(
            world.sentBy("client", Icmpv6Echo.class).stream()
                .map(sent -> sent.frame().destination())
                .toList())
        .containsExactly(other.mac(), other.mac(), other.mac(), other.mac(), elsewhere);
  }

  /** Another virtual router moves from a MAC to another one, whatever this node's own role is. */
  @Requirement("VRRP-ND-UNSOL-NA-ACCEPT")
  @ParameterizedTest
  @ValueSource(strings = {"m1", "m2"})
  void shouldFollowATakeoverBesideAsMasterAndAsBackup(String node) {
    cluster(true);
    NetworkInterface r1 = world.router("r1", "2001:db8::21/64");
    NetworkInterface r2 = world.router("r2", "2001:db8::22/64");
    world.vrrp(r1, Profile.KEEPALIVED, 42, 200, true, "2001:db8::60");
    world.vrrp(r2, Profile.KEEPALIVED, 42, 100, true, "2001:db8::60");
    NetworkInterface on = node.equals("m1") ? m1 : m2;

    world
        .ping(on, "2001:db8::60", 5 * SECOND, 20)
        .at(21 * SECOND / 2, new Fault.Crash("r1"))
        .run(15 * SECOND);

    assertThat(
            world.sentBy(node, Icmpv6Echo.class).stream()
                .map(sent -> sent.frame().destination())
                .distinct()
                .toList())
        .containsExactly(r1.mac(), r2.mac());
    assertThat(world.sentBy(node, NeighborSolicitation.class)).hasSize(1);
  }

  private static Ipv6Packet says(Ipv6Address target, MacAddress mac, boolean override) {
    NeighborAdvertisement full = NeighborAdvertisement.unsolicited(target, mac);
    return Ipv6Packet.of(
        target,
        Ipv6Address.ALL_NODES,
        255,
        new NeighborAdvertisement(false, false, override, target, full.options()));
  }

  @Test
  void shouldDefendAnAddressAgainstSomebodyWhoHasNoneYet() {
    cluster(true);
    Ipv6Packet question =
        Ipv6Packet.of(
            Ipv6Address.ANY,
            VIP.solicitedNodeGroup(),
            255,
            new NeighborSolicitation(VIP, List.of()));

    world
        .inject(5 * SECOND, client, MacAddress.ofMulticast(VIP.solicitedNodeGroup()), question)
        .run(6 * SECOND);

    World.Sent answer = world.sentBy("m1", NeighborAdvertisement.class).getLast();
    assertThat(answer.atNanos()).isGreaterThan(5 * SECOND);
    assertThat(answer.payload()).isEqualTo(NeighborAdvertisement.unsolicited(VIP, VIRTUAL_MAC6));
    assertThat(answer.ipv6().destination()).isEqualTo(Ipv6Address.ALL_NODES);
  }

  @Test
  void shouldIgnoreWhatCrossedARouter() {
    cluster(true);
    Ipv6Packet question =
        Ipv6Packet.of(
            Ipv6Address.parse("2001:db8::100"),
            VIP,
            254,
            NeighborSolicitation.of(VIP, client.mac()));

    world.inject(5 * SECOND, client, VIRTUAL_MAC6, question).run(6 * SECOND);

    assertThat(world.payloadsOf("m1", NeighborAdvertisement.class))
        .noneMatch(NeighborAdvertisement::solicited);
  }
}
