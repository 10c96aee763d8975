package io.vrrplab.vrrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.VrrpV2Packet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adverts to peers in place of the group, and what is taken of whom: keepalived's unicast_peer. */
class UnicastPeersTest {

  private static final int UNBOUNDED = OutgoingAdvert.HOP_LIMIT;

  private static VirtualRouterConfig router(Delivery delivery) {
    VirtualRouterConfig plain = Samples.ipv4(Profile.KEEPALIVED, 2);
    return plain.withOptions(plain.options().withDelivery(delivery));
  }

  private static Delivery.Unicast peer(String address, int least, int most, boolean checksSource) {
    Delivery.Peer peer = new Delivery.Peer(IpAddress.parse(address), least, most);
    return new Delivery.Unicast(List.of(peer), checksSource, 255);
  }

  private static ReceivedAdvert from(String source, int hopLimit) {
    return new ReceivedAdvert(
        Ipv4Address.parse(source),
        Samples.OWN_IPV4,
        hopLimit,
        new VrrpV2Packet(1, Samples.VRID, 150, 0, 1, 0, Samples.VIRTUAL_IPV4, 0),
        0,
        Samples.MESSAGE_ONLY);
  }

  private static String verdict(Delivery delivery, ReceivedAdvert received) {
    return switch (new AdvertReceiver(List.of(router(delivery))).check(received)) {
      case Validated.Accepted _ -> "accepted";
      case Validated.Rejected(RejectReason reason, _) -> reason.name();
    };
  }

  @ParameterizedTest
  @CsvSource({
    // its address, least and highest TTL, whether sources are checked; source and TTL of an advert
    "192.0.2.66, 0, 255, false, 192.0.2.66, 255, accepted",
    "192.0.2.66, 0, 255, false, 192.0.2.66, 1, accepted",
    "192.0.2.66, 0, 255, false, 192.0.2.5, 64, accepted",
    "192.0.2.66, 0, 255, true, 192.0.2.5, 255, PEER",
    "192.0.2.66, 0, 255, true, 192.0.2.66, 64, accepted",
    "192.0.2.66, 254, 255, false, 192.0.2.66, 253, TTL",
    "192.0.2.66, 254, 255, false, 192.0.2.66, 254, accepted",
    "192.0.2.66, 0, 64, false, 192.0.2.66, 65, TTL",
    "192.0.2.66, 0, 64, false, 192.0.2.5, 64, PEER"
  })
  void shouldTakeAdvertsOfPeersWithinTheirBounds(
      String peer, int least, int most, boolean checks, String source, int ttl, String verdict) {
    assertThat(verdict(peer(peer, least, most, checks), from(source, ttl))).isEqualTo(verdict);
  }

  @Test
  void shouldSendToEachPeerOrToTheGroup() {
    Delivery.Unicast peers =
        new Delivery.Unicast(
            List.of(Delivery.Peer.of(Samples.HIGHER_IPV4), Delivery.Peer.of(Samples.LOWER_IPV4)),
            false,
            64);

    assertThat(OutgoingAdvert.allOf(router(peers), 100))
        .extracting(OutgoingAdvert::destination, OutgoingAdvert::hopLimit)
        .containsExactly(tuple(Samples.HIGHER_IPV4, 64), tuple(Samples.LOWER_IPV4, 64));
    assertThat(OutgoingAdvert.allOf(router(Delivery.STANDARD), 100))
        .extracting(OutgoingAdvert::destination)
        .containsExactly(Ipv4Address.VRRP_GROUP);
  }

  @Test
  void shouldRefuseAGroupThatIsNone() {
    assertThatThrownBy(() -> new Delivery.Multicast(Samples.OWN_IPV4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("192.0.2.11 is no multicast address");
    assertThatThrownBy(() -> new Delivery.Peer(Samples.OWN_IPV4, UNBOUNDED, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** skip_check_adv_addr: the list of the sender that was obeyed last is not compared again. */
  @Test
  void shouldTakeAnotherListFromTheSenderThatItKnows() {
    AcceptanceRules rules =
        AcceptanceRules.of(
            AcceptanceRules.Ipv4Checksum.PSEUDO_HEADER,
            AcceptanceRules.AddressList.DROPPED_FROM_ANOTHER_SENDER);
    AdvertReceiver receiver =
        new AdvertReceiver(List.of(Samples.ipv4(Profile.KEEPALIVED.withAcceptance(rules), 2)));
    ReceivedAdvert other =
        Samples.version2(
            new VrrpV2Packet(1, Samples.VRID, 150, 0, 1, 0, List.of(Samples.LOWER_IPV4), 0));

    assertThat(receiver.check(other)).isInstanceOf(Validated.Rejected.class);
    assertThat(receiver.check(Samples.version2())).isInstanceOf(Validated.Accepted.class);
    assertThat(receiver.check(other))
        .isInstanceOfSatisfying(
            Validated.Accepted.class,
            accepted ->
                assertThat(accepted.tolerated()).containsExactly(RejectReason.ADDRESS_LIST));
  }
}
