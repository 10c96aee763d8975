package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.vrrp.AddressWatch;
import io.vrrplab.vrrp.KeepalivedVersion;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What other software does to a virtual address. The figures were measured with two keepalived
 * 2.2.7 in network namespaces on one bridge (veth, a client that sent an echo request every 20 ms,
 * tcpdump on the bridge), {@code ip addr del 192.0.2.50/32 dev eth0} in the namespace of the
 * Master. Priority 0 was on the wire 1 to 14 ms after the command, and from it to the next advert:
 *
 * <pre>
 * priority 200, peer 100   0.218 0.220 0.219 0.220 0.222 0.220 0.225 s   formula 0.21875 s
 * the same, nopreempt      0.220 s
 * the same, version 3      0.219 s
 * the same, preempt_delay  0.219 s
 * priority 100, peer 50    0.612 0.612 0.611 s                           formula 0.609375 s
 * 100 and 100              both at once after 0.612 s, the higher address stayed
 * no_track                 no advert of priority 0, no transition
 * </pre>
 */
class RemovedAddressTest {

  private static final long SKEW_200 = 218_750_000;
  private static final long SKEW_100 = 609_375_000;

  private final World world = World.of();

  private void pair(int one, int other, UnaryOperator<VirtualRouterConfig> change) {
    world.keepalived("m1", "192.0.2.11", one, change);
    world.keepalived("m2", "192.0.2.12", other, change);
    world.ping(world.host("client", "192.0.2.100"), "192.0.2.50", 50 * MILLISECOND, 5 * SECOND);
  }

  private World removeVirtualAddress(long atNanos) {
    return world.at(atNanos, new Fault.RemoveAddress("m1", World.VIP));
  }

  private static VirtualRouterConfig untracked(VirtualRouterConfig config) {
    AddressWatch watch = new AddressWatch(false, List.of(World.VIP));
    return config.withOptions(config.options().withWatch(watch));
  }

  private LongStream answers() {
    return world.tape.arrivals().stream().mapToLong(arrival -> arrival.atNanos());
  }

  private boolean isAnswered(long fromNanos, long toNanos) {
    return answers().anyMatch(at -> at >= fromNanos && at < toNanos);
  }

  private boolean isLost(long fromNanos, long toNanos) {
    return !isAnswered(fromNanos, toNanos);
  }

  @Test
  void shouldRetakeItselfWhatOtherSoftwareRemovedAfterSkewTime() {
    pair(200, 100, UnaryOperator.identity());

    removeVirtualAddress(10 * SECOND).runUntil(12 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .endsWith("Backup at " + 10 * SECOND, "Master at " + (10 * SECOND + SKEW_200));
    assertThat(world.tape.changesOf("m2")).hasSize(1);
    assertThat(world.tape.advertised("m1", 10 * SECOND, 11 * SECOND)).containsExactly(0, 200);
    assertThat(world.tape.announced("m1", 10 * SECOND, 11 * SECOND)).isEqualTo(5);
    assertThat(isLost(10 * SECOND + MILLISECOND, 10 * SECOND + SKEW_200)).isTrue();
    assertThat(isAnswered(10 * SECOND + SKEW_200, 10 * SECOND + 300 * MILLISECOND)).isTrue();
  }

  @Test
  void shouldRetakeItWithoutPreemptionToo() {
    pair(200, 100, config -> config.withPreempt(false));

    removeVirtualAddress(10 * SECOND).runUntil(12 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .last()
        .isEqualTo("Master at " + (10 * SECOND + SKEW_200));
    assertThat(world.tape.changesOf("m2")).hasSize(1);
  }

  @Test
  void shouldRaceWithAnEqualPriority() {
    pair(100, 100, UnaryOperator.identity());

    world.at(5 * SECOND, new Fault.Restart("m2")); // so that m1 is the Master, though it is lower
    removeVirtualAddress(10 * SECOND).runUntil(12 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .containsSubsequence("Backup at " + 10 * SECOND, "Master at " + (10 * SECOND + SKEW_100))
        .last()
        .asString()
        .startsWith("Backup at 1060");
    assertThat(world.tape.changesOf("m2"))
        .last()
        .isEqualTo("Master at " + (10 * SECOND + SKEW_100 + 2 * HOP));
  }

  @Test
  void shouldNotMissAnAddressThatIsNotTracked() {
    pair(200, 100, RemovedAddressTest::untracked);

    removeVirtualAddress(10 * SECOND)
        .at(14 * SECOND, new Fault.AddAddress("m1", World.VIP))
        .runUntil(16 * SECOND);

    assertThat(world.tape.changesOf("m1")).hasSize(2);
    assertThat(world.tape.advertised("m1", 10 * SECOND, 13 * SECOND)).doesNotContain(0);
    assertThat(isLost(10 * SECOND + MILLISECOND, 14 * SECOND)).isTrue();
    assertThat(isAnswered(15 * SECOND + 500 * MILLISECOND, 16 * SECOND)).isTrue();
    assertThat(world.tape.announced("m1", 10 * SECOND, 16 * SECOND)).isZero();
  }

  /** Measured: neither a tracked weight nor SIGHUP brings back what is not tracked. */
  @Test
  void shouldNotBringItBackWithAnotherPriorityOrAReload() {
    pair(200, 100, RemovedAddressTest::untracked);

    removeVirtualAddress(10 * SECOND)
        .at(12 * SECOND, new Fault.SetPriority("m1", World.VRID, 205))
        .at(13 * SECOND, new Fault.Reload("m1", List.of()))
        .runUntil(16 * SECOND);

    assertThat(isLost(10 * SECOND + MILLISECOND, 16 * SECOND)).isTrue();
  }

  /** An RFC has no such event, and keepalived before 2.0 did not listen for it. */
  @Test
  void shouldGoOnWithoutTheAddressWhereNobodyLooks() {
    pair(200, 100, config -> config.withProfile(Profile.keepalived(KeepalivedVersion.V1_3)));

    removeVirtualAddress(10 * SECOND)
        .at(20 * SECOND, new Fault.Restart("m1"))
        .runUntil(25 * SECOND);

    assertThat(world.tape.changesOf("m1").subList(0, 3)).last().asString().endsWith("20000000000");
    assertThat(isLost(10 * SECOND + MILLISECOND, 20 * SECOND)).isTrue();
    assertThat(isAnswered(24 * SECOND, 25 * SECOND)).isTrue();
  }

  /** Measured: a second address that is not removed goes and comes with the first. */
  @Test
  void shouldDropAllAddressesWhenOneIsRemoved() {
    IpAddress second = IpAddress.parse("192.0.2.51");
    pair(
        200,
        100,
        config -> config.withOptions(config.options().withUnadvertisedAddresses(List.of(second))));

    world.at(10 * SECOND, new Fault.RemoveAddress("m1", second)).runUntil(12 * SECOND);

    assertThat(isLost(10 * SECOND + MILLISECOND, 10 * SECOND + SKEW_200)).isTrue();
    assertThat(world.card("m1").held(second)).isNotNull();
  }

  /** Measured: while it stands still nothing happens but the loss; SIGCONT lets it see. */
  @Test
  void shouldNoticeOnlyOnceItGoesOn() {
    pair(200, 100, UnaryOperator.identity());

    world.at(9500 * MILLISECOND, new Fault.Freeze("m1", 2 * SECOND));
    removeVirtualAddress(10 * SECOND).runUntil(13 * SECOND);

    assertThat(world.tape.changesOf("m1"))
        .endsWith(
            "Backup at " + 11_500 * MILLISECOND, "Master at " + (11_500 * MILLISECOND + SKEW_200));
    assertThat(isLost(10 * SECOND + MILLISECOND, 11_500 * MILLISECOND + SKEW_200)).isTrue();
  }

  /** Measured: a Backup takes no notice, the address answers on both, and goes with mastership. */
  @Test
  void shouldHaveABackupAnswerForWhatWasAddedToIt() {
    pair(200, 100, UnaryOperator.identity());

    world
        .at(10 * SECOND, new Fault.AddAddress("m2", World.VIP))
        .at(12 * SECOND, new Fault.Stop("m1"))
        .at(14 * SECOND, new Fault.Start("m1"))
        .runUntil(19 * SECOND);

    assertThat(world.tape.announced("m2", 10 * SECOND, 12 * SECOND)).isZero();
    assertThat(world.tape.changesOf("m2")).hasSize(3);
    assertThat(world.card("m2").held(World.VIP)).isNull();
    assertThat(world.card("m1").held(World.VIP)).isNotNull();
  }

  @Test
  void shouldTakeNothingFromAMachineThatHasNothing() {
    pair(200, 100, UnaryOperator.identity());

    world
        .at(10 * SECOND, new Fault.RemoveAddress("m2", World.VIP))
        .at(11 * SECOND, new Fault.AddAddress("m1", World.VIP))
        .runUntil(12 * SECOND);

    assertThat(world.tape.lost()).isEmpty();
    assertThat(world.tape.changes()).hasSize(3);
    assertThat(isLost(10 * SECOND, 10_100 * MILLISECOND)).isFalse();
  }
}
