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
import io.vrrplab.wire.NeighborOption;
import io.vrrplab.wire.NeighborSolicitation;
import io.vrrplab.wire.RouterAdvertisement;
import io.vrrplab.wire.VrrpPacket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An IPv6 owner that starts, ends and starts again while another stands in (RFC 9568 8.2.2). */
class OwnerRestartTest {

  private static final Ipv6Address OWNED = Ipv6Address.parse("2001:db8::11");

  private final World world = new World();
  private final NetworkInterface m1 = world.router("m1", "2001:db8::11/64", "fe80::11/64");
  private final NetworkInterface m2 = world.router("m2", "2001:db8::12/64");
  private final NetworkInterface client = world.host("client", "2001:db8::100/64");
  private final VirtualRouter owner =
      world.vrrp(m1, Profile.RFC9568, 255, "fe80::11", "2001:db8::11");
  private final VirtualRouter standIn =
      world.vrrp(m2, Profile.RFC9568, 100, "fe80::11", "2001:db8::11");

  private List<World.Sent> discoveryBy(String machine) {
    return Stream.of(
            NeighborSolicitation.class, NeighborAdvertisement.class, RouterAdvertisement.class)
        .flatMap(kind -> world.sentBy(machine, kind).stream())
        .toList();
  }

  private static List<MacAddress> said(World.Sent sent) {
    Stream<MacAddress> inside =
        switch (sent.payload()) {
          case NeighborSolicitation asked -> Stream.ofNullable(asked.sourceMac());
          case NeighborAdvertisement told -> Stream.ofNullable(told.targetMac());
          case RouterAdvertisement offer ->
              offer.options().stream()
                  .map(option -> ((NeighborOption.SourceLinkLayer) option).mac());
          default -> throw new AssertionError(sent);
        };
    return Stream.concat(Stream.of(sent.frame().source()), inside).toList();
  }

  /** The owner has something to send all the time, and neighbours that it would have to ask. */
  @Requirement({"VRRP-ND-BOOT-NOT-PHYS", "VRRP-ND-BOOT-ONLY-VMAC", "VRRP-ND-BOOT-DELAY"})
  @Test
  void shouldShowTheVirtualMacOnlyAndNothingBeforeItIsSet() {
    world
        .ping(m1, "2001:db8::100", 0, 60)
        .at(10 * SECOND, new Fault.Crash("m1"))
        .at(20 * SECOND, new Fault.Start("m1"))
        .at(30 * SECOND, new Fault.Stop("m1"))
        .ping(m1, "2001:db8::12", 32 * SECOND, 20)
        .at(40 * SECOND, new Fault.Start("m1"))
        .run(60 * SECOND);

    assertThat(owner.isMaster()).isTrue();
    assertThat(discoveryBy("m1"))
        .anyMatch(sent -> sent.payload() instanceof NeighborSolicitation)
        .anyMatch(sent -> sent.atNanos() >= 40 * SECOND)
        .noneMatch(sent -> sent.atNanos() > 30 * SECOND && sent.atNanos() < 40 * SECOND)
        .allSatisfy(sent -> assertThat(said(sent)).hasSize(2).containsOnly(VIRTUAL_MAC6));
    assertThat(world.sentBy("m1", Icmpv6Echo.class)).isNotEmpty();
  }

  @Requirement("VRRP-ND-DAD-BACKUP-ANSWER")
  @Test
  void shouldTakeBackWhatItsStandInDefends() {
    Ipv6Packet isItMine =
        Ipv6Packet.of(
            Ipv6Address.ANY,
            OWNED.solicitedNodeGroup(),
            255,
            new NeighborSolicitation(OWNED, List.of()));

    world
        .at(10 * SECOND, new Fault.Stop("m1"))
        .inject(15 * SECOND, m1, MacAddress.ofMulticast(OWNED.solicitedNodeGroup()), isItMine)
        .at(16 * SECOND, new Fault.Start("m1"))
        .run(20 * SECOND);

    assertThat(world.sentBy("m2", NeighborAdvertisement.class))
        .filteredOn(sent -> sent.atNanos() >= 15 * SECOND)
        .extracting(World.Sent::payload)
        .containsExactly(NeighborAdvertisement.unsolicited(OWNED, VIRTUAL_MAC6));
    assertThat(owner.isMaster()).isTrue();
    assertThat(standIn.isMaster()).isFalse();
  }

  @Requirement("VRRP-ND-DAD-SKIP")
  @Test
  void shouldNotLookForADuplicateBeforeItSpeaks() {
    world
        .at(10 * SECOND, new Fault.Crash("m1"))
        .at(20 * SECOND, new Fault.Start("m1"))
        .ping(client, "2001:db8::11", 21 * SECOND, 3)
        .run(25 * SECOND);

    assertThat(world.sentBy("m1", VrrpPacket.class))
        .extracting(World.Sent::atNanos)
        .contains(0L, 20 * SECOND);
    assertThat(world.sentBy("m1", NeighborSolicitation.class))
        .noneMatch(sent -> sent.ipv6().source().equals(Ipv6Address.ANY));
    assertThat(world.answered).hasSize(3);
  }
}
