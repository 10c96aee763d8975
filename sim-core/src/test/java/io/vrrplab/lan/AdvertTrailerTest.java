package io.vrrplab.lan;

import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.measure.AdvertMeter;
import io.vrrplab.measure.KeepalivedLog;
import io.vrrplab.vrrp.Delivery;
import io.vrrplab.vrrp.HmacRules;
import io.vrrplab.vrrp.HmacRules.Mode;
import io.vrrplab.vrrp.KeepalivedVersion;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Octets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two nodes that authenticate their adverts by trailers; each of these pairs was run with
 * keepalived 2.4.3, the clocks with faketime.
 */
class AdvertTrailerTest {

  private static final Octets KEY = Octets.ofHex("6b".repeat(32));
  private static final Octets OTHER = Octets.ofHex("7a".repeat(32));
  private static final Profile NEW = Profile.keepalived(KeepalivedVersion.V2_4);

  private final World world = World.of();
  private final AdvertMeter meter = new AdvertMeter(world.lab);
  private final KeepalivedLog log = new KeepalivedLog(world.lab, new LinkedHashMap<>());

  private static HmacRules rules(int id, Octets key, Mode mode, int windowSeconds) {
    LinkedHashMap<Integer, Octets> keys = new LinkedHashMap<>();
    keys.put(id, key);
    return new HmacRules(keys, id, mode, windowSeconds);
  }

  private static HmacRules enforced() {
    return rules(7, KEY, Mode.ENFORCE, 5);
  }

  private AdvertTrailerTest nodes(@Nullable HmacRules one, @Nullable HmacRules other) {
    node("m1", "192.0.2.11", 200, one);
    node("m2", "192.0.2.12", 100, other);
    return this;
  }

  private void node(String name, String address, int priority, @Nullable HmacRules hmac) {
    world.keepalived(
        name,
        address,
        priority,
        config ->
            config
                .withProfile(hmac == null ? Profile.KEEPALIVED : NEW)
                .withOptions(config.options().withHmac(hmac)));
  }

  private Map<String, Long> refused() {
    Map<String, Long> counts = new LinkedHashMap<>(meter.report().rejected());
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  private List<String> masters() {
    return List.of("m1", "m2").stream()
        .filter(name -> world.tape.changesOf(name).getLast().startsWith("Master"))
        .toList();
  }

  @Test
  void shouldAgreeOnAKey() {
    nodes(enforced(), enforced());

    world.runUntil(20 * SECOND);

    assertThat(masters()).containsExactly("m1");
    assertThat(refused()).isEmpty();
  }

  @Test
  void shouldAgreeInVersion3() {
    version3("m1", "192.0.2.11", 200);
    version3("m2", "192.0.2.12", 100);

    world.runUntil(20 * SECOND);

    assertThat(masters()).containsExactly("m1");
    assertThat(refused()).isEmpty();
  }

  private void version3(String name, String address, int priority) {
    VirtualRouterConfig config =
        VirtualRouterConfig.ofDefaults(
                NEW, 3, World.VRID, IpAddress.parse(address), List.of(World.VIP))
            .withPriority(priority);
    world.serve(
        world.host(name, address), config.withOptions(config.options().withHmac(enforced())));
  }

  /** The trailer is the same for all peers; who is none of them is refused in any case. */
  @ParameterizedTest
  @CsvSource({"192.0.2.11, ''", "192.0.2.99, peer"})
  void shouldAgreeWithPeers(String peerOfBackup, String reason) {
    peers("m1", "192.0.2.11", 200, "192.0.2.12");
    peers("m2", "192.0.2.12", 100, peerOfBackup);

    world.runUntil(20 * SECOND);

    assertThat(masters().contains("m2")).isEqualTo(!reason.isEmpty());
    assertThat(String.join(" ", refused().keySet())).isEqualTo(reason);
  }

  private void peers(String name, String address, int priority, String peer) {
    Delivery peers =
        new Delivery.Unicast(List.of(Delivery.Peer.of(IpAddress.parse(peer))), false, 255);
    world.keepalived(
        name,
        address,
        priority,
        config ->
            config
                .withProfile(NEW)
                .withOptions(config.options().withHmac(enforced()).withDelivery(peers)));
  }

  @Test
  void shouldRefuseAnotherKeyOfTheSameId() {
    nodes(enforced(), rules(7, OTHER, Mode.ENFORCE, 5));

    world.runUntil(20 * SECOND);

    assertThat(masters()).containsExactly("m1", "m2");
    assertThat(refused()).containsOnlyKeys("trailer-hmac");
    assertThat(log.report())
        .extracting(KeepalivedLog.Line::text)
        .contains("(VI_41) invalid authentication HMAC from 192.0.2.11");
  }

  @Test
  void shouldRefuseAKeyThatIsNotThere() {
    nodes(enforced(), rules(9, KEY, Mode.ENFORCE, 5));

    world.runUntil(20 * SECOND);

    assertThat(masters()).containsExactly("m1", "m2");
    assertThat(refused()).containsOnlyKeys("trailer-key");
    assertThat(log.report())
        .extracting(KeepalivedLog.Line::text)
        .contains("(VI_41) unknown authentication key id 7 from 192.0.2.11");
  }

  /** Older ones do not know what stands behind the message: "vrrp packet too long". */
  @Test
  void shouldBeTooLongForThoseWithout() {
    nodes(enforced(), null);

    world.runUntil(20 * SECOND);

    assertThat(masters()).containsExactly("m1", "m2");
    assertThat(refused()).containsOnlyKeys("surplus", "trailer-missing");
  }

  @ParameterizedTest
  @CsvSource({
    // what the Master does, what the Backup does, whether this hears that
    "ENFORCE,      RECEIVE_ONLY, true",
    "PERMISSIVE,   ENFORCE,      true",
    "RECEIVE_ONLY, PERMISSIVE,   true",
    "RECEIVE_ONLY, ENFORCE,      false"
  })
  void shouldMigrateStepByStep(Mode master, Mode backup, boolean hears) {
    nodes(rules(7, KEY, master, 5), rules(7, KEY, backup, 5));

    world.runUntil(20 * SECOND);

    assertThat(masters().contains("m2")).isNotEqualTo(hears);
    assertThat(refused().containsKey("trailer-missing")).isNotEqualTo(hears);
  }

  /** Measured with 10 s and windows of 5 and 20 s, and without one. */
  @ParameterizedTest
  @CsvSource({"-10, 5, false", "-10, 20, true", "-10, 0, true", "10, 5, false", "5, 5, true"})
  void shouldTakeNothingFromBeyondTheWindow(long ahead, int window, boolean hears) {
    nodes(rules(7, KEY, Mode.ENFORCE, window), rules(7, KEY, Mode.ENFORCE, window));
    world.at(10 * SECOND, new Fault.Clock("m2", ahead * SECOND));

    world.runUntil(9 * SECOND);
    assertThat(masters()).containsExactly("m1");
    world.runUntil(20 * SECOND);

    assertThat(masters().contains("m2")).isNotEqualTo(hears);
    assertThat(refused().containsKey("trailer-stale")).isNotEqualTo(hears);
  }

  @Test
  void shouldHearEachOtherAgainWhenTheClockIsRight() {
    nodes(enforced(), enforced());
    world
        .at(10 * SECOND, new Fault.Clock("m1", 10 * SECOND))
        .at(20 * SECOND, new Fault.Clock("m1", 0));

    world.runUntil(19 * SECOND);
    assertThat(masters()).containsExactly("m1", "m2");
    world.runUntil(30 * SECOND);

    assertThat(masters()).containsExactly("m1");
  }

  /** A clock that is set back within the window: numbers go on from where they were. */
  @Test
  void shouldCountOnWhereTheClockGoesBack() {
    nodes(enforced(), enforced());
    world.at(10 * SECOND, new Fault.Clock("m1", -4 * SECOND));

    world.runUntil(20 * SECOND);

    assertThat(masters()).containsExactly("m1");
    assertThat(refused()).isEmpty();
  }
}
