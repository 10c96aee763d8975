package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.track.CheckResult.OfScript;
import io.vrrplab.track.CheckResult.Outcome;
import io.vrrplab.track.Track;
import io.vrrplab.track.Tracked;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.VrrpPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two virtual routers, on two segments, that two keepalived nodes bind into a group each. */
class SyncGroupTest {

  private static final long DOWN_200 = 3_218_750_000L;
  private static final long DOWN_100 = 3_609_375_000L;
  private static final long SKEW_100 = 609_375_000L;
  private static final long SKEW_200 = 218_750_000L;

  private final World world = World.of();
  private VirtualRouter lan1;
  private VirtualRouter wan1;
  private VirtualRouter lan2;
  private VirtualRouter wan2;

  @BeforeEach
  void addNodes() {
    world.segment("wan");
    Machine m1 = world.router("m1");
    Machine m2 = world.router("m2");
    lan1 = member(m1, "lan", "192.0.2.11", "192.0.2.50", 200);
    wan1 = member(m1, "wan", "198.51.100.11", "198.51.100.50", 200);
    lan2 = member(m2, "lan", "192.0.2.12", "192.0.2.50", 100);
    wan2 = member(m2, "wan", "198.51.100.12", "198.51.100.50", 100);
    daemon(lan1).group(List.of(lan1, wan1), false);
    daemon(lan2).group(List.of(lan2, wan2), false);
  }

  private VirtualRouter member(
      Machine node, String segment, String address, String virtual, int priority) {
    NetworkInterface on = world.connect(node, segment, address);
    VirtualRouterConfig config =
        VirtualRouterConfig.ofDefaults(
                Profile.KEEPALIVED,
                2,
                segment.equals("lan") ? 41 : 42,
                IpAddress.parse(address),
                List.of(IpAddress.parse(virtual)))
            .withPriority(priority);
    return world.lab.addVirtualRouter(node, on, config);
  }

  private static VrrpDaemon daemon(VirtualRouter router) {
    return Objects.requireNonNull(router.machine().daemon());
  }

  @Test
  void shouldPullTheOthersAlongWhenOneFails() {
    world.at(10 * SECOND, new Fault.LinkDown("m1", "wan")).runUntil(15 * SECOND);

    // the wan is dark, so its Backup times out; only with it may the lan follow
    long wanDown = DOWN_200 + 6 * SECOND + 2 * HOP + DOWN_100;
    assertThat(world.tape.changesOf("m1"))
        .endsWith("Initialize at " + 10 * SECOND, "Initialize at " + 10 * SECOND);
    assertThat(world.tape.advertised("m1", 10 * SECOND, 15 * SECOND)).containsExactly(0);
    assertThat(world.tape.changesOf("m2")).endsWith("Master at " + wanDown, "Master at " + wanDown);
  }

  @Test
  void shouldSayPriorityZeroTwiceWhereTheFaultIsAndOnceBesides() {
    daemon(lan1).track(lan1, new Track(Tracked.Script.of("chk"), 0, false));
    world
        .at(10 * SECOND, new Fault.Check("m1", new OfScript("chk", Outcome.FAIL)))
        .runUntil(12 * SECOND);

    assertThat(world.tape.sent("m1", VrrpPacket.class))
        .filteredOn(sent -> sent.atNanos() == 10 * SECOND)
        .extracting(sent -> sent.port() + " " + sent.advert().priority())
        .containsExactly("m1:lan 0", "m1:lan 0", "m1:wan 0");
    long taken = 10 * SECOND + 2 * HOP + SKEW_100;
    assertThat(world.tape.changesOf("m2")).endsWith("Master at " + taken, "Master at " + taken);
  }

  /** One member hears a Master all the time: the group never takes over. */
  @Test
  void shouldNotTakeOverUnlessAllWould() {
    world
        .at(10 * SECOND, new Fault.LinkDown("m2", "wan"))
        .at(11 * SECOND, new Fault.LinkUp("m2", "wan"))
        .runUntil(12 * SECOND);

    assertThat(lan2.isTakingPart()).isTrue();
    assertThat(wan2.isTakingPart()).isTrue();

    world.at(12 * SECOND, () -> daemon(lan2).setPriority(lan2, 250)).runUntil(30 * SECOND);

    assertThat(lan2.isMaster()).as("wan2 still hears priority 200").isFalse();
    assertThat(lan1.isMaster() && wan1.isMaster()).isTrue();
  }

  /** Each member that follows has followers of its own, and none of them may wait for another. */
  @Test
  void shouldTakeThousandsAlong() {
    Machine m3 = world.router("m3");
    List<VirtualRouter> members = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      world.segment("lan" + i);
      NetworkInterface on = world.connect(m3, "lan" + i, "10.0.%d.1".formatted(i));
      for (int vrid = 1; vrid <= 250; vrid++) {
        IpAddress address = IpAddress.parse("10.0.%d.%d".formatted(i, vrid + 1));
        members.add(
            world.lab.addVirtualRouter(
                m3,
                on,
                VirtualRouterConfig.ofDefaults(
                    Profile.KEEPALIVED,
                    2,
                    vrid,
                    on.subnets().getFirst().address(),
                    List.of(address))));
      }
    }
    daemon(members.getFirst()).group(members, false);

    world.runUntil(5 * SECOND);

    assertThat(members).hasSize(3000).allMatch(VirtualRouter::isMaster);
  }

  @Test
  void shouldYieldTogether() {
    world
        .at(10 * SECOND, new Fault.SetPriority("m2", 41, 250))
        .at(10 * SECOND, new Fault.SetPriority("m2", 42, 250))
        .runUntil(20 * SECOND);

    assertThat(List.of(lan2, wan2)).allMatch(VirtualRouter::isMaster);
    List<String> m1 = world.tape.changesOf("m1");
    assertThat(m1.subList(4, 6)).allMatch(change -> change.equals(m1.getLast()));
  }

  @Test
  void shouldIgnoreWeightsUnlessToldToCountThem() {
    daemon(lan1).track(lan1, new Track(Tracked.Script.of("chk"), -150, false));
    daemon(lan2).group(List.of(lan2, wan2), true);
    daemon(lan2).track(lan2, new Track(Tracked.Script.of("chk"), -50, false));
    world
        .at(10 * SECOND, new Fault.Check("m1", new OfScript("chk", Outcome.FAIL)))
        .at(10 * SECOND, new Fault.Check("m2", new OfScript("chk", Outcome.FAIL)))
        .runUntil(12 * SECOND);

    assertThat(lan1.config().priority()).isEqualTo(200);
    assertThat(lan2.config().priority()).isEqualTo(50);
  }

  /**
   * Measured in 2.2.7: both say priority 0 and are both back after Skew_Time, the peer never is.
   */
  @Test
  void shouldGiveUpAndRetakeTogetherWhatOtherSoftwareRemoved() {
    world
        .at(10 * SECOND, new Fault.RemoveAddress("m1", IpAddress.parse("192.0.2.50")))
        .runUntil(12 * SECOND);

    assertThat(world.tape.advertised("m1", 10 * SECOND, 11 * SECOND))
        .containsExactly(0, 0, 200, 200);
    assertThat(world.tape.changesOf("m1").subList(4, 8))
        .containsExactly(
            "Backup at " + 10 * SECOND,
            "Backup at " + 10 * SECOND,
            "Master at " + (10 * SECOND + SKEW_200),
            "Master at " + (10 * SECOND + SKEW_200));
    assertThat(lan2.isMaster() || wan2.isMaster()).isFalse();
  }
}
