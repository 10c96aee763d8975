package io.vrrplab.lan;

import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.lan.RoutingMesh.PublishedPort;
import io.vrrplab.measure.TrafficMeter;
import io.vrrplab.measure.TrafficReport;
import io.vrrplab.measure.TrafficReport.Served;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Octets;
import io.vrrplab.wire.UdpPacket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A Docker swarm behind a virtual address: m1 is its Master, and m3 takes no part in VRRP. */
class RoutingMeshTest {

  private static final String VIP = World.VIP.toString();
  private static final PublishedPort PORT = new PublishedPort(8080, 80);

  private final World world = World.of();
  private final Machine m1 = world.keepalived("m1", "192.0.2.11", 200).machine();
  private final Machine m2 = world.keepalived("m2", "192.0.2.12", 100).machine();
  private final Machine m3 = world.host("m3", "192.0.2.13");
  private final Machine client = world.host("client", "192.0.2.100");

  private void mesh(Machine... tasks) {
    world.lab.addMesh(
        new RoutingMesh(List.of(m1, m2, m3), List.of(tasks), List.of(PORT), 5 * SECOND));
  }

  private void requests(int flows) {
    for (int i = 0; i < flows; i++) {
      world.request(client, VIP, PORT.published(), 100 * MILLISECOND);
    }
  }

  /** What the flows came to, run from a time at which m1 is Master. */
  private List<TrafficReport> until(long nanos) {
    TrafficMeter meter = new TrafficMeter(world.lab);
    world.runUntil(nanos);
    return meter.report();
  }

  private static List<String> nodes(TrafficReport report) {
    return served(report).stream().map(Served::node).toList();
  }

  private static List<Served> served(TrafficReport report) {
    TrafficReport.Service service = report.service();
    return service == null ? List.of() : service.servedBy();
  }

  /** The datagrams that a machine sent, but for gossip: from whom to whom, and with which TTL. */
  private Stream<String> datagrams(String machine) {
    return world.tape.sent(machine, UdpPacket.class).stream()
        .map(Tape.Sent::ip)
        .filter(ip -> ((UdpPacket) ip.payload()).destinationPort() != RoutingMesh.GOSSIP_PORT)
        .map(RoutingMeshTest::told);
  }

  private static String told(Ipv4Packet ip) {
    UdpPacket udp = (UdpPacket) ip.payload();
    return "%s:%d > %s:%d ttl %d"
        .formatted(
            ip.source(), udp.sourcePort(), ip.destination(), udp.destinationPort(), ip.ttl());
  }

  @Test
  void shouldDealFlowsOutToTasksInTurnsAndKeepThemThere() {
    mesh(m1, m2, m3);
    requests(4);
    List<TrafficReport> reports = until(20 * SECOND);

    assertThat(reports)
        .extracting(RoutingMeshTest::nodes)
        .containsExactly(List.of("m1"), List.of("m2"), List.of("m3"), List.of("m1"));
    assertThat(reports)
        .allSatisfy(report -> assertThat(report.received()).isBetween(160, 170))
        .allSatisfy(
            report -> assertThat(served(report).getFirst().packets()).isEqualTo(report.received()));
  }

  @Test
  void shouldHandOnFromTheMastersAddressAndAnswerFromTheVirtualOne() {
    mesh(m3);
    requests(1);
    TrafficReport report = until(10 * SECOND).getFirst();

    assertThat(datagrams("client")).contains("192.0.2.100:32768 > 192.0.2.50:8080 ttl 64");
    assertThat(datagrams("m1"))
        .containsOnly(
            "192.0.2.11:32768 > 192.0.2.13:80 ttl 62",
            "192.0.2.50:8080 > 192.0.2.100:32768 ttl 62");
    assertThat(datagrams("m3")).containsOnly("192.0.2.13:80 > 192.0.2.11:32768 ttl 64");
    assertThat(datagrams("m2")).isEmpty();
    assertThat(report.hopLimits()).isEqualTo(new TrafficReport.HopLimits(62, 62));
    assertThat(report.roundTrip()).isNotNull();
    assertThat(report.flow()).isEqualTo("udp client 192.0.2.50:8080");
  }

  @Test
  void shouldServeOnTheMasterItselfWithoutAFrame() {
    mesh(m1);
    requests(1);
    until(10 * SECOND);

    assertThat(datagrams("m1")).containsOnly("192.0.2.50:8080 > 192.0.2.100:32768 ttl 62");
  }

  @Test
  void shouldLeavePingsToTheMaster() {
    mesh(m3);
    world.ping(client, VIP, SECOND, 5 * SECOND);
    TrafficReport report = until(9 * SECOND + SECOND / 2).getFirst();

    assertThat(report.received()).isEqualTo(5);
    assertThat(report.service()).isNull();
    assertThat(world.tape.pings("m3")).isEmpty();
  }

  @Test
  void shouldGoOnAtOnceWithANewMasterThatKnowsNoConnection() {
    mesh(m3, m2);
    requests(2);
    world.at(10 * SECOND, new Fault.Stop("m1"));
    List<TrafficReport> reports = until(20 * SECOND);

    assertThat(reports).extracting(RoutingMeshTest::nodes).first().isEqualTo(List.of("m3"));
    assertThat(reports)
        .allSatisfy(report ->
            assertThat(report.outages().getLast().toNanos()).isBetween(10 * SECOND, 11 * SECOND));
    assertThat(datagrams("m2")).contains("192.0.2.50:8080 > 192.0.2.100:32769 ttl 62");
  }

  @Test
  void shouldLoseWhatADeadTaskServedUntilTheMeshNotices() {
    mesh(m2, m3);
    requests(2);
    world.at(20 * SECOND, new Fault.Crash("m2"));
    List<TrafficReport> reports = until(40 * SECOND);

    TrafficReport.Outage outage = reports.getFirst().outages().getLast();
    assertThat(outage.fromNanos()).isBetween(20 * SECOND, 20 * SECOND + 100 * MILLISECOND);
    assertThat(outage.toNanos()).isBetween(24 * SECOND, 25 * SECOND + 200 * MILLISECOND);
    assertThat(reports.getFirst())
        .extracting(RoutingMeshTest::nodes)
        .isEqualTo(List.of("m2", "m3"));
    assertThat(reports.getLast().outages()).hasSize(1); // before there was a Master
  }

  @Test
  void shouldDealOutToATaskThatIsBack() {
    mesh(m2, m3);
    world.at(5 * SECOND, new Fault.Crash("m2"));
    world.at(20 * SECOND, new Fault.Start("m2"));
    Flow early = later(12 * SECOND);
    Flow next = later(13 * SECOND);
    Flow back = later(22 * SECOND);
    List<TrafficReport> reports = until(30 * SECOND);

    assertThat(nodes(reports.get(early.index()))).containsExactly("m3");
    assertThat(nodes(reports.get(next.index()))).containsExactly("m3");
    assertThat(nodes(reports.get(back.index()))).containsExactly("m2");
    assertThat(reports).allSatisfy(report -> assertThat(report.outages()).isEmpty());
  }

  /** m1 is Master again 3.2 s after it came back, before m2 would be. */
  @Test
  void shouldKnowNoConnectionAfterALossOfPower() {
    mesh(m2, m3);
    later(5 * SECOND, 3);
    Flow second = later(6 * SECOND);
    world.at(12 * SECOND, new Fault.Crash("m1"));
    world.at(12 * SECOND + 100 * MILLISECOND, new Fault.Start("m1"));
    List<TrafficReport> reports = until(25 * SECOND);

    assertThat(nodes(reports.get(second.index()))).containsExactly("m3", "m2");
  }

  @Test
  void shouldTrustNobodyItHasNotHeardSinceALossOfPower() {
    mesh(m2, m3);
    Flow flow = later(5 * SECOND);
    world.at(12 * SECOND - 1, new Fault.Crash("m1"));
    world.at(12 * SECOND - 1, new Fault.Crash("m2"));
    world.at(12 * SECOND + 100 * MILLISECOND, new Fault.Start("m1"));
    TrafficReport report = until(25 * SECOND).get(flow.index());

    assertThat(nodes(report)).containsExactly("m2", "m3");
    assertThat(report.outages())
        .containsExactly(new TrafficReport.Outage(12 * SECOND, 16 * SECOND, 4));
  }

  private Flow later(long startNanos) {
    return later(startNanos, Integer.MAX_VALUE);
  }

  private Flow later(long startNanos, int count) {
    return world.lab.addFlow(
        client, new Flow.Config(Flow.Kind.UDP, World.VIP, SECOND, 64, startNanos, count, 8080));
  }

  @Test
  void shouldNotHearFromAMachineThatStandsStill() {
    mesh(m2, m3);
    world.at(5 * SECOND, new Fault.Pause("m2", 20 * SECOND));
    Flow meanwhile = later(12 * SECOND);
    List<TrafficReport> reports = until(30 * SECOND);

    assertThat(nodes(reports.get(meanwhile.index()))).containsExactly("m3");
  }

  @Test
  void shouldServeNobodyWhereNoTaskIsLeft() {
    mesh(m2);
    requests(1);
    world.at(10 * SECOND, new Fault.Crash("m2"));
    TrafficReport report = until(30 * SECOND).getFirst();

    assertThat(report.outages().getLast().toNanos()).isNull();
  }

  @Test
  void shouldBeginAnewAfterFiveMinutesOfSilence() {
    mesh(m2, m3);
    world.request(client, VIP, 8080, 299 * SECOND);
    world.request(client, VIP, 8080, 301 * SECOND);
    List<TrafficReport> reports = until(1000 * SECOND);

    assertThat(reports).extracting(RoutingMeshTest::nodes).first().isEqualTo(List.of("m2"));
    assertThat(nodes(reports.getLast())).containsExactly("m3", "m2");
  }

  @Test
  void shouldGiveClientsThatChoseTheSamePortPortsOfTheirOwn() {
    mesh(m3);
    requests(1);
    Probe probe = world.lab.addProbe("probe", world.lan());
    UdpPacket asked = new UdpPacket(32768, 8080, Octets.zeroes(3));
    Ipv4Packet packet =
        Ipv4Packet.of(Ipv4Address.parse("192.0.2.99"), (Ipv4Address) World.VIP, 64, asked);
    world.at(
        10 * SECOND,
        () ->
            probe.transmit(
                Frame.of(
                    new EthernetFrame(world.card("m1").mac(), world.card("m3").mac(), packet))));
    until(11 * SECOND);

    assertThat(datagrams("m1"))
        .contains(
            "192.0.2.11:32768 > 192.0.2.13:80 ttl 62", "192.0.2.11:32769 > 192.0.2.13:80 ttl 62");
  }

  @Test
  void shouldServeOnlyWhatANodeHandedOn() {
    mesh(m2, m3);
    world.request(client, "192.0.2.13", 80, SECOND);
    TrafficReport report = until(5 * SECOND).getFirst();

    assertThat(served(report)).isEmpty();
  }

  @Test
  void shouldTakeWhatComesToAnyAddressOfAnyNode() {
    mesh(m2);
    world.request(client, "192.0.2.13", 8080, SECOND);
    TrafficReport report = until(5 * SECOND + SECOND / 2).getFirst();

    assertThat(report.received()).isEqualTo(6);
    assertThat(served(report)).containsExactly(new Served("m2", 6));
  }

  @Test
  void shouldRefuseAMeshThatCannotBe() {
    refused(List.of(m2), SECOND);
    refused(List.of(), SECOND);
    refused(List.of(m1), 4);
    mesh(m1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mesh(m2))
        .withMessage("m1 is in a mesh already");
  }

  private void refused(List<Machine> tasks, long deadAfterNanos) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RoutingMesh(List.of(m1), tasks, List.of(PORT), deadAfterNanos));
  }
}
