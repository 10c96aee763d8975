package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.vrrp.Decision;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How daemons start, stop and lose their link, and what they tell of their decisions. */
class DaemonLifeTest {

  private static final long DOWN_200 = 3_218_750_000L;
  private static final long SKEW_100 = 609_375_000L;

  private final World world = World.of();

  private static VirtualRouterConfig frr(VirtualRouterConfig config) {
    return VirtualRouterConfig.ofDefaults(
            Profile.FRR, 3, World.VRID, config.primaryAddress(), config.addresses())
        .withAccept(true)
        .withPriority(config.priority());
  }

  @Test
  void shouldBeginAfterTheStartupDelay() {
    VirtualRouter m1 = world.keepalived("m1", "192.0.2.11", 200);
    Objects.requireNonNull(m1.machine().daemon()).delayStartup(5 * SECOND, 0);

    world
        .at(20 * SECOND, new Fault.Kill("m1"))
        .at(21 * SECOND, new Fault.Start("m1"))
        .runUntil(30 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .containsExactly(
            "Backup at " + 5 * SECOND,
            "Master at " + (5 * SECOND + DOWN_200),
            "Initialize at " + 20 * SECOND,
            "Backup at " + 26 * SECOND,
            "Master at " + (26 * SECOND + DOWN_200));
  }

  /** FRR: the address of a node that stopped is answered for until the next Master announces it. */
  @Test
  void shouldLoseNothingWhenFrrStops() {
    world.keepalived("m1", "192.0.2.11", 200, DaemonLifeTest::frr);
    world.keepalived("m2", "192.0.2.12", 100, DaemonLifeTest::frr);
    world.ping(world.host("client", "192.0.2.100"), "192.0.2.50", 50 * MILLISECOND, 5 * SECOND);

    world.at(10 * SECOND, new Fault.Stop("m1")).runUntil(12 * SECOND + MILLISECOND);

    assertThat(world.tape.arrivals()).hasSize(world.tape.pings("client").size());
    assertThat(world.tape.changesOf("m2"))
        .last() // 0.609 s in whole centiseconds
        .isEqualTo("Master at " + (10 * SECOND + 2 * HOP + 600 * MILLISECOND));
  }

  /** FRR: a Master whose cable was pulled is Master all the time, and announces nothing after. */
  @Test
  void shouldStayMasterWithoutALinkAsFrr() {
    VirtualRouter m1 = world.keepalived("m1", "192.0.2.11", 200, DaemonLifeTest::frr);
    world.keepalived("m2", "192.0.2.12", 100, DaemonLifeTest::frr);

    world
        .at(10 * SECOND, new Fault.LinkDown("m1", null))
        .at(20 * SECOND, new Fault.LinkUp("m1", null))
        .runUntil(25 * SECOND);

    assertThat(world.tape.changesOf("m1")).hasSize(2);
    assertThat(m1.isMaster()).isTrue();
    assertThat(world.tape.announced("m1", 10 * SECOND, 25 * SECOND)).isZero();
    assertThat(world.tape.changesOf("m2")).last().asString().startsWith("Backup at 20");
  }

  @Test
  void shouldStartFrrWithItsLinkIfThatComesLate() {
    VirtualRouter m1 = world.keepalived("m1", "192.0.2.11", 200, DaemonLifeTest::frr);

    world
        .at(0, new Fault.LinkDown("m1", null))
        .at(5 * SECOND, new Fault.LinkUp("m1", null))
        .runUntil(6 * SECOND);

    assertThat(m1.isTakingPart()).isTrue();
  }

  /** Measured with 255 on both: who hears the other one goes to 254, and advertises that later. */
  @Test
  void shouldHaveOneOfTwoOwnersGiveUpForGood() {
    world.keepalived("m1", "192.0.2.11", 255);
    VirtualRouter m2 = world.keepalived("m2", "192.0.2.12", 255);

    world.at(10 * SECOND, new Fault.Stop("m1")).runUntil(12 * SECOND);

    assertThat(world.tape.changesOf("m1")).contains("Backup at " + (1_000 + 2 * HOP));
    assertThat(m2.isMaster()).isTrue();
    assertThat(List.of(world.lab.machine("m1"), world.lab.machine("m2")))
        .extracting(node -> node.virtualRouters().getFirst().config().priority())
        .contains(254);
  }

  /** Measured: the one that had gone to 254 was an owner again after a restart. */
  @Test
  void shouldBeAnOwnerAgainAfterARestart() {
    VirtualRouter m1 = world.keepalived("m1", "192.0.2.11", 255);
    world.keepalived("m2", "192.0.2.12", 255);

    world
        .at(10 * SECOND, new Fault.Stop("m1"))
        .at(17 * SECOND, new Fault.Start("m1"))
        .runUntil(18 * SECOND);

    assertThat(m1.config().priority()).isEqualTo(255);
    assertThat(m1.isMaster()).isTrue();
  }

  /**
   * garp_interval: one frame at a time, and an address that waits does so once, however often it is
   * to be announced. keepalived 2.2.7 sent 5 repeats of one address twice, and 2 of two addresses
   * as first, first, second.
   */
  @Test
  void shouldKeepADistanceBetweenAnnouncements() {
    spaced("192.0.2.51");

    world.runUntil(DOWN_200 + SECOND);

    assertThat(announced())
        .containsExactly("192.0.2.50 0", "192.0.2.50 100000000", "192.0.2.51 200000000");
  }

  @Test
  void shouldAnnounceNothingThatWaitedOnceItIsMasterNoMore() {
    spaced("192.0.2.51", "192.0.2.52", "192.0.2.53");

    world.at(DOWN_200 + 150 * MILLISECOND, new Fault.Stop("m1")).runUntil(20 * SECOND);

    assertThat(announced()).containsExactly("192.0.2.50 0", "192.0.2.50 100000000");
  }

  private void spaced(String... excluded) {
    List<IpAddress> addresses = Stream.of(excluded).map(IpAddress::parse).toList();
    world.keepalived(
        "m1",
        "192.0.2.11",
        200,
        config ->
            config.withOptions(
                config
                    .options()
                    .withAnnouncementSpacingNanos(100 * MILLISECOND)
                    .withUnadvertisedAddresses(addresses)));
  }

  private List<String> announced() {
    return world.tape.sent("m1", ArpPacket.class).stream()
        .map(sent -> sent.arp().targetAddress() + " " + (sent.atNanos() - DOWN_200))
        .toList();
  }

  @Test
  void shouldTellWhyAndOfWhomItDecided() {
    List<String> told = new ArrayList<>();
    world.keepalived("m1", "192.0.2.11", 200);
    world.keepalived("m2", "192.0.2.12", 100);
    world.lab.listen(
        new LabListener() {
          @Override
          public void decided(
              VirtualRouter router,
              VrrpState before,
              Transition transition,
              @Nullable ReceivedAdvert heard) {
            Decision decision = transition.decision();
            if (heard != null && decision != Decision.HIGHER_PRIORITY_HEARD) {
              told.add(
                  "%s %s %s %d of %d"
                      .formatted(
                          router.machine().name(),
                          decision,
                          heard.source(),
                          heard.packet().priority(),
                          router.config().priority()));
            }
          }
        });

    world
        .at(10 * SECOND, new Fault.Stop("m1"))
        .at(12 * SECOND, new Fault.Start("m1"))
        .runUntil(13 * SECOND);

    assertThat(told)
        .containsExactly(
            "m2 PRIORITY_ZERO_HEARD 192.0.2.11 0 of 100",
            "m1 LOWER_PRIORITY_DISCARDED 192.0.2.12 100 of 200");
    assertThat(world.tape.changes()).extracting(Tape.Change::node).contains("m1", "m2");
    assertThat(world.tape.changesOf("m2"))
        .last()
        .isEqualTo("Master at " + (10 * SECOND + 2 * HOP + SKEW_100));
  }

  @Test
  void shouldWaitAfterAReboot() {
    delayed();

    world
        .at(20 * SECOND, new Fault.Crash("m1"))
        .at(25 * SECOND, new Fault.Start("m1"))
        .runUntil(40 * SECOND);

    assertThat(begins()).containsExactly(6 * SECOND, 31 * SECOND);
  }

  /** The machine has been up for long: only the delay of the daemon counts. */
  @Test
  void shouldNotWaitForABootThatIsLongOver() {
    delayed();

    world
        .at(20 * SECOND, new Fault.Stop("m1"))
        .at(25 * SECOND, new Fault.Start("m1"))
        .runUntil(40 * SECOND);

    assertThat(begins()).containsExactly(6 * SECOND, 26 * SECOND);
  }

  private void delayed() {
    VirtualRouter m1 = world.keepalived("m1", "192.0.2.11", 200);
    Objects.requireNonNull(m1.machine().daemon()).delayStartup(SECOND, 6 * SECOND);
  }

  /** When m1 left Initialize. */
  private List<Long> begins() {
    return world.tape.changes().stream()
        .filter(change -> change.node().equals("m1") && change.why().startsWith("started"))
        .map(change -> change.atNanos())
        .toList();
  }
}
