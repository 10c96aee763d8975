package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.vrrp.AddressWatch;
import io.vrrplab.vrrp.Delivery;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.VrrpPacket;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What other software does to the own address of a node. Measured with two keepalived 2.2.7 as in
 * {@link RemovedAddressTest}, {@code ip addr del 192.0.2.11/24 dev eth0} on the Master:
 *
 * <pre>
 * no source configured       FAULT, two adverts of priority 0, peer Master after 0.611 s; with the
 *                            address, or any other, back BACKUP, MASTER after 3.219 s
 * and 192.0.2.111 stays      the next advert comes from that; not a line in the log
 * mcast_src_ip               adverts go on from 192.0.2.11, one a second; pings are not answered
 * unicast_src_ip, a peer     the same, for 67 s; the peer's MAC is asked for from 192.0.2.50
 * either, and track_src_ip   the same as without
 * </pre>
 *
 * Over IPv6, where the address is the link-local one, the adverts of priority 0 fail with EINVAL,
 * and the peer is Master only after Master_Down_Interval. A global address is not missed.
 *
 * <p>With FRR 8.4.4 (virtual MAC, version 3) the Master stays Master and its adverts stop, since
 * the network is unreachable; the peer takes over after Master_Down_Interval, and gives way to the
 * first advert after the address is back.
 */
class LostSourceTest {

  private static final IpAddress OWN = IpAddress.parse("192.0.2.11");
  private static final long DOWN_200 = 3_218_750_000L;
  private static final long DOWN_100 = 3_609_375_000L;
  private static final long SKEW_100 = 609_375_000L;

  private final World world = World.of();

  private void pair(UnaryOperator<VirtualRouterConfig> change) {
    world.keepalived("m1", "192.0.2.11", 200, change);
    world.keepalived("m2", "192.0.2.12", 100, change);
    world.ping(world.host("client", "192.0.2.100"), "192.0.2.50", 50 * MILLISECOND, 5 * SECOND);
  }

  private World removeFor(long fromNanos, long toNanos) {
    return world
        .at(fromNanos, new Fault.RemoveAddress("m1", OWN))
        .at(toNanos, new Fault.AddAddress("m1", OWN));
  }

  private static VirtualRouterConfig withSource(VirtualRouterConfig config) {
    return config.withOptions(config.options().withWatch(new AddressWatch(true, List.of())));
  }

  private static VirtualRouterConfig peers(VirtualRouterConfig config) {
    String other = config.primaryAddress().equals(OWN) ? "192.0.2.12" : "192.0.2.11";
    Delivery delivery =
        new Delivery.Unicast(List.of(Delivery.Peer.of(IpAddress.parse(other))), false, 255);
    return withSource(config.withOptions(config.options().withDelivery(delivery)));
  }

  private boolean isAnswered(long fromNanos, long toNanos) {
    return world.tape.arrivals().stream()
        .anyMatch(arrival -> arrival.atNanos() >= fromNanos && arrival.atNanos() < toNanos);
  }

  @Test
  void shouldLeaveUntilItHasAnAddressToSendFrom() {
    pair(UnaryOperator.identity());

    removeFor(10 * SECOND, 15 * SECOND).runUntil(20 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .endsWith(
            "Initialize at " + 10 * SECOND,
            "Backup at " + 15 * SECOND,
            "Master at " + (15 * SECOND + DOWN_200));
    assertThat(world.tape.changesOf("m2"))
        .contains("Master at " + (10 * SECOND + 2 * HOP + SKEW_100));
    assertThat(world.tape.advertised("m1", 10 * SECOND, 15 * SECOND)).containsExactly(0, 0);
  }

  @Test
  void shouldNotBeginWithoutAnAddress() {
    pair(UnaryOperator.identity());

    removeFor(0, 15 * SECOND).runUntil(18 * SECOND);

    assertThat(world.tape.changesOf("m1")).containsExactly("Backup at " + 15 * SECOND);
    assertThat(world.tape.changesOf("m2")).last().isEqualTo("Master at " + DOWN_100);
  }

  @Test
  void shouldGoOnFromAnotherAddress() {
    Machine m1 = world.lab.addHost("m1");
    world.lab.connect(
        m1, world.lan(), new Subnet(OWN, 24), new Subnet(IpAddress.parse("192.0.2.111"), 24));
    VirtualRouterConfig config = World.v2("192.0.2.11").withPriority(200);
    world.serve(m1, config.withProfile(Profile.KEEPALIVED));
    world.keepalived("m2", "192.0.2.12", 100);

    removeFor(10_100 * MILLISECOND, 15 * SECOND).runUntil(18 * SECOND);

    assertThat(world.tape.changes()).hasSize(3);
    assertThat(sources("m1", 10_100 * MILLISECOND))
        .hasSize(8)
        .containsOnly(IpAddress.parse("192.0.2.111"));
  }

  private List<IpAddress> sources(String machine, long fromNanos) {
    return world.tape.sent(machine, VrrpPacket.class).stream()
        .filter(sent -> sent.atNanos() >= fromNanos)
        .map(Tape.Sent::ip)
        .<IpAddress>map(packet -> packet.source())
        .toList();
  }

  static Stream<UnaryOperator<VirtualRouterConfig>> sourcesGiven() {
    return Stream.of(LostSourceTest::withSource, LostSourceTest::peers);
  }

  /** The node is Master of an address that nobody reaches: it has no route to the client. */
  @ParameterizedTest
  @MethodSource("sourcesGiven")
  void shouldGoOnFromTheAddressThatItWasGiven(UnaryOperator<VirtualRouterConfig> change) {
    pair(change);

    removeFor(10_100 * MILLISECOND, 75 * SECOND).runUntil(77 * SECOND);

    assertThat(world.tape.changes()).hasSize(3);
    assertThat(sources("m1", 10_100 * MILLISECOND)).hasSizeGreaterThan(60).containsOnly(OWN);
    assertThat(isAnswered(10_101 * MILLISECOND, 75 * SECOND)).isFalse();
    assertThat(isAnswered(75 * SECOND, 77 * SECOND)).isTrue();
  }

  @Test
  void shouldFallSilentAsFrr() {
    pair(config ->
        VirtualRouterConfig.ofDefaults(
                Profile.FRR, 3, World.VRID, config.primaryAddress(), config.addresses())
            .withAccept(true)
            .withPriority(config.priority()));

    removeFor(10_100 * MILLISECOND, 16 * SECOND).runUntil(20 * SECOND);

    assertThat(world.tape.changesOf("m1")).hasSize(2);
    assertThat(world.tape.advertised("m1", 10_100 * MILLISECOND, 16 * SECOND)).isEmpty();
    assertThat(world.tape.changesOf("m2")).hasSize(3).last().asString().startsWith("Backup at 162");
  }

  /** Measured: FAULT at once, "send advert error 22", and the peer waits until it hears nothing. */
  @Test
  void shouldNotSayFarewellWithoutALinkLocalAddress() {
    IpAddress linkLocal = IpAddress.parse("fe80::11");
    List<IpAddress> virtual = List.of(IpAddress.parse("fe80::50"), IpAddress.parse("2001:db8::50"));
    Machine m1 = world.lab.addHost("m1");
    world.lab.connect(
        m1,
        world.lan(),
        new Subnet(IpAddress.parse("2001:db8::11"), 64),
        new Subnet(linkLocal, 64));
    Machine m2 = world.lab.addHost("m2");
    world.lab.connect(m2, world.lan(), new Subnet(IpAddress.parse("fe80::12"), 64));
    world.serve(
        m1,
        VirtualRouterConfig.ofDefaults(Profile.KEEPALIVED, 3, World.VRID, linkLocal, virtual)
            .withPriority(200));
    world.serve(
        m2,
        VirtualRouterConfig.ofDefaults(
            Profile.KEEPALIVED, 3, World.VRID, IpAddress.parse("fe80::12"), virtual));

    world
        .at(10 * SECOND, new Fault.RemoveAddress("m1", IpAddress.parse("2001:db8::11")))
        .at(11 * SECOND, new Fault.AddAddress("m1", IpAddress.parse("2001:db8::11")))
        .at(12_300 * MILLISECOND, new Fault.RemoveAddress("m1", linkLocal))
        .runUntil(17 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .last()
        .isEqualTo("Initialize at " + 12_300 * MILLISECOND);
    assertThat(world.tape.changesOf("m2"))
        .last()
        .isEqualTo("Master at " + (12 * SECOND + 218_750_000 + 2 * HOP + DOWN_100));
  }

  @Test
  void shouldHaveAllOwnAddressesAfterABoot() {
    pair(UnaryOperator.identity());

    world
        .at(10 * SECOND, new Fault.RemoveAddress("m1", OWN))
        .at(11 * SECOND, new Fault.Crash("m1"))
        .at(12 * SECOND, new Fault.Start("m1"))
        .runUntil(18 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .last()
        .isEqualTo("Master at " + (12 * SECOND + DOWN_200));
    assertThat(isAnswered(17 * SECOND, 18 * SECOND)).isTrue();
  }

  /** An owner's address is an own and a virtual one: missed as the latter, and put back. */
  @Test
  void shouldPutTheAddressOfAnOwnerBack() {
    Machine m1 = world.host("m1", "192.0.2.50");
    world.serve(m1, World.v2("192.0.2.50").withPriority(255).withProfile(Profile.KEEPALIVED));
    world.ping(world.host("client", "192.0.2.100"), "192.0.2.50", 50 * MILLISECOND, 5 * SECOND);

    world.at(10 * SECOND, new Fault.RemoveAddress("m1", World.VIP)).runUntil(12 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .endsWith("Backup at " + 10 * SECOND, "Master at " + (10 * SECOND + 3_906_000));
    assertThat(isAnswered(11 * SECOND, 12 * SECOND)).isTrue();
    assertThat(Objects.requireNonNull(world.card("m1").held(World.VIP)).accepts()).isTrue();
  }
}
