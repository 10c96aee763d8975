package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.Octets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of packets over routers: a at lan, r1 from there to middle, r2 from there to far. */
class RoutingTest {

  private final World world = World.of();
  private final Machine a = world.host("a", "192.0.2.100");
  private final Machine r1 = world.router("r1");
  private final Machine r2 = world.router("r2");
  private final Machine m = host("m", "middle", "198.51.100.100");
  private final Machine z = host("z", "far", "203.0.113.100");

  RoutingTest() {
    world.connect(r1, "lan", "192.0.2.1");
    world.connect(r1, "middle", "198.51.100.1");
    world.connect(r2, "middle", "198.51.100.2");
    world.connect(r2, "far", "203.0.113.1");
  }

  private Machine host(String name, String segment, String address) {
    world.segment(segment);
    return world.host(name, segment, address);
  }

  private List<Integer> ttls(String machine) {
    return world.tape.pings(machine).stream().map(each -> each.ip().ttl()).distinct().toList();
  }

  @Test
  void shouldPingThroughOneRouter() {
    world.ping(a, "198.51.100.100", SECOND);
    world.runUntil(10 * SECOND + 100 * HOP);

    assertThat(world.tape.arrivals()).hasSize(11);
    assertThat(world.tape.arrivals().getLast().atNanos()).isEqualTo(10 * SECOND + 8 * HOP);
    assertThat(ttls("a")).containsExactly(64);
    assertThat(ttls("r1")).containsExactly(63);
    assertThat(ttls("m")).containsExactly(64);
  }

  @Test
  void shouldPingThroughTwoRouters() {
    world.ping(a, "203.0.113.100", SECOND);
    world.runUntil(10 * SECOND + 100 * HOP);

    assertThat(world.tape.arrivals()).hasSize(11);
    assertThat(world.tape.arrivals().getLast().atNanos()).isEqualTo(10 * SECOND + 12 * HOP);
    // r1 and r2 each pass the ping on with what is left, and so the answer from the other side
    assertThat(ttls("r1")).containsExactly(63, 62);
    assertThat(ttls("r2")).containsExactly(62, 63);
    Tape.Sent first = world.tape.pings("a").getFirst();
    assertThat(first.frame().destination()).isEqualTo(mac(r1, 0));
    assertThat(first.ip().source()).isEqualTo(Ipv4Address.parse("192.0.2.100"));
  }

  private static MacAddress mac(Machine machine, int card) {
    return machine.interfaces().get(card).mac();
  }

  @Test
  void shouldAnswerForARouterAddressBeyondItsNearSide() {
    world.ping(a, "198.51.100.1", SECOND);
    world.runUntil(3 * SECOND + 100 * HOP);

    assertThat(world.tape.arrivals()).hasSize(4);
    assertThat(ttls("r1")).containsExactly(64);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "1, 0, 0", "2, 1, 0", "3, 1, 1"})
  void shouldForwardOnlyWhatMayGoFurther(int ttl, int fromR1, int fromR2) {
    Ipv4Packet packet =
        Ipv4Packet.of(
            Ipv4Address.parse("192.0.2.100"),
            Ipv4Address.parse("203.0.113.100"),
            ttl,
            IcmpEcho.request(9, 0, Octets.EMPTY));
    Frame frame = Frame.of(new EthernetFrame(mac(r1, 0), mac(a, 0), packet));
    world.runUntil(1);
    world.card("a").transmit(frame);
    world.runUntil(SECOND);

    assertThat(requests("r1")).isEqualTo(fromR1);
    assertThat(requests("r2")).isEqualTo(fromR2);
  }

  private long requests(String machine) {
    return world.tape.pings(machine).stream()
        .filter(each -> each.ip().destination().equals(Ipv4Address.parse("203.0.113.100")))
        .count();
  }

  @Test
  void shouldNotForwardWhatCameToAGroupMac() {
    Ipv4Packet packet =
        Ipv4Packet.of(
            Ipv4Address.parse("192.0.2.100"),
            Ipv4Address.parse("198.51.100.100"),
            64,
            IcmpEcho.request(9, 0, Octets.EMPTY));
    world.runUntil(1);
    world.card("a").transmit(Frame.of(new EthernetFrame(MacAddress.BROADCAST, mac(a, 0), packet)));
    world.runUntil(SECOND);

    assertThat(world.tape.pings("r1")).isEmpty();
  }

  @Test
  void shouldNotForwardOnAHost() {
    Ipv4Packet packet =
        Ipv4Packet.of(
            Ipv4Address.parse("198.51.100.1"),
            Ipv4Address.parse("203.0.113.100"),
            64,
            IcmpEcho.request(9, 0, Octets.EMPTY));
    world.runUntil(1);
    r1.interfaces().get(1).transmit(Frame.of(new EthernetFrame(mac(m, 0), mac(r1, 1), packet)));
    world.runUntil(SECOND);

    assertThat(world.tape.sent(each -> each.port().startsWith("m:"))).isEmpty();
  }

  @Test
  void shouldSendWhatNoRouteLeadsToByWayOfTheGateway() {
    world.lab.setGateway(m, IpAddress.parse("198.51.100.2"));
    world.ping(m, "8.8.8.8", SECOND);
    world.ping(m, "192.0.2.100", SECOND);
    world.runUntil(SECOND / 2);

    // a host that is told its gateway leaves it to that one to know that r1 is on the way to a
    assertThat(world.tape.pings("m"))
        .extracting(each -> each.frame().destination())
        .containsOnly(mac(r2, 0));
    assertThat(world.tape.arrivals()).extracting(Tape.Arrival::flow).containsExactly(1);
  }

  @Test
  void shouldDropWhatNoRouteLeadsTo() {
    world.ping(a, "8.8.8.8", SECOND);
    world.runUntil(3 * SECOND);

    assertThat(world.tape.sent("a", IcmpEcho.class)).isEmpty();
    assertThat(world.tape.arpRequests("a")).isEmpty();
  }

  @Test
  void shouldRefuseAGatewayThatIsNotOnLink() {
    assertThatThrownBy(() -> world.lab.setGateway(a, IpAddress.parse("198.51.100.1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a has no network with 198.51.100.1");
  }

  @Test
  void shouldFindNoWayToASegmentWithoutMachines() {
    world.segment("empty");
    world.ping(a, "203.0.113.100", SECOND);

    assertThat(world.runUntil(SECOND / 2).tape.arrivals()).hasSize(1);
    assertThat(world.lab.topology().groups(world.lab.segment("empty"))).isEmpty();
  }

  @Test
  void shouldTellWhoHearsWhomOnASegment() {
    Segment middle = world.lab.segment("middle");
    assertThat(world.lab.topology().groups(middle)).containsExactly(List.of("m", "r1", "r2"));

    middle.partition(List.of(List.of("r1"), List.of("m")));

    Topology split = world.lab.topology();
    assertThat(split.groups(middle)).containsExactly(List.of("m"), List.of("r1"), List.of("r2"));
    assertThat(split.hearEachOther(r1, m, middle)).isFalse();
    middle.heal();
    r2.powerOff();
    assertThat(world.lab.topology().groups(middle))
        .containsExactly(List.of("m", "r1"), List.of("r2"));
    assertThat(world.lab.topology().hearEachOther(r1, m, middle)).isTrue();
    assertThat(world.lab.topology().hearEachOther(r1, r2, middle)).isFalse();
    assertThat(world.lab.topology().hearEachOther(r1, z, middle)).isFalse();
  }

  @Test
  void shouldRefuseAPrefixThatNoAddressHas() {
    assertThatThrownBy(() -> new Subnet(IpAddress.parse("192.0.2.0"), 33))
        .hasMessageContaining("prefix length 33 of 192.0.2.0");
    assertThatThrownBy(() -> new Subnet(IpAddress.parse("192.0.2.0"), -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Subnet(IpAddress.parse("192.0.2.0"), 24)).hasToString("192.0.2.0/24");
  }
}
