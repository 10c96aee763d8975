package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.MacAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a host finds out the MAC of a neighbour, believes it, doubts it and gives it up. */
class NeighbourCacheTest {

  private static final Ipv4Address ADDRESS_A = Ipv4Address.parse("192.0.2.1");
  private static final Ipv4Address ADDRESS_B = Ipv4Address.parse("192.0.2.2");

  private final World world = World.of();
  private final Machine a = world.host("a", "192.0.2.1");
  private final Machine b = world.host("b", "192.0.2.2");
  private final Machine c = world.host("c", "192.0.2.3");
  private final Cable cableOfB = world.card("b").port().cable();

  private MacAddress mac(Machine machine) {
    return machine.interfaces().getFirst().mac();
  }

  private List<Long> requestTimes(boolean broadcast) {
    return world.tape.arpRequests("a").stream()
        .filter(each -> each.isGroup() == broadcast)
        .map(Tape.Sent::atNanos)
        .toList();
  }

  @Test
  void shouldAskForTheMacAndThenSendWhatWaited() {
    world.ping(a, "192.0.2.2", SECOND);
    world.runUntil(SECOND + 10 * HOP);

    Tape.Sent request = world.tape.arpRequests("a").getFirst();
    assertThat(request.atNanos()).isZero();
    assertThat(request.frame())
        .isEqualTo(
            new EthernetFrame(
                MacAddress.BROADCAST, mac(a), ArpPacket.request(mac(a), ADDRESS_A, ADDRESS_B)));
    Tape.Sent reply = world.tape.sent("b", ArpPacket.class).getFirst();
    assertThat(reply.atNanos()).isEqualTo(2 * HOP);
    assertThat(reply.frame().destination()).isEqualTo(mac(a));
    assertThat(reply.arp()).isEqualTo(ArpPacket.replyTo(request.arp(), mac(b)));
    assertThat(world.tape.pings("a"))
        .extracting(Tape.Sent::atNanos)
        .containsExactly(4 * HOP, SECOND);
    assertThat(world.tape.arpRequests("a")).hasSize(1);
    // who is asked learns who asks, and need not ask back
    assertThat(world.tape.arpRequests("b")).isEmpty();
    assertThat(world.tape.arrivals())
        .containsExactly(new Tape.Arrival(8 * HOP, 0, 0), new Tape.Arrival(SECOND + 4 * HOP, 0, 1));
  }

  @Test
  void shouldAskThreeTimesASecondApartAndThenGiveUp() {
    world.udp(a, "192.0.2.9", SECOND, 8, 1);
    world.runUntil(60 * SECOND);

    assertThat(requestTimes(true)).containsExactly(0L, SECOND, 2 * SECOND);
    assertThat(world.tape.sent("a", ArpPacket.class)).hasSize(3);
  }

  @Test
  void shouldBeginAnewWithTheNextPacketAfterItGaveUp() {
    world.udp(a, "192.0.2.9", 2_500 * MILLISECOND, 8, 3);
    world.runUntil(60 * SECOND);

    // given up at 3 s, asked anew for the packet of 5 s
    assertThat(requestTimes(true))
        .containsExactly(0L, SECOND, 2 * SECOND, 5 * SECOND, 6 * SECOND, 7 * SECOND);
  }

  @Test
  void shouldKeepTheLast101PacketsThatWait() {
    world.udp(a, "192.0.2.2", 10 * MILLISECOND, 8, 201);
    cableOfB.plug(false);
    world.at(1_500 * MILLISECOND, () -> cableOfB.plug(true)).runUntil(3 * SECOND);

    // the third question, at 2 s, is answered, when packets 0 to 200 have been sent
    assertThat(world.tape.arrivals()).hasSize(101);
    assertThat(world.tape.arrivals().getFirst())
        .isEqualTo(new Tape.Arrival(2 * SECOND + 6 * HOP, 0, 100));
    assertThat(world.tape.arrivals().getLast().sequence()).isEqualTo(200);
  }

  @Test
  void shouldDropWhatWaitedWhenNobodyAnswers() {
    world.udp(a, "192.0.2.2", 2_900 * MILLISECOND, 8, 3);
    cableOfB.plug(false);
    world.at(3 * SECOND, () -> cableOfB.plug(true)).runUntil(10 * SECOND);

    assertThat(world.tape.arrivals()).extracting(Tape.Arrival::sequence).containsExactly(2);
  }

  @Test
  void shouldNotDoubtANeighbourWhoseAnswersItHears() {
    world.ping(a, "192.0.2.2", SECOND);
    world.runUntil(300 * SECOND);

    assertThat(world.tape.arpRequests("a")).hasSize(1);
  }

  @Test
  void shouldAskANeighbourThatIsOnlySpokenToAfter15To45And5Seconds() {
    world.udp(a, "192.0.2.2", 100 * MILLISECOND, 8, 1_000);
    world.runUntil(100 * SECOND);

    List<Long> unicast = requestTimes(false);
    assertThat(requestTimes(true)).containsExactly(0L);
    assertThat(unicast).isNotEmpty();
    assertThat(unicast.getFirst()).isBetween(20 * SECOND, 50 * SECOND + 100 * MILLISECOND);
    Tape.Sent first = world.tape.arpRequests("a").get(1);
    assertThat(first.frame().destination()).isEqualTo(mac(b));
    // answered, it is believed for the same time again
    assertThat(unicast.get(1) - unicast.getFirst())
        .isBetween(unicast.getFirst() - 100 * MILLISECOND, unicast.getFirst() + 100 * MILLISECOND);
    assertThat(world.tape.arrivals()).hasSize(1_000);
  }

  @Test
  void shouldAskAStaleNeighbourFiveSecondsAfterItWasUsed() {
    world.ping(b, "192.0.2.1", 3 * SECOND);
    world.at(10 * SECOND, () -> cableOfB.plug(false)).runUntil(20 * SECOND);

    // a learnt of b by being asked, answered its ping at 6 hops, and was never told that b is well
    assertThat(requestTimes(false)).first().isEqualTo(5 * SECOND + 6 * HOP);
  }

  @Test
  void shouldGiveUpADeadNeighbourAfterDelayAndThreeUnicastQuestions() {
    long interval = 700 * MILLISECOND;
    world.ping(a, "192.0.2.2", interval);
    world.at(10 * SECOND, b::powerOff).runUntil(90 * SECOND);

    List<Long> unicast = requestTimes(false);
    long doubted = unicast.getFirst() - 5 * SECOND;
    assertThat(doubted % interval).isZero();
    assertThat(doubted).isBetween(9_800 * MILLISECOND + 15 * SECOND, 10 * SECOND + 46 * SECOND);
    assertThat(unicast)
        .containsExactly(doubted + 5 * SECOND, doubted + 6 * SECOND, doubted + 7 * SECOND);
    // given up 8 s after the doubt; the next ping, 12 intervals after it, asks everybody
    assertThat(requestTimes(true).get(1)).isEqualTo(doubted + 12 * interval);
    assertThat(requestTimes(true).get(2)).isEqualTo(doubted + 12 * interval + SECOND);
    assertThat(world.tape.pings("a").getLast().atNanos()).isEqualTo(doubted + 11 * interval);
  }

  @Test
  void shouldBelieveANeighbourThatAnswersWhileItIsBeingAsked() {
    world.ping(a, "192.0.2.2", 700 * MILLISECOND);
    world.at(10 * SECOND, () -> cableOfB.plug(false)).runUntil(11 * SECOND);
    while (requestTimes(false).size() < 2) {
      world.runUntil(world.lab.simulation().nowNanos() + SECOND);
    }
    cableOfB.plug(true);
    world.runUntil(world.lab.simulation().nowNanos() + 10 * SECOND);

    assertThat(requestTimes(false)).hasSizeBetween(2, 3);
    assertThat(requestTimes(true)).hasSize(1);
    assertThat(world.tape.arrivals().getLast().atNanos())
        .isGreaterThan(world.lab.simulation().nowNanos() - SECOND);
  }

  /** c says to a that it is b, and a pings b; says whether a believed it. */
  private boolean believes(long saidAtNanos, ArpPacket said, MacAddress to) {
    world.ping(a, "192.0.2.2", 100 * SECOND);
    world.ping(a, "192.0.2.2", 100 * SECOND, saidAtNanos + 2 * HOP + 1);
    Frame frame = Frame.of(new EthernetFrame(to, mac(c), said));
    world.at(saidAtNanos, () -> world.card("c").transmit(frame));
    world.runUntil(saidAtNanos + SECOND);
    Tape.Sent last = world.tape.pings("a").getLast();
    assertThat(last.atNanos()).isEqualTo(saidAtNanos + 2 * HOP + 1);
    return last.frame().destination().equals(mac(c));
  }

  private ArpPacket reply() {
    return new ArpPacket(ArpPacket.REPLY, mac(c), ADDRESS_B, mac(a), ADDRESS_A);
  }

  @Test
  void shouldKeepToTheFirstAnswerForASecond() {
    // a took b's answer in at 4 hops; this one arrives to the nanosecond a second later
    assertThat(believes(SECOND + 2 * HOP, reply(), mac(a))).isFalse();
  }

  @Test
  void shouldFollowAnotherAnswerAfterASecond() {
    assertThat(believes(SECOND + 2 * HOP + 1, reply(), mac(a))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {ArpPacket.REQUEST, ArpPacket.REPLY})
  void shouldFollowGratuitousArpAtOnce(int operation) {
    ArpPacket gratuitous =
        new ArpPacket(operation, mac(c), ADDRESS_B, MacAddress.BROADCAST, ADDRESS_B);

    assertThat(believes(10 * HOP, gratuitous, MacAddress.BROADCAST)).isTrue();
  }

  @Test
  void shouldFollowARequestOfItsNeighbourAtOnce() {
    ArpPacket request = ArpPacket.request(mac(c), ADDRESS_B, ADDRESS_A);

    assertThat(believes(10 * HOP, request, MacAddress.BROADCAST)).isTrue();
  }

  @Test
  void shouldLearnNothingNewFromGratuitousArp() {
    ArpPacket gratuitous = ArpPacket.gratuitous(mac(c), ADDRESS_B, MacAddress.BROADCAST);
    Frame frame = Frame.of(new EthernetFrame(MacAddress.BROADCAST, mac(c), gratuitous));
    world.ping(a, "192.0.2.2", SECOND, SECOND);
    world.at(0, () -> world.card("c").transmit(frame)).runUntil(2 * SECOND);

    assertThat(requestTimes(true)).containsExactly(SECOND);
    assertThat(world.tape.pings("a").getFirst().frame().destination()).isEqualTo(mac(b));
  }

  @Test
  void shouldSendWhatWaitsWhenGratuitousArpTellsTheMac() {
    cableOfB.plug(false);
    ArpPacket gratuitous = ArpPacket.gratuitous(mac(c), ADDRESS_B, MacAddress.BROADCAST);
    Frame frame = Frame.of(new EthernetFrame(MacAddress.BROADCAST, mac(c), gratuitous));
    world.ping(a, "192.0.2.2", 100 * SECOND);
    world.at(SECOND / 2, () -> world.card("c").transmit(frame)).runUntil(7 * SECOND);

    assertThat(world.tape.pings("a")).hasSize(1);
    assertThat(world.tape.pings("a").getFirst().frame().destination()).isEqualTo(mac(c));
    // it was not asked for, so five seconds later the host wants to know for sure
    assertThat(requestTimes(false)).first().isEqualTo(SECOND / 2 + 2 * HOP + 5 * SECOND);
  }

  @Test
  void shouldAnswerOnlyForItsOwnAddress() {
    world.ping(a, "192.0.2.2", SECOND);
    world.runUntil(10 * SECOND);

    assertThat(world.tape.sent("c", ArpPacket.class)).isEmpty();
  }
}
