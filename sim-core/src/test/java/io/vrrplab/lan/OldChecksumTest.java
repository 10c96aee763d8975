package io.vrrplab.lan;

import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.vrrp.DaemonRules.PeerChecksum;
import io.vrrplab.vrrp.Delivery;
import io.vrrplab.vrrp.KeepalivedVersion;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * keepalived up to 1.3.6 sums the multicast group in unicast adverts of version 3 over IPv4. Later
 * ones send the right sum until they hear the other one.
 */
class OldChecksumTest {

  private static final String M1 = "192.0.2.11";
  private static final String M2 = "192.0.2.12";

  private final World world = World.of();

  private VirtualRouter node(
      String name, String own, String peer, int priority, KeepalivedVersion version) {
    return node(name, own, peer, priority, Profile.keepalived(version));
  }

  private VirtualRouter node(String name, String own, String peer, int priority, Profile profile) {
    Machine machine = world.host(name, own);
    Delivery toPeer =
        new Delivery.Unicast(List.of(Delivery.Peer.of(IpAddress.parse(peer))), false, 255);
    VirtualRouterConfig plain =
        VirtualRouterConfig.ofDefaults(
                profile, 3, World.VRID, IpAddress.parse(own), List.of(World.VIP))
            .withPriority(priority);
    return world.lab.addVirtualRouter(
        machine,
        machine.interfaces().getFirst(),
        plain.withOptions(plain.options().withDelivery(toPeer)));
  }

  private static Profile told(PeerChecksum checksum) {
    Profile profile = Profile.KEEPALIVED;
    return profile.withDaemon(profile.daemon().withPeerChecksum(checksum));
  }

  @Test
  void shouldAgreeWhereBothAreOld() {
    VirtualRouter m1 = node("m1", M1, M2, 200, KeepalivedVersion.V1_3);
    VirtualRouter m2 = node("m2", M2, M1, 100, KeepalivedVersion.V1_3);
    world.runUntil(20 * SECOND);

    assertThat(m1.isMaster()).isTrue();
    assertThat(world.tape.changesOf("m2")).hasSize(1);
    assertThat(m2.isMaster()).isFalse();
  }

  /** The old one understands nothing and stands up; the new one hears that, and follows it. */
  @Test
  void shouldLearnTheOldChecksumFromAnOldPeer() {
    VirtualRouter m1 = node("m1", M1, M2, 200, KeepalivedVersion.V2_2);
    VirtualRouter m2 = node("m2", M2, M1, 100, KeepalivedVersion.V1_3);
    world.runUntil(20 * SECOND);

    assertThat(m1.isMaster()).isTrue();
    assertThat(m2.isMaster()).isFalse();
    assertThat(world.tape.changesOf("m2")).hasSize(3);
    assertThat(world.tape.changesOf("m2").getLast()).startsWith("Backup at");
  }

  @Test
  void shouldForgetItWithTheProcess() {
    node("m1", M1, M2, 200, KeepalivedVersion.V2_2);
    VirtualRouter m2 = node("m2", M2, M1, 100, KeepalivedVersion.V1_3);
    world
        .at(20 * SECOND, new Fault.Stop("m1"))
        .at(21 * SECOND, new Fault.Start("m1"))
        .runUntil(30 * SECOND);

    // Started anew, it hears the old Master while it is Backup, and so preempts in its tongue.
    assertThat(m2.isMaster()).isFalse();
    assertThat(world.tape.changesOf("m2")).hasSize(5);
  }

  @Test
  void shouldNotLearnWhatItIsToldNeverToTake() {
    VirtualRouter m1 = node("m1", M1, M2, 200, told(PeerChecksum.OF_DESTINATION));
    VirtualRouter m2 = node("m2", M2, M1, 100, KeepalivedVersion.V1_3);
    world.runUntil(20 * SECOND);

    assertThat(m1.isMaster()).isTrue();
    assertThat(m2.isMaster()).isTrue();
  }

  @Test
  void shouldSpeakTheOldWayFromTheStartWhereItIsTold() {
    VirtualRouter m1 = node("m1", M1, M2, 200, told(PeerChecksum.OF_GROUP));
    VirtualRouter m2 = node("m2", M2, M1, 100, KeepalivedVersion.V1_3);
    world.runUntil(20 * SECOND);

    assertThat(m1.isMaster()).isTrue();
    assertThat(m2.isMaster()).isFalse();
    assertThat(world.tape.changesOf("m2")).hasSize(1);
  }
}
