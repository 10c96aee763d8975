package io.vrrplab.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.sim.Limits;
import io.vrrplab.sim.Simulation;
import io.vrrplab.vrrp.Decision;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VrrpAction;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.Octets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeTest {

  private static final long LATENCY_NANOS = 50_000;
  private static final Ipv4Address NODE = Ipv4Address.parse("192.0.2.11");
  private static final Ipv4Address ASKER = Ipv4Address.parse("192.0.2.5");
  private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:05");

  private final Simulation simulation = new Simulation(1, Limits.DEFAULT);
  private final Lab lab = new Lab(simulation);
  private final Segment segment =
      lab.addSegment(
          new SegmentConfig(
              "lan",
              new LinkProperties(LATENCY_NANOS, 0, 0, 0),
              SegmentConfig.DEFAULT_MAC_AGING_NANOS));
  private final Machine node = lab.addHost("node");
  private final NetworkInterface on = lab.connect(node, segment, new Subnet(NODE, 24));

  private static Frame question() {
    return Frame.of(
        new EthernetFrame(MacAddress.BROADCAST, MAC, ArpPacket.request(MAC, ASKER, NODE)));
  }

  @Test
  void shouldHearTheAnswerToWhatItSaysWithItsTime() {
    Probe probe = lab.addProbe("probe", segment);

    assertThat(probe.transmit(question())).isTrue();
    simulation.runUntil(1_000_000);

    HeardFrame heard = probe.take();
    assertThat(heard).isNotNull();
    assertThat(heard.nanos()).isEqualTo(4 * LATENCY_NANOS);
    assertThat(heard.frame().decoded())
        .isInstanceOfSatisfying(
            Decoded.Packet.class,
            packet -> assertThat(packet.frame().payload()).isInstanceOf(ArpPacket.class));
    assertThat(probe.take()).isNull();
  }

  @Test
  void shouldCarryOctetsThatMakeNoFrame() {
    Probe speaker = lab.addProbe("speaker", segment);
    Probe listener = lab.addProbe("listener", segment);
    Frame stump = Frame.ofBytes(Octets.ofHex("ffffffffffff 020000000005 0800 45").toByteArray());

    speaker.transmit(stump);
    simulation.runUntil(1_000_000);

    assertThat(listener.take()).isEqualTo(new HeardFrame(2 * LATENCY_NANOS, stump));
    assertThat(speaker.hasHeard()).isFalse();
  }

  @Test
  void shouldLetARunStopAtTheFirstFrameThatIsHeard() {
    Probe probe = lab.addProbe("probe", segment);

    probe.transmit(question());

    assertThat(simulation.runUntil(1_000_000, probe::hasHeard)).isTrue();
    assertThat(simulation.nowNanos()).isEqualTo(4 * LATENCY_NANOS);
    probe.take();
    assertThat(simulation.runUntil(1_000_000, probe::hasHeard)).isFalse();
    assertThat(simulation.nowNanos()).isEqualTo(1_000_000);
  }

  @Test
  void shouldRefuseANameThatIsTaken() {
    lab.addProbe("probe", segment);

    assertThatThrownBy(() -> lab.addProbe("node", segment)).hasMessage("the name is taken: node");
    assertThatThrownBy(() -> lab.addProbe("probe", segment)).hasMessage("the name is taken: probe");
    assertThatThrownBy(() -> lab.addHost("probe")).hasMessage("the name is taken: probe");
  }

  @Test
  void shouldBeNoMachineOfTheSegment() {
    lab.addProbe("probe", segment);

    assertThat(segment.machines()).containsExactly(node);
  }

  @Test
  void shouldHearANodeThatDecidesInItsOwnWay() {
    Probe probe = lab.addProbe("probe", segment);
    VirtualRouterConfig config =
        VirtualRouterConfig.ofDefaults(
            Profile.RFC9568, 3, 7, NODE, List.of(Ipv4Address.parse("192.0.2.50")));
    lab.addVirtualRouter(
        node,
        on,
        config,
        _ ->
            (_, _) ->
                new Transition(
                    new VrrpState.Master(),
                    List.of(new VrrpAction.SendAdvert(100)),
                    Decision.STARTUP_OWNER));

    lab.start();
    simulation.runUntil(1_000_000);

    assertThat(probe.take()).as("the report that joins the group").isNotNull();
    HeardFrame heard = probe.take();
    assertThat(heard).isNotNull();
    assertThat(heard.frame().sourceBits()).isEqualTo(config.virtualMac().bits());
  }
}
