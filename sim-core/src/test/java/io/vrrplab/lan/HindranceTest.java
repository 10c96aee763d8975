package io.vrrplab.lan;

import static io.vrrplab.World.SECOND;
import static io.vrrplab.World.VIP;
import static io.vrrplab.World.VRID;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.vrrp.Delivery;
import io.vrrplab.vrrp.Delivery.Peer;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.VrrpPacket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Virtual routers that cannot take part, as keepalived 2.2.7 was measured. */
class HindranceTest {

  private static final long DOWN_100 = 3_609_375_000L;

  private final World world = World.of();
  private final List<String> told = new ArrayList<>();

  HindranceTest() {
    world.lab.listen(
        new LabListener() {
          @Override
          public void hindered(VirtualRouter router, Hindrance hindrance) {
            told.add(
                router.machine().name()
                    + " "
                    + router.config().virtualRouterId()
                    + " "
                    + hindrance);
          }
        });
  }

  private static VirtualRouterConfig config(String own, int vrid, String... peers) {
    Delivery delivery =
        new Delivery.Unicast(
            Arrays.stream(peers).map(IpAddress::parse).map(Peer::of).toList(), false, 255);
    VirtualRouterConfig plain =
        VirtualRouterConfig.ofDefaults(
            Profile.KEEPALIVED, 2, vrid, IpAddress.parse(own), List.of(VIP));
    return plain.withOptions(plain.options().withDelivery(delivery));
  }

  private static Fault reads(VirtualRouterConfig config) {
    return new Fault.NewConfiguration(
        "m1",
        new DaemonPlan(
            List.of(new DaemonPlan.Part("lan", config, List.of())),
            List.of(),
            DaemonPlan.Waits.NONE));
  }

  private List<String> adverts() {
    return world.tape.sent("m1", VrrpPacket.class).stream()
        .map(sent -> sent.advert().priority() + " to " + sent.ip().destination())
        .toList();
  }

  @Test
  void shouldBeSilentWithoutPeersAndBeginWhenItHasSome() {
    Machine m1 = world.host("m1", "192.0.2.11");
    world.serve(m1, config("192.0.2.11", VRID));
    world.host("m2", "192.0.2.12");

    world.at(10 * SECOND, reads(config("192.0.2.11", VRID, "192.0.2.12"))).runUntil(15 * SECOND);

    assertThat(told).containsExactly("m1 41 NO_PEER");
    assertThat(world.tape.changesOf("m1"))
        .containsExactly("Backup at " + 10 * SECOND, "Master at " + (10 * SECOND + DOWN_100));
    assertThat(adverts()).containsOnly("100 to 192.0.2.12");
  }

  /** Measured: an advert, as at any reload, and then one of priority 0, both to the old peer. */
  @Test
  void shouldTakeItsLeaveOfPeersThatAFileTakesAway() {
    Machine m1 = world.host("m1", "192.0.2.11");
    world.serve(m1, config("192.0.2.11", VRID, "192.0.2.12"));
    world.host("m2", "192.0.2.12");

    world.at(6 * SECOND, reads(config("192.0.2.11", VRID))).runUntil(15 * SECOND);

    assertThat(adverts())
        .containsExactly(
            "100 to 192.0.2.12",
            "100 to 192.0.2.12",
            "100 to 192.0.2.12",
            "100 to 192.0.2.12",
            "0 to 192.0.2.12");
    assertThat(world.tape.changesOf("m1")).last().isEqualTo("Initialize at " + 6 * SECOND);
    assertThat(m1.held(VIP)).isNull();
    assertThat(told).containsExactly("m1 41 NO_PEER");
  }

  @Test
  void shouldNeverBeginOnAnInterfaceThatIsMissing() {
    Machine m1 = world.host("m1", "192.0.2.11");
    NetworkInterface missing = m1.missingInterface("m1:eth9");
    VirtualRouter there = world.lab.addVirtualRouter(m1, world.card("m1"), plain("192.0.2.11", 1));
    VirtualRouter waiting = world.lab.addVirtualRouter(m1, missing, plain("0.0.0.0", 2));

    world.at(8 * SECOND, new Fault.Restart("m1")).at(20 * SECOND, new Fault.Crash("m1"));
    world.at(22 * SECOND, new Fault.Start("m1")).runUntil(30 * SECOND);

    assertThat(there.isMaster()).isTrue();
    assertThat(waiting.state()).isEqualTo(new VrrpState.Initialize());
    assertThat(m1.missingInterface("m1:eth9")).isSameAs(missing);
    assertThat(m1.interfaces()).doesNotContain(missing);
    assertThat(told).as("at each start").containsOnly("m1 2 NO_INTERFACE").hasSize(3);
  }

  @Test
  void shouldKeepItsWholeGroupFromBeginning() {
    Machine m1 = world.host("m1", "192.0.2.11");
    VirtualRouter there = world.lab.addVirtualRouter(m1, world.card("m1"), plain("192.0.2.11", 1));
    VirtualRouter waiting =
        world.lab.addVirtualRouter(m1, m1.missingInterface("m1:eth9"), plain("0.0.0.0", 2));
    Objects.requireNonNull(m1.daemon()).group(List.of(there, waiting), false);

    world.runUntil(10 * SECOND);

    assertThat(told).containsExactly("m1 1 OF_GROUP", "m1 2 NO_INTERFACE");
    assertThat(world.tape.sent("m1", VrrpPacket.class)).isEmpty();
  }

  private static VirtualRouterConfig plain(String own, int vrid) {
    return VirtualRouterConfig.ofDefaults(
        Profile.KEEPALIVED, 2, vrid, IpAddress.parse(own), List.of(VIP));
  }
}
