package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.SECOND;
import static io.vrrplab.World.VIP;
import static io.vrrplab.World.VRID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.VrrpPacket;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a VRRP node does to the network around it in each state. */
class VrrpNodeTest {

  private static final MacAddress VIRTUAL_MAC = MacAddress.virtualRouterIpv4(VRID);

  /** 3 s and (256 - 200) / 256 s (RFC 3768 6.1). */
  private static final long MASTER_DOWN_200 = 3_218_750_000L;

  private final World world = World.of();
  private final Machine m1 = world.node("m1", "192.0.2.11", 200);
  private final Machine m2 = world.node("m2", "192.0.2.12", 100);
  private final Machine client = world.host("client", "192.0.2.100");

  private static VrrpDaemon daemon(Machine node) {
    return Objects.requireNonNull(node.daemon());
  }

  private static boolean holdsVip(Machine node) {
    return node.interfaces().getFirst().held(VIP) != null;
  }

  private long arrivedBetween(long fromNanos, long toNanos) {
    return world.tape.arrivals().stream()
        .filter(each -> fromNanos <= each.atNanos() && each.atNanos() < toNanos)
        .count();
  }

  @Test
  void shouldAnnounceTheVirtualMacWhenItBecomesMaster() {
    world.runUntil(10 * SECOND);

    Tape.Sent gratuitous = world.tape.sent("m1", ArpPacket.class).getFirst();
    assertThat(gratuitous.atNanos()).isEqualTo(MASTER_DOWN_200);
    assertThat(gratuitous.frame().source()).isEqualTo(VIRTUAL_MAC);
    assertThat(gratuitous.frame().destination()).isEqualTo(MacAddress.BROADCAST);
    assertThat(gratuitous.arp().isGratuitous()).isTrue();
    assertThat(gratuitous.arp().senderMac()).isEqualTo(VIRTUAL_MAC);
    assertThat(gratuitous.arp().senderAddress()).isEqualTo(VIP);
  }

  @Test
  void shouldAdvertiseFromTheVirtualMacToTheGroupOnceASecond() {
    world.runUntil(MASTER_DOWN_200 + 3 * SECOND);

    List<Tape.Sent> adverts = world.tape.sent("m1", VrrpPacket.class);
    assertThat(adverts)
        .extracting(each -> each.atNanos() - MASTER_DOWN_200)
        .containsExactly(0L, SECOND, 2 * SECOND, 3 * SECOND);
    assertThat(adverts)
        .allMatch(each ->
            each.frame().source().equals(VIRTUAL_MAC)
                && each.frame().destination().equals(MacAddress.parse("01:00:5e:00:00:12"))
                && each.ip().ttl() == 255
                && each.advert().priority() == 200);
    assertThat(world.tape.sent("m2", VrrpPacket.class)).isEmpty();
  }

  @Test
  void shouldAnswerForTheVirtualAddressAsMasterOnly() {
    Machine early = world.host("early", "192.0.2.101");
    world.ping(early, "192.0.2.50", SECOND);
    world.ping(client, "192.0.2.50", SECOND, 4 * SECOND);
    world.runUntil(10 * SECOND + 20 * HOP);

    assertThat(world.tape.arpRequests("early")).hasSize(3);
    Tape.Sent reply = world.tape.sent("m1", ArpPacket.class).get(1);
    assertThat(reply.atNanos()).isEqualTo(4 * SECOND + 2 * HOP);
    assertThat(reply.arp().operation()).isEqualTo(ArpPacket.REPLY);
    assertThat(reply.arp().senderMac()).isEqualTo(VIRTUAL_MAC);
    assertThat(reply.frame().source()).isEqualTo(VIRTUAL_MAC);
    assertThat(world.tape.pings("client"))
        .hasSize(7)
        .allMatch(each -> each.frame().destination().equals(VIRTUAL_MAC));
    assertThat(world.tape.pings("m1"))
        .allMatch(
            each -> each.frame().source().equals(VIRTUAL_MAC) && each.ip().source().equals(VIP));
    assertThat(world.tape.sent("m2", IcmpEcho.class)).isEmpty();
    assertThat(world.tape.sent("m2", ArpPacket.class)).isEmpty();
    assertThat(world.tape.arrivals()).hasSize(14);
  }

  @Test
  void shouldAnswerForItsOwnAddressInEveryState() {
    world.ping(client, "192.0.2.12", SECOND);
    world.runUntil(10 * SECOND + 20 * HOP);

    assertThat(world.tape.arrivals()).hasSize(11);
    assertThat(world.tape.pings("m2"))
        .allMatch(each -> each.frame().source().equals(world.card("m2").mac()));
  }

  @Test
  void shouldAnswerArpButNoPingWithoutAcceptMode() {
    World strict = World.of();
    Machine node = strict.host("m1", "192.0.2.11");
    strict.serve(node, World.v2("192.0.2.11").withAccept(false));
    strict.ping(strict.host("client", "192.0.2.100"), "192.0.2.50", SECOND, 4 * SECOND);
    strict.runUntil(10 * SECOND);

    assertThat(strict.tape.sent("m1", ArpPacket.class)).hasSize(2);
    assertThat(strict.tape.pings("client")).hasSize(7);
    assertThat(strict.tape.pings("m1")).isEmpty();
    assertThat(strict.tape.arrivals()).isEmpty();
  }

  @Test
  void shouldReachTheOwnerByItsVirtualMac() {
    World owned = World.of();
    Machine owner = owned.host("m1", "192.0.2.50");
    owned.serve(owner, World.v2("192.0.2.50").withPriority(255));
    owned.ping(owned.host("client", "192.0.2.100"), "192.0.2.50", SECOND, SECOND);
    owned.runUntil(4 * SECOND + 20 * HOP);

    assertThat(owned.tape.pings("client").getFirst().frame().destination()).isEqualTo(VIRTUAL_MAC);
    assertThat(owned.tape.arrivals()).hasSize(4);
    owned.at(5 * SECOND, () -> daemon(owner).stop()).runUntil(10 * SECOND);
    // without its daemon it would have only its own MAC to answer with, which the RFC advises
    // against
    assertThat(owner.interfaces().getFirst().held(VIP)).isNull();
    assertThat(owner.interfaces().getFirst().listensTo(VIRTUAL_MAC.bits())).isFalse();
  }

  @Test
  void shouldLetTheAddressGoWhenItStopsInGoodOrder() {
    world.ping(client, "192.0.2.50", SECOND, 5 * SECOND);
    world.at(10 * SECOND + 1, () -> daemon(m1).stop()).runUntil(10 * SECOND + 2);

    assertThat(holdsVip(m1)).isFalse();
    assertThat(m1.virtualRouters().getFirst().isMaster()).isFalse();
    assertThat(world.tape.sent("m1", VrrpPacket.class).getLast().advert().priority()).isZero();
    world.runUntil(12 * SECOND);
    assertThat(holdsVip(m2)).isTrue();
  }

  @Test
  void shouldKeepTheAddressWhenTheDaemonIsKilledUntilItStartsAgain() {
    world.ping(client, "192.0.2.50", SECOND, 5 * SECOND);
    world.at(10 * SECOND, () -> daemon(m1).die()).runUntil(12 * SECOND);
    int adverts = world.tape.sent("m1", VrrpPacket.class).size();

    assertThat(holdsVip(m1)).isTrue();
    assertThat(arrivedBetween(5 * SECOND, 12 * SECOND)).isEqualTo(7);

    world
        .at(20 * SECOND, () -> daemon(m1).stop())
        .runUntil(20 * SECOND); // there is nothing to stop
    assertThat(holdsVip(m1)).isTrue();
    world.at(21 * SECOND, () -> daemon(m1).start()).runUntil(22 * SECOND);
    assertThat(holdsVip(m1)).isFalse();
    assertThat(world.tape.sent("m1", VrrpPacket.class)).hasSize(adverts);
  }

  @Test
  void shouldSayNothingAndLetTheAddressGoWhenItsMachineLosesPower() {
    world.at(10 * SECOND, m1::powerOff).at(20 * SECOND, m1::powerOn).runUntil(30 * SECOND);

    assertThat(holdsVip(m1)).isFalse();
    assertThat(world.tape.sent("m1", VrrpPacket.class))
        .noneMatch(each -> each.advert().priority() == 0 || each.atNanos() >= 10 * SECOND);
    assertThat(world.tape.changes())
        .contains(new Tape.Change(10 * SECOND, "m1", "Initialize", "its machine lost power"));
    assertThat(m2.virtualRouters().getFirst().isMaster()).isTrue();
  }

  @Test
  void shouldNotStartWithoutPowerOrTwice() {
    world.runUntil(10 * SECOND);
    int changes = world.tape.changes().size();
    daemon(m1).start();
    m2.powerOff();
    daemon(m2).start();

    assertThat(world.tape.changes()).hasSize(changes + 1).last().extracting("node").isEqualTo("m2");
  }

  @Test
  void shouldEndAndBeginWithItsLink() {
    Cable cable = world.card("m1").port().cable();
    world
        .at(10 * SECOND, () -> cable.plug(false))
        .at(11 * SECOND, () -> cable.plug(true))
        .runUntil(12 * SECOND);

    assertThat(world.tape.changes())
        .filteredOn(each -> each.node().equals("m1") && each.atNanos() >= 10 * SECOND)
        .extracting(Tape.Change::atNanos, Tape.Change::to)
        .containsExactly(tuple(10 * SECOND, "Initialize"), tuple(11 * SECOND, "Backup"));
    assertThat(world.tape.sent("m1", VrrpPacket.class))
        .noneMatch(each -> each.advert().priority() == 0);
  }

  @Test
  void shouldWaitForItsLinkWhenItStartsWithoutOne() {
    Cable cable = world.card("m1").port().cable();
    cable.plug(false);
    world.at(5 * SECOND, () -> cable.plug(true)).runUntil(5 * SECOND);

    assertThat(world.tape.changes())
        .filteredOn(each -> each.node().equals("m1"))
        .extracting(Tape.Change::atNanos)
        .containsExactly(5 * SECOND);
  }

  @Test
  void shouldServeTwoVirtualRoutersOnOneInterface() {
    VirtualRouterConfig second =
        VirtualRouterConfig.ofDefaults(
                Profile.RFC9568,
                3,
                42,
                IpAddress.parse("192.0.2.11"),
                List.of(IpAddress.parse("192.0.2.51")))
            .withAccept(true);
    world.serve(m1, second);
    world.ping(client, "192.0.2.50", SECOND, 5 * SECOND);
    world.ping(client, "192.0.2.51", SECOND, 5 * SECOND);
    world.runUntil(9 * SECOND + 20 * HOP);

    assertThat(m1.virtualRouters()).hasSize(2).allMatch(VirtualRouter::isMaster);
    assertThat(world.tape.arrivals()).hasSize(10);
    assertThat(world.tape.arpRequests("client"))
        .extracting(each -> each.arp().targetAddress())
        .containsExactlyInAnyOrder(
            Ipv4Address.parse("192.0.2.50"), Ipv4Address.parse("192.0.2.51"));
    assertThat(world.tape.sent("m1", VrrpPacket.class))
        .extracting(each -> each.frame().source())
        .contains(VIRTUAL_MAC, MacAddress.virtualRouterIpv4(42));
  }

  @Test
  void shouldRefuseTheSameVridTwiceOnOneInterface() {
    assertThatThrownBy(() -> world.serve(m1, World.v2("192.0.2.11").withPriority(50)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("VRID 41");
    assertThat(m1.virtualRouters()).hasSize(1);
    world.runUntil(10 * SECOND);
    assertThat(m1.virtualRouters().getFirst().isMaster()).isTrue();
  }
}
