package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static io.vrrplab.World.VIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.IpPayload;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.UdpPacket;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When flows begin and end, what they send, and what they take for an answer. */
class FlowTest {

  private final World world = World.of();
  private final Machine a = world.host("a", "192.0.2.1");

  FlowTest() {
    world.host("b", "192.0.2.2");
  }

  @Test
  void shouldBeginAtTheNextWholeIntervalAfterTheFirstMaster() {
    world.node("m1", "192.0.2.11", 200); // Master at 3.21875 s
    Flow flow =
        world.lab.addFlow(
            a, new Flow.Config(Flow.Kind.PING, VIP, 250 * MILLISECOND, 56, null, 1_000));
    world.runUntil(4 * SECOND + 10 * HOP);

    assertThat(flow.sentNanos(0)).isEqualTo(3_250 * MILLISECOND);
    assertThat(flow.sentNanos(3)).isEqualTo(4 * SECOND);
    assertThat(flow.sender()).isSameAs(a);
    assertThat(world.tape.arrivals())
        .extracting(Tape.Arrival::sequence)
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void shouldNotWaitForAMasterIfItIsToldWhenToBegin() {
    world.node("m1", "192.0.2.11", 200);
    world.ping(a, "192.0.2.50", SECOND, SECOND + 7);
    world.runUntil(2 * SECOND);

    assertThat(world.tape.arpRequests("a"))
        .extracting(Tape.Sent::atNanos)
        .containsExactly(SECOND + 7);
  }

  @Test
  void shouldBeginAtOnceTowardsAnAddressThatIsNotVirtual() {
    world.lab.addFlow(
        a, new Flow.Config(Flow.Kind.PING, Ipv4Address.parse("192.0.2.2"), SECOND, 56, null, 2));
    world.runUntil(10 * SECOND);

    assertThat(world.tape.arrivals()).extracting(Tape.Arrival::sequence).containsExactly(0, 1);
  }

  @Test
  void shouldSendAsManyAsItIsToldAndNoMore() {
    world.udp(a, "192.0.2.2", SECOND, 100, 3);
    world.udp(a, "192.0.2.2", SECOND, 100, 0);
    world.runUntil(10 * SECOND);

    List<Tape.Sent> sent = world.tape.sent("a", UdpPacket.class);
    assertThat(sent).hasSize(3);
    assertThat(sent.getFirst().ip().payload())
        .isInstanceOfSatisfying(
            UdpPacket.class, datagram -> assertThat(datagram.data().length()).isEqualTo(100));
    assertThat(world.tape.arrivals()).hasSize(3);
  }

  @Test
  void shouldFillAPingWithItsPayload() {
    world.ping(a, "192.0.2.2", SECOND);
    world.runUntil(SECOND / 2);

    // 14 + 20 + 8 + 56, as ping says: 56 data bytes, 64 octets of ICMP
    assertThat(Frame.of(world.tape.pings("a").getFirst().frame()).length()).isEqualTo(98);
  }

  @Test
  void shouldSendNothingWithoutPower() {
    world.ping(a, "192.0.2.2", SECOND);
    world.at(2 * SECOND + 1, a::powerOff).runUntil(10 * SECOND);

    assertThat(world.tape.pings("a")).hasSize(3);
    assertThat(world.tape.sent("a", ArpPacket.class)).hasSize(1);
  }

  @Test
  void shouldNotTakeForAnAnswerWhatItNeverAsked() {
    world.ping(a, "192.0.2.2", SECOND);
    world.runUntil(3 * SECOND + SECOND / 2);
    int before = world.tape.arrivals().size();

    deliver(new IcmpEcho(true, 0, 4, Octets.EMPTY)); // the next one
    deliver(new IcmpEcho(true, 7, 0, Octets.EMPTY)); // of no flow
    deliver(datagram(0, 9));
    deliver(datagram(0, -1));
    deliver(datagram(-1, 0));
    deliver(datagram(7, 0));
    deliver(new UdpPacket(Flow.PROBE_PORT, Flow.PROBE_PORT, Octets.zeroes(7)));
    deliver(new UdpPacket(Flow.PROBE_PORT, 53, Octets.zeroes(8)));
    world.runUntil(3 * SECOND + SECOND / 2 + 10 * HOP);

    assertThat(world.tape.arrivals()).hasSize(before);
  }

  @Test
  void shouldTakeAnAnswerOfAServiceForOneOnlyWhereItWasAsked() {
    world.request(a, "192.0.2.2", 8080, SECOND);
    world.request(world.lab.machine("b"), "192.0.2.1", 8080, SECOND);
    world.runUntil(SECOND / 2);

    deliver(new UdpPacket(8080, 32768, datagram(0, 0).data()));
    deliver(new UdpPacket(8080, 32769, datagram(1, 0).data())); // b asked, not a
    world.runUntil(SECOND / 2 + 10 * HOP);

    assertThat(world.tape.arrivals()).extracting(Tape.Arrival::flow).containsExactly(0);
  }

  private static UdpPacket datagram(int flow, int sequence) {
    byte[] numbers = ByteBuffer.allocate(8).putInt(flow).putInt(sequence).array();
    return new UdpPacket(Flow.PROBE_PORT, Flow.PROBE_PORT, Octets.of(numbers));
  }

  private void deliver(IpPayload payload) {
    Ipv4Packet packet =
        Ipv4Packet.of(Ipv4Address.parse("192.0.2.2"), Ipv4Address.parse("192.0.2.1"), 64, payload);
    world
        .card("b")
        .transmit(
            Frame.of(new EthernetFrame(world.card("a").mac(), world.card("b").mac(), packet)));
  }

  @Test
  void shouldRefuseWhatNoFlowIs() {
    refused(0, 56, 1);
    refused(SECOND, -1, 1);
    refused(SECOND, 56, -1);
    assertThatThrownBy(() -> new Flow.Config(Flow.Kind.UDP, VIP, SECOND, 7, null, 1))
        .hasMessageContaining("7 bytes");
    assertThatThrownBy(() -> new Flow.Config(Flow.Kind.PING, VIP, SECOND, 56, null, 1, 8080))
        .hasMessage("no PING goes to port 8080");
  }

  private static void refused(long intervalNanos, int payloadBytes, int count) {
    assertThatThrownBy(
            () -> new Flow.Config(Flow.Kind.PING, VIP, intervalNanos, payloadBytes, null, count))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
