package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.OpaqueEthernetPayload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** What a switch makes of frames: who gets them, and what it remembers. */
class LearningSwitchTest {

  private static final long AGING = SegmentConfig.DEFAULT_MAC_AGING_NANOS;

  /** A MAC of which no card is the owner. */
  private static final MacAddress STRANGER = MacAddress.parse("02:ff:00:00:00:01");

  private static final MacAddress GROUP = MacAddress.parse("01:00:5e:00:00:12");

  private final World world = World.of();
  private final SequencedMap<String, List<Tape.Sent>> towards = new LinkedHashMap<>();

  LearningSwitchTest() {
    for (String name : List.of("a", "b", "c", "d")) {
      world.host(name, "192.0.2." + (11 + towards.size()));
      towards.put(name, world.tape.tap(world.card(name).port().cable().downlink()));
    }
  }

  private MacAddress mac(String machine) {
    return world.card(machine).mac();
  }

  private void send(String from, MacAddress source, MacAddress destination) {
    OpaqueEthernetPayload payload = new OpaqueEthernetPayload(0x88b5, Octets.zeroes(46));
    world.card(from).transmit(Frame.of(new EthernetFrame(destination, source, payload)));
  }

  /** Sends at a time and says whom the switch passed the frame on to. */
  private List<String> heardBy(long atNanos, String from, MacAddress source, MacAddress to) {
    towards.values().forEach(List::clear);
    world.at(atNanos, () -> send(from, source, to)).runUntil(atNanos + 2 * HOP);
    List<String> names = new ArrayList<>();
    towards.forEach((name, frames) -> frames.forEach(_ -> names.add(name)));
    return names;
  }

  private List<String> heardBy(long atNanos, String from, MacAddress to) {
    return heardBy(atNanos, from, mac(from), to);
  }

  @Test
  void shouldFloodWhatItHasNotLearntToAllButTheSender() {
    assertThat(heardBy(0, "a", mac("b"))).containsExactly("b", "c", "d");
  }

  @Test
  void shouldSendToThePortWhereItSawTheAddress() {
    heardBy(0, "b", mac("d"));

    assertThat(heardBy(SECOND, "a", mac("b"))).containsExactly("b");
    assertThat(heardBy(2 * SECOND, "b", mac("a"))).containsExactly("a");
  }

  @Test
  void shouldFloodGroupsWhateverItHasLearnt() {
    heardBy(0, "b", GROUP, mac("a")); // nobody may learn a group as a source, but let it try

    assertThat(heardBy(SECOND, "a", GROUP)).containsExactly("b", "c", "d");
    assertThat(heardBy(2 * SECOND, "b", MacAddress.BROADCAST)).containsExactly("a", "c", "d");
  }

  @Test
  void shouldNotSendAFrameBackToThePortItCameFrom() {
    heardBy(0, "a", STRANGER, mac("b"));

    assertThat(heardBy(SECOND, "a", STRANGER)).isEmpty();
  }

  @Test
  void shouldFollowAnAddressThatMoves() {
    heardBy(0, "a", STRANGER, MacAddress.BROADCAST);
    assertThat(heardBy(SECOND, "c", STRANGER)).containsExactly("a");

    heardBy(2 * SECOND, "b", STRANGER, MacAddress.BROADCAST);

    assertThat(heardBy(3 * SECOND, "c", STRANGER)).containsExactly("b");
  }

  @Test
  void shouldRememberAnAddressUpToTheAgingTimeAndNoLonger() {
    heardBy(0, "b", mac("d"));

    assertThat(heardBy(AGING, "a", mac("b"))).containsExactly("b");
    assertThat(heardBy(AGING + 1 + 2 * HOP, "a", mac("b"))).containsExactly("b", "c", "d");
  }

  @Test
  void shouldForgetAnAddressOneNanosecondAfterTheAgingTime() {
    heardBy(0, "b", mac("d"));

    assertThat(heardBy(AGING + 1, "a", mac("b"))).containsExactly("b", "c", "d");
  }

  @Test
  void shouldCountTheAgingTimeFromTheLastFrame() {
    heardBy(0, "b", mac("d"));
    heardBy(SECOND, "b", mac("d"));

    assertThat(heardBy(AGING + SECOND, "a", mac("b"))).containsExactly("b");
  }

  @Test
  void shouldForgetWhatItLearntAtAPortWhoseLinkGoesDown() {
    heardBy(0, "b", STRANGER, mac("a"));
    heardBy(SECOND, "c", mac("a"));
    Cable cable = world.card("b").port().cable();
    cable.plug(false);
    cable.plug(true);

    assertThat(heardBy(2 * SECOND, "a", STRANGER)).containsExactly("b", "c", "d");
    assertThat(heardBy(3 * SECOND, "a", mac("c"))).containsExactly("c");
  }

  @Test
  void shouldRememberMoreAddressesThanItBeganWithRoomFor() {
    for (int i = 0; i < 200; i++) {
      send("b", new MacAddress(STRANGER.bits() + i), mac("a"));
    }
    world.runUntil(SECOND);

    for (int i = 0; i < 200; i++) {
      MacAddress known = new MacAddress(STRANGER.bits() + i);
      assertThat(heardBy((2 + i) * SECOND, "a", known)).as("%s", known).containsExactly("b");
    }
  }

  @Test
  void shouldKeepTheGroupsOfAPartitionApart() {
    world.lan().partition(List.of(List.of("a", "b"), List.of("c")));

    assertThat(heardBy(0, "a", MacAddress.BROADCAST)).containsExactly("b");
    assertThat(heardBy(SECOND, "c", MacAddress.BROADCAST)).isEmpty();
    assertThat(heardBy(2 * SECOND, "d", MacAddress.BROADCAST)).isEmpty();
    assertThat(world.tape.lost())
        .contains(
            new Tape.Lost(HOP, "a", "c", LossCause.PARTITION),
            new Tape.Lost(HOP, "a", "d", LossCause.PARTITION))
        .hasSize(2 + 3 + 3);
  }

  @Test
  void shouldLeaveThoseWhomNoGroupNamesTogether() {
    world.lan().partition(List.of(List.of("a")));

    assertThat(heardBy(0, "b", MacAddress.BROADCAST)).containsExactly("c", "d");
  }

  @Test
  void shouldLearnApartInEachGroup() {
    world.lan().partition(List.of(List.of("a", "b"), List.of("c", "d")));
    heardBy(0, "b", STRANGER, MacAddress.BROADCAST);
    heardBy(SECOND, "d", STRANGER, MacAddress.BROADCAST);

    assertThat(heardBy(2 * SECOND, "a", STRANGER)).containsExactly("b");
    assertThat(heardBy(3 * SECOND, "c", STRANGER)).containsExactly("d");
  }

  @Test
  void shouldKnowAfterHealingWhatEitherGroupLearntLast() {
    world.lan().partition(List.of(List.of("a", "b"), List.of("c", "d")));
    heardBy(0, "d", STRANGER, MacAddress.BROADCAST);
    heardBy(SECOND, "b", STRANGER, MacAddress.BROADCAST);
    heardBy(SECOND * 2, "c", mac("d"));
    world.lan().heal();

    assertThat(heardBy(3 * SECOND, "c", STRANGER)).containsExactly("b");
    assertThat(heardBy(4 * SECOND, "a", mac("c"))).containsExactly("c");
  }

  @Test
  void shouldLoseInAPartitionWhatItStillKnowsToBeOnTheOtherSide() {
    heardBy(0, "c", mac("a"));
    world.lan().partition(List.of(List.of("a", "b"), List.of("c", "d")));

    assertThat(heardBy(SECOND, "a", mac("c"))).isEmpty();
    assertThat(world.tape.lost())
        .containsExactly(new Tape.Lost(SECOND + HOP, "a", "c", LossCause.PARTITION));
  }

  @Test
  void shouldNotBlameAPartitionForWhatAMachineWithoutPowerDoesNotHear() {
    world.lan().partition(List.of(List.of("a"), List.of("b", "c", "d")));
    world.lab.machine("b").powerOff();

    heardBy(0, "a", MacAddress.BROADCAST);

    assertThat(world.tape.lost()).extracting(Tape.Lost::towards).containsExactly("c", "d");
  }
}
