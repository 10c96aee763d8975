package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.sim.Limits;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.EthernetPayload;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.GroupRecord;
import io.vrrplab.wire.IgmpQuery;
import io.vrrplab.wire.IgmpReport;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.OpaqueEthernetPayload;
import io.vrrplab.wire.OpaqueIpPayload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a switch that snoops sends multicast, and when it forgets who listens (RFC 4541). */
class SnoopingTest {

  private static final long TIMEOUT = Snooping.DEFAULT_TIMEOUT_NANOS;
  private static final Snooping DROPS = new Snooping(false, false, false, TIMEOUT);
  private static final Snooping FLOODS = new Snooping(false, true, false, TIMEOUT);
  private static final Snooping PRUNES_LOCAL = new Snooping(false, false, true, TIMEOUT);
  private static final IpAddress GROUP = IpAddress.parse("239.1.1.1");
  private static final List<String> HOSTS = List.of("a", "b", "c", "d");

  private final World world = World.empty(1, Limits.DEFAULT);
  private final SequencedMap<String, List<Tape.Sent>> towards = new LinkedHashMap<>();

  /** Four hosts of both families behind a switch, of which b listens to 239.1.1.1. */
  private SnoopingTest with(Snooping snooping) {
    world.lab.addSegment(new SegmentConfig("lan", LinkProperties.DEFAULT, TIMEOUT, 0, snooping));
    for (String name : HOSTS) {
      int number = 11 + towards.size();
      world.lab.connect(
          world.lab.addHost(name),
          world.lan(),
          new Subnet(IpAddress.parse("192.0.2." + number), 24),
          new Subnet(IpAddress.parse("2001:db8::" + number), 64));
      towards.put(name, world.tape.tap(world.card(name).port().cable().downlink()));
    }
    join("b", GROUP);
    return this;
  }

  private void join(String host, IpAddress group) {
    world.card(host).memberships().join(group);
  }

  private static EthernetPayload packet(IpAddress group) {
    OpaqueIpPayload data = new OpaqueIpPayload(253, Octets.zeroes(8));
    return switch (group) {
      case Ipv4Address v4 -> Ipv4Packet.of(Ipv4Address.parse("192.0.2.11"), v4, 1, data);
      case Ipv6Address v6 -> Ipv6Packet.of(Ipv6Address.parse("2001:db8::11"), v6, 1, data);
    };
  }

  /** Has a host send at a time, and says whom the switch passed the frame on to. */
  private List<String> heardBy(long atNanos, String from, MacAddress to, EthernetPayload payload) {
    world.runUntil(atNanos - 1);
    Frame frame = Frame.of(new EthernetFrame(to, world.card(from).mac(), payload));
    world.at(atNanos, () -> world.card(from).transmit(frame)).runUntil(atNanos + 2 * HOP);
    List<String> names = new ArrayList<>();
    towards.forEach((name, frames) ->
        frames.stream()
            .filter(
                each -> each.frame().equals(new EthernetFrame(to, world.card(from).mac(), payload)))
            .forEach(_ -> names.add(name)));
    return names;
  }

  private List<String> heardBy(long atNanos, String from, IpAddress group) {
    return heardBy(atNanos, from, MacAddress.ofMulticast(group), packet(group));
  }

  @Test
  void shouldSendAGroupToItsListenersAlone() {
    with(DROPS);

    assertThat(heardBy(SECOND, "a", GROUP)).containsExactly("b");
  }

  @Test
  void shouldNotSendAGroupBackToAListenerThatSentIt() {
    with(DROPS).join("c", GROUP);

    assertThat(heardBy(SECOND, "b", GROUP)).containsExactly("c");
  }

  @Test
  void shouldTellGroupsOfOneMacApart() {
    with(DROPS);

    assertThat(heardBy(SECOND, "a", IpAddress.parse("238.129.1.1"))).isEmpty();
  }

  @Test
  void shouldDropOrFloodAGroupToWhichNobodyListens() {
    IpAddress unknown = IpAddress.parse("239.9.9.9");

    assertThat(with(DROPS).heardBy(SECOND, "a", unknown)).isEmpty();
    SnoopingTest flooding = new SnoopingTest().with(FLOODS);
    assertThat(flooding.heardBy(SECOND, "a", unknown)).containsExactly("b", "c", "d");
    assertThat(flooding.heardBy(2 * SECOND, "a", GROUP)).containsExactly("b");
  }

  @Test
  void shouldSendLocalGroupsOfIpv4EverywhereUnlessItPrunesThem() {
    assertThat(with(DROPS).heardBy(SECOND, "a", Ipv4Address.VRRP_GROUP))
        .containsExactly("b", "c", "d");

    SnoopingTest pruning = new SnoopingTest().with(PRUNES_LOCAL);
    pruning.join("c", Ipv4Address.VRRP_GROUP);
    assertThat(pruning.heardBy(SECOND, "a", Ipv4Address.VRRP_GROUP)).containsExactly("c");
    assertThat(pruning.heardBy(2 * SECOND, "a", Ipv4Address.ALL_SYSTEMS))
        .containsExactly("b", "c", "d");
  }

  @Test
  void shouldPruneTheGroupsOfIpv6ThatHostsReport() {
    with(DROPS).join("c", Ipv6Address.VRRP_GROUP);
    Ipv6Address b = Ipv6Address.parse("2001:db8::12");

    assertThat(heardBy(SECOND, "a", Ipv6Address.VRRP_GROUP)).containsExactly("c");
    assertThat(heardBy(2 * SECOND, "a", b.solicitedNodeGroup())).containsExactly("b");
    assertThat(heardBy(3 * SECOND, "a", Ipv6Address.ALL_NODES)).containsExactly("b", "c", "d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff:ff:ff:ff:ff:ff", "01:80:c2:00:00:0e"})
  void shouldFloodWhatIsNoIpMulticast(String destination) {
    EthernetPayload payload = new OpaqueEthernetPayload(0x88b5, Octets.zeroes(46));

    assertThat(with(DROPS).heardBy(SECOND, "a", MacAddress.parse(destination), payload))
        .containsExactly("b", "c", "d");
  }

  @Test
  void shouldForgetAListenerOfWhomItHearsNothingForTheTimeout() {
    with(DROPS);
    long reported = HOP;

    assertThat(heardBy(reported + TIMEOUT - HOP - 1, "a", GROUP)).containsExactly("b");
    assertThat(heardBy(reported + TIMEOUT + HOP, "c", GROUP)).isEmpty();
  }

  @Test
  void shouldCountFromTheLastReport() {
    with(DROPS);
    world.at(100 * SECOND, () -> world.card("b").memberships().answer(GROUP));

    assertThat(heardBy(TIMEOUT + 99 * SECOND, "a", GROUP)).containsExactly("b");
    assertThat(heardBy(TIMEOUT + 101 * SECOND, "c", GROUP)).isEmpty();
  }

  @Test
  void shouldSendNoMoreToWhoLeft() {
    with(DROPS).join("c", GROUP);
    world.at(SECOND, () -> world.card("b").memberships().leave(GROUP));

    assertThat(heardBy(2 * SECOND, "a", GROUP)).containsExactly("c");
  }

  @Test
  void shouldForgetWithTheLinkWhatItLearntThere() {
    with(DROPS);
    world.at(SECOND, new Fault.LinkDown("b", null)).at(2 * SECOND, new Fault.LinkUp("b", null));

    assertThat(heardBy(3 * SECOND, "a", GROUP)).isEmpty();
  }

  @Test
  void shouldNotKnowAGroupAnyMoreWhoseLastListenerLostItsLink() {
    with(FLOODS);
    world.at(SECOND, new Fault.LinkDown("b", null));

    assertThat(heardBy(2 * SECOND, "a", GROUP)).containsExactly("c", "d");
  }

  @Test
  void shouldForgetAQuerierWithItsLink() {
    with(DROPS);
    world.at(SECOND, () -> query("d", "192.0.2.14"));
    world.at(2 * SECOND, new Fault.LinkDown("d", null)).at(3 * SECOND, new Fault.LinkUp("d", null));

    assertThat(heardBy(4 * SECOND, "a", GROUP)).containsExactly("b");
  }

  @Test
  void shouldSendReportsAndAllGroupsToQueriers() {
    with(DROPS);
    IgmpReport report = new IgmpReport(List.of(GroupRecord.join(GROUP)));
    Ipv4Packet said =
        Ipv4Packet.of(Ipv4Address.parse("192.0.2.11"), Ipv4Address.IGMP_ROUTERS, 1, report);
    MacAddress routers = MacAddress.ofMulticast(Ipv4Address.IGMP_ROUTERS);

    assertThat(heardBy(SECOND, "a", routers, said)).isEmpty();
    world.at(2 * SECOND, () -> query("d", "192.0.2.14"));
    assertThat(heardBy(3 * SECOND, "c", routers, said)).containsExactly("d");
    assertThat(heardBy(4 * SECOND, "c", GROUP)).containsExactly("a", "b", "d");
    assertThat(heardBy(2 * SECOND + TIMEOUT + 2 * HOP, "b", GROUP)).doesNotContain("d");
  }

  private void query(String host, String source) {
    MacAddress everybody = MacAddress.ofMulticast(Ipv4Address.ALL_SYSTEMS);
    IgmpQuery general = IgmpQuery.general();
    world
        .card(host)
        .transmit(
            everybody,
            world.card(host).mac(),
            Ipv4Packet.of(Ipv4Address.parse(source), Ipv4Address.ALL_SYSTEMS, 1, general));
  }

  @Test
  void shouldNotTakeASwitchThatAsksFromNoAddressForARouter() {
    with(DROPS);
    world.at(2 * SECOND, () -> query("d", "0.0.0.0"));

    assertThat(heardBy(3 * SECOND, "a", GROUP)).containsExactly("b");
  }

  @Test
  void shouldCountNothingThatItPrunedAsLost() {
    with(DROPS).heardBy(SECOND, "a", IpAddress.parse("239.9.9.9"));

    assertThat(world.tape.lost()).isEmpty();
  }
}
