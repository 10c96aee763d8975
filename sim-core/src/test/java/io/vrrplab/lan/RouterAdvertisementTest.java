package io.vrrplab.lan;

import static io.vrrplab.lan.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.fault.Fault;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.NeighborAdvertisement;
import io.vrrplab.wire.NeighborOption;
import io.vrrplab.wire.RouterAdvertisement;
import io.vrrplab.wire.RouterSolicitation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Router advertisements of a virtual router (RFC 4861 6.2, RFC 9568 6.4.3 and 8.2.3). */
class RouterAdvertisementTest {

  /** The H flag (RFC 6275 7.1). */
  private static final int HOME_AGENT = 0x20;

  private static final long TAKEOVER_NANOS = 3_218_750_000L;

  private final World world = new World();
  private final NetworkInterface m1 = world.router("m1", "2001:db8::11/64");
  private final NetworkInterface m2 = world.router("m2", "2001:db8::12/64");
  private final NetworkInterface client = world.host("client", "2001:db8::100/64");

  private void cluster(Profile profile, String... addresses) {
    world.vrrp(m1, profile, 200, addresses);
    world.vrrp(m2, profile, 100, addresses);
  }

  @Requirement({"VRRP-ND-MST-RA", "VRRP-ND-BKP-RA-SILENT"})
  @Test
  void shouldComeAtTheTakeoverAndEvery200SecondsFromTheMasterOnly() {
    cluster(Profile.RFC9568, "fe80::29", "2001:db8::50");

    world.run(450 * SECOND);

    List<World.Sent> offers = world.sentBy("m1", RouterAdvertisement.class);
    assertThat(offers)
        .extracting(World.Sent::atNanos)
        .containsExactly(
            TAKEOVER_NANOS, TAKEOVER_NANOS + 200 * SECOND, TAKEOVER_NANOS + 400 * SECOND);
    assertThat(offers)
        .allMatch(sent -> sent.ipv6().source().equals(Ipv6Address.parse("fe80::29")))
        .allMatch(sent -> sent.ipv6().destination().equals(Ipv6Address.ALL_NODES))
        .allMatch(sent -> sent.ipv6().hopLimit() == 255)
        .allMatch(sent -> sent.frame().source().equals(World.VIRTUAL_MAC6))
        .allMatch(sent -> sent.payload().equals(RouterAdvertisement.of(1800, World.VIRTUAL_MAC6)));
    assertThat(world.sentBy("m2", RouterAdvertisement.class)).isEmpty();
  }

  @Test
  void shouldAnswerASolicitationAsMasterOnly() {
    cluster(Profile.RFC9568, "fe80::29", "2001:db8::50");

    world.inject(10 * SECOND, client, MacAddress.parse("33:33:00:00:00:02"), question());
    world.run(11 * SECOND);

    assertThat(world.sentBy("m1", RouterAdvertisement.class)).hasSize(2);
    assertThat(world.sentBy("m2", RouterAdvertisement.class)).isEmpty();
  }

  @Requirement({"VRRP-ND-RA-OPTIONS-SAME", "VRRP-ND-RA-SPECIAL-SERVICES"})
  @Test
  void shouldSayTheSameWhetherTheOwnerSpeaksOrItsStandIn() {
    String[] owned = {"fe80::29", "2001:db8::11"};
    NetworkInterface owner = world.router("owner", "2001:db8::11/64", "fe80::29/64");
    world.vrrp(owner, Profile.RFC9568, 255, owned);
    world.vrrp(m2, Profile.RFC9568, 100, owned);

    world.at(10 * SECOND, new Fault.Crash("owner")).run(20 * SECOND);

    RouterAdvertisement offer = world.payloadsOf("owner", RouterAdvertisement.class).getFirst();
    assertThat(world.payloadsOf("m2", RouterAdvertisement.class)).containsExactly(offer);
    assertThat(offer.flags() & HOME_AGENT).isZero();
    assertThat(offer.options())
        .containsExactly(new NeighborOption.SourceLinkLayer(World.VIRTUAL_MAC6));
  }

  @Test
  void shouldBeLeftToAnotherProgramByKeepalived() {
    cluster(Profile.KEEPALIVED, "fe80::29", "2001:db8::50");

    world.inject(10 * SECOND, client, MacAddress.parse("33:33:00:00:00:02"), question());
    world.run(300 * SECOND);

    assertThat(world.sentBy("m1", NeighborAdvertisement.class)).isNotEmpty();
    assertThat(world.sentBy("m1", RouterAdvertisement.class)).isEmpty();
  }

  @Test
  void shouldComeEvery16SecondsUnderFrr() {
    cluster(Profile.FRR, "fe80::29", "2001:db8::50");

    world.run(36 * SECOND);

    List<World.Sent> offers = world.sentBy("m1", RouterAdvertisement.class);
    assertThat(offers).hasSize(3);
    assertThat(offers.get(2).atNanos() - offers.get(0).atNanos()).isEqualTo(32 * SECOND);
  }

  @Test
  void shouldEndWithTheRole() {
    cluster(Profile.RFC9568, "fe80::29", "2001:db8::50");

    world
        .at(10 * SECOND, new Fault.Stop("m1"))
        .inject(20 * SECOND, client, MacAddress.parse("33:33:00:00:00:02"), question())
        .run(300 * SECOND);

    assertThat(world.sentBy("m1", RouterAdvertisement.class)).hasSize(1);
    assertThat(world.sentBy("m2", RouterAdvertisement.class)).hasSize(3);
  }

  @Test
  void shouldComeFromALinkLocalAddressEvenIfNoVirtualOneIs() {
    cluster(Profile.FRR, "2001:db8::50");

    world.run(4 * SECOND);

    assertThat(world.sentBy("m1", RouterAdvertisement.class))
        .isNotEmpty()
        .allMatch(sent -> sent.ipv6().source().equals(Ipv6Address.linkLocal(m1.mac())));
  }

  private static Ipv6Packet question() {
    return Ipv6Packet.of(
        Ipv6Address.parse("fe80::100"),
        Ipv6Address.ALL_ROUTERS,
        255,
        new RouterSolicitation(List.of()));
  }
}
