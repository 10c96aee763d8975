package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.sim.Limits;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.IgmpQuery;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.MldQuery;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.OpaqueIpPayload;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who asks for listeners, how often, and how hosts answer (RFC 3376, RFC 3810). */
class QuerierTest {

  private static final IpAddress GROUP = IpAddress.parse("239.1.1.1");

  private final World world = World.empty(1, Limits.DEFAULT);

  private QuerierTest with(boolean switchAsks, long forwardDelayNanos) {
    Snooping snooping = new Snooping(switchAsks, false, false, Snooping.DEFAULT_TIMEOUT_NANOS);
    world.lab.addSegment(
        new SegmentConfig(
            "lan", LinkProperties.DEFAULT, 300 * SECOND, forwardDelayNanos, snooping));
    host("a", 11);
    host("b", 12);
    return this;
  }

  private void host(String name, int number) {
    world.lab.connect(
        world.lab.addHost(name),
        world.lan(),
        new Subnet(IpAddress.parse("192.0.2." + number), 24),
        new Subnet(IpAddress.parse("2001:db8::" + number), 64));
  }

  private List<Double> askedSeconds(String port) {
    return world.tape.sentBy(port, IgmpQuery.class).stream()
        .map(each -> each.atNanos() / 1e9)
        .toList();
  }

  @Test
  void shouldAskTwiceAtTheStartAndThenEvery125Seconds() {
    with(true, 0).world.runUntil(300 * SECOND);

    assertThat(askedSeconds("lan")).containsExactly(0.0, 31.25, 156.25, 281.25);
    assertThat(world.tape.sentBy("lan", MldQuery.class)).hasSize(4);
  }

  @Test
  void shouldAskAsALinuxBridgeDoes() {
    with(true, 0).world.runUntil(SECOND);

    EthernetFrame igmp = world.tape.sentBy("lan", IgmpQuery.class).getFirst().frame();
    EthernetFrame mld = world.tape.sentBy("lan", MldQuery.class).getFirst().frame();
    assertThat(igmp.destination()).isEqualTo(MacAddress.parse("01:00:5e:00:00:01"));
    assertThat(igmp.payload())
        .isEqualTo(
            Ipv4Packet.of(Ipv4Address.ANY, Ipv4Address.ALL_SYSTEMS, 1, IgmpQuery.general())
                .withOptions(Ipv4Packet.ROUTER_ALERT));
    assertThat(mld.destination()).isEqualTo(MacAddress.parse("33:33:00:00:00:01"));
    assertThat(mld.payload())
        .isEqualTo(
            Ipv6Packet.of(
                    Ipv6Address.linkLocal(mld.source()),
                    Ipv6Address.ALL_NODES,
                    1,
                    MldQuery.general())
                .withHopByHopOptions(Ipv6Packet.MLD_ROUTER_ALERT));
  }

  @Test
  void shouldAskFromTheAddressesOfAMachineWhileThatRuns() {
    with(false, 0).world.lan().queryFrom(world.lab.machine("a"));
    world.at(40 * SECOND, new Fault.Crash("a")).at(200 * SECOND, new Fault.Start("a"));
    world.runUntil(240 * SECOND);

    assertThat(askedSeconds("a:lan")).containsExactly(0.0, 31.25, 200.0, 231.25);
    assertThat(world.tape.sentBy("a:lan", IgmpQuery.class).getFirst().ip().source())
        .isEqualTo(IpAddress.parse("192.0.2.11"));
  }

  @Test
  void shouldNotAskWhileTheMachineStandsStill() {
    with(false, 0).world.lan().queryFrom(world.lab.machine("a"));
    world
        .at(SECOND, world.lab.machine("a")::pause)
        .at(60 * SECOND, world.lab.machine("a")::resume)
        .runUntil(100 * SECOND);

    assertThat(askedSeconds("a:lan")).containsExactly(0.0);
  }

  @Test
  void shouldRefuseAQuerierThatIsElsewhere() {
    Machine far = with(false, 0).world.lab.addHost("far");

    assertThatThrownBy(() -> world.lan().queryFrom(far)).hasMessage("far is not on lan");
  }

  @Test
  void shouldAskOnceWhenAPortBeginsToForward() {
    with(true, 30 * SECOND);
    world
        .at(100 * SECOND, new Fault.LinkDown("a", null))
        .at(100 * SECOND, new Fault.LinkDown("b", null))
        .at(101 * SECOND, new Fault.LinkUp("a", null))
        .at(101 * SECOND, new Fault.LinkUp("b", null))
        .runUntil(140 * SECOND);

    assertThat(askedSeconds("lan")).containsExactly(30.0, 61.25, 131.0);
  }

  @Test
  void shouldKeepListenersKnownForAsLongAsSomebodyAsks() {
    with(true, 0);
    world.card("b").memberships().join(GROUP);
    List<Tape.Sent> heard = world.tape.tap(world.card("b").port().cable().downlink());
    world
        .at(
            1000 * SECOND,
            () ->
                world
                    .card("a")
                    .transmit(
                        MacAddress.ofMulticast(GROUP),
                        world.card("a").mac(),
                        Ipv4Packet.of(
                            Ipv4Address.parse("192.0.2.11"),
                            (Ipv4Address) GROUP,
                            1,
                            new OpaqueIpPayload(253, Octets.zeroes(8)))))
        .runUntil(1001 * SECOND);

    assertThat(heard).anyMatch(each -> each.atNanos() == 1000 * SECOND + HOP);
  }
}
