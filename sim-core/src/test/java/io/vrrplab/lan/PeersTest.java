package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.measure.AdvertMeter;
import io.vrrplab.vrrp.Delivery;
import io.vrrplab.vrrp.Delivery.Peer;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.VrrpPacket;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** keepalived nodes that send their adverts to peers instead of the group. */
class PeersTest {

  private static final long DOWN_200 = 3_218_750_000L;
  private static final long DOWN_100 = 3_609_375_000L;

  private final World world = World.of();
  private final AdvertMeter adverts = new AdvertMeter(world.lab);

  private static UnaryOperator<VirtualRouterConfig> to(Delivery delivery) {
    return config -> config.withOptions(config.options().withDelivery(delivery));
  }

  private static UnaryOperator<VirtualRouterConfig> peers(String... addresses) {
    return to(
        new Delivery.Unicast(
            Arrays.stream(addresses).map(IpAddress::parse).map(Peer::of).toList(), false, 255));
  }

  private long rejected(String reason) {
    return adverts.report().rejected().getOrDefault(reason, 0L);
  }

  @Test
  void shouldSendToEachPeerAndFailOverAsWithTheGroup() {
    world.keepalived("m1", "192.0.2.11", 200, peers("192.0.2.12"));
    VirtualRouter m2 = world.keepalived("m2", "192.0.2.12", 100, peers("192.0.2.11"));

    world.at(10 * SECOND, new Fault.Crash("m1")).runUntil(15 * SECOND);

    assertThat(world.tape.sent("m1", VrrpPacket.class))
        .hasSize(7)
        .allMatch(sent -> sent.ip().destination().equals(IpAddress.parse("192.0.2.12")))
        .noneMatch(Tape.Sent::isGroup);
    assertThat(world.tape.changesOf("m2"))
        .last()
        .isEqualTo("Master at " + (DOWN_200 + 6 * SECOND + 2 * HOP + DOWN_100));
    assertThat(m2.isMaster()).isTrue();
  }

  @Test
  void shouldNotHearTheGroupNorBeHeardByIt() {
    VirtualRouter one = world.keepalived("m1", "192.0.2.11", 200, peers("192.0.2.12"));
    VirtualRouter group = world.keepalived("m2", "192.0.2.12", 100);

    world.runUntil(10 * SECOND);

    assertThat(one.isMaster() && group.isMaster()).isTrue();
    // neither counts as a packet for it: nobody's advert timer is restarted
    assertThat(world.tape.advertTimes("m2")).hasSize(7);
  }

  @Test
  void shouldOnlyComplainOfAnOwnAddressAmongThePeers() {
    VirtualRouter m1 = world.keepalived("m1", "192.0.2.11", 200, peers("192.0.2.11", "192.0.2.12"));
    world.keepalived("m2", "192.0.2.12", 100, peers("192.0.2.11", "192.0.2.12"));

    world.runUntil(10 * SECOND);

    assertThat(m1.isMaster()).isTrue();
    assertThat(world.tape.changes()).hasSize(3);
    assertThat(rejected("own-address")).isEqualTo(7);
  }

  @Test
  void shouldRefuseStrangersWhereSourcesAreChecked() {
    Delivery checked =
        new Delivery.Unicast(List.of(Peer.of(IpAddress.parse("192.0.2.99"))), true, 255);
    VirtualRouter m1 = world.keepalived("m1", "192.0.2.11", 200, peers("192.0.2.12"));
    VirtualRouter m2 = world.keepalived("m2", "192.0.2.12", 100, to(checked));

    world.runUntil(10 * SECOND);

    assertThat(m1.isMaster() && m2.isMaster()).isTrue();
    assertThat(rejected("peer")).isEqualTo(7);
  }

  @Test
  void shouldTakeAnyTtlButThatWhichAPeerForbids() {
    Delivery far = new Delivery.Unicast(List.of(Peer.of(IpAddress.parse("192.0.2.12"))), false, 64);
    Delivery near =
        new Delivery.Unicast(
            List.of(new Peer(IpAddress.parse("192.0.2.11"), 254, 255)), false, 255);
    world.keepalived("m1", "192.0.2.11", 200, to(far));
    VirtualRouter m2 = world.keepalived("m2", "192.0.2.12", 100, peers("192.0.2.11"));
    VirtualRouter m3 = world.keepalived("m3", "192.0.2.13", 100, to(near));

    world.runUntil(10 * SECOND);

    assertThat(m2.isMaster()).isFalse();
    assertThat(m3.isMaster()).as("m1 does not send to m3").isTrue();
    assertThat(rejected("ttl")).isZero();
  }

  @Test
  void shouldListenInAnotherGroupOnlyIfTold() {
    Delivery other = new Delivery.Multicast(IpAddress.parse("224.0.0.118"));
    VirtualRouter m1 = world.keepalived("m1", "192.0.2.11", 200, to(other));
    VirtualRouter m2 = world.keepalived("m2", "192.0.2.12", 100);
    VirtualRouter m3 = world.keepalived("m3", "192.0.2.13", 100, to(other));

    world.runUntil(10 * SECOND);

    assertThat(m1.isMaster()).isTrue();
    assertThat(m2.isMaster()).isTrue();
    assertThat(m3.isMaster()).isFalse();
  }
}
