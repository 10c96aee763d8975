package io.vrrplab.lan;

import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static io.vrrplab.World.VIP;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Tape.Sent;
import io.vrrplab.World;
import io.vrrplab.vrrp.MacChoice;
import io.vrrplab.vrrp.Placement;
import io.vrrplab.vrrp.Placement.Spot;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.vrrp.VirtualRouterOptions;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Addresses on another interface than that of the adverts. MACs, order and periods are those that
 * keepalived 2.2.7 was seen to send with two addresses {@code dev eth1} in virtual_ipaddress and
 * one in virtual_ipaddress_excluded.
 */
class PlacementTest {

  private static final long TAKEOVER = 3_218_750_000L;
  private static final MacAddress VIRTUAL_MAC = MacAddress.virtualRouterIpv4(World.VRID);
  private static final IpAddress OUTER = IpAddress.parse("198.51.100.1");
  private static final IpAddress SECOND_OUTER = IpAddress.parse("198.51.100.2");
  private static final IpAddress EXCLUDED = IpAddress.parse("198.51.100.3");
  private static final Placement WAN = elsewhere(MacChoice.INTERFACE, 0);

  private final World world = World.of();

  private static Placement elsewhere(MacChoice mac, long spacingNanos) {
    return spots(new Spot("wan", mac, true, spacingNanos));
  }

  private static Placement spots(Spot spot) {
    SequencedMap<IpAddress, Spot> spots = new LinkedHashMap<>();
    List.of(OUTER, SECOND_OUTER, EXCLUDED).forEach(address -> spots.put(address, spot));
    return new Placement(spots, 0, false);
  }

  private static Placement reminding(MacChoice mac, boolean everywhere) {
    return new Placement(elsewhere(mac, 0).spots(), 3 * SECOND, everywhere);
  }

  private static VirtualRouterConfig config(Placement placement) {
    return VirtualRouterConfig.ofDefaults(
            Profile.KEEPALIVED,
            2,
            World.VRID,
            IpAddress.parse("192.0.2.11"),
            List.of(VIP, OUTER, SECOND_OUTER))
        .withAccept(true)
        .withPriority(200)
        .withOptions(
            VirtualRouterOptions.NONE
                .withUnadvertisedAddresses(List.of(EXCLUDED))
                .withPlacement(placement));
  }

  /** As {@code use_vmac} and {@code vmac_xmit_base} have it. */
  private static VirtualRouterConfig hidden(VirtualRouterConfig config) {
    Profile profile = config.profile();
    return config.withProfile(
        profile.withAnnouncements(profile.announcements().withAnnouncedMac(MacChoice.VIRTUAL)));
  }

  private VirtualRouter node(VirtualRouterConfig config) {
    world.segment("wan");
    Machine node = world.router("m1");
    world.connect(node, "lan", "192.0.2.11");
    world.connect(node, "wan", "198.51.100.11");
    return world.lab.addVirtualRouter(node, node.interfaces().getFirst(), config);
  }

  private VrrpDaemon daemon() {
    return Objects.requireNonNull(world.lab.machine("m1").daemon());
  }

  private MacAddress macOn(String segment) {
    return world.lab.machine("m1").interfaceTo(segment).mac();
  }

  /** What was announced on a segment, as {@code ADDRESS}, if it was said of one MAC. */
  private List<IpAddress> announced(String segment, MacAddress mac, long from, long to) {
    return gratuitous(segment)
        .filter(each -> each.atNanos() >= from && each.atNanos() < to)
        .filter(each -> each.frame().source().equals(mac) && each.arp().senderMac().equals(mac))
        .<IpAddress>map(each -> each.arp().senderAddress())
        .toList();
  }

  private Stream<Sent> gratuitous(String segment) {
    return world.tape.sent("m1", ArpPacket.class).stream()
        .filter(each -> each.port().equals("m1:" + segment) && each.arp().isGratuitous());
  }

  @Test
  void shouldAnnounceEachAddressWhereItIs() {
    node(config(WAN));
    world.runUntil(5 * SECOND);

    assertThat(announced("lan", macOn("lan"), TAKEOVER, 5 * SECOND)).hasSize(5).containsOnly(VIP);
    assertThat(announced("wan", macOn("wan"), TAKEOVER, 5 * SECOND))
        .hasSize(15)
        .startsWith(OUTER, SECOND_OUTER, EXCLUDED, OUTER);
    assertThat(gratuitous("lan")).hasSize(5);
    assertThat(gratuitous("wan")).hasSize(15);
  }

  @Test
  void shouldAnswerForItThereAndLetItGo() {
    node(config(WAN));
    Machine client = world.host("outside", "wan", "198.51.100.200");
    Flow ping = world.ping(client, "198.51.100.1", 100 * MILLISECOND, 4 * SECOND);
    world.at(6 * SECOND, () -> daemon().stop()).runUntil(8 * SECOND);

    assertThat(world.tape.arrivals())
        .filteredOn(each -> each.flow() == ping.index())
        .hasSize(20)
        .allMatch(each -> each.atNanos() < 6 * SECOND + MILLISECOND);
  }

  @Test
  void shouldAnnounceTheVirtualMacThere() {
    node(config(elsewhere(MacChoice.VIRTUAL, 0)));
    world.runUntil(5 * SECOND);

    assertThat(announced("wan", VIRTUAL_MAC, TAKEOVER, 5 * SECOND)).hasSize(15);
    assertThat(announced("lan", macOn("lan"), TAKEOVER, 5 * SECOND)).containsOnly(VIP);
  }

  @Test
  void shouldKeepTheDistanceOfThatInterface() {
    node(config(elsewhere(MacChoice.INTERFACE, 10 * MILLISECOND)));
    world.runUntil(5 * SECOND);

    assertThat(gratuitous("lan")).extracting(Sent::atNanos).containsOnly(TAKEOVER);
    assertThat(gratuitous("wan"))
        .extracting(Sent::atNanos)
        .startsWith(TAKEOVER, TAKEOVER + 10 * MILLISECOND, TAKEOVER + 20 * MILLISECOND);
  }

  @Test
  void shouldAnswerForTheLoopbackAndAnnounceNothing() {
    node(config(spots(new Spot("lan", MacChoice.INTERFACE, false, 0))));
    world.runUntil(5 * SECOND);

    assertThat(announced("lan", macOn("lan"), TAKEOVER, 5 * SECOND)).containsOnly(VIP);
    assertThat(world.lab.machine("m1").held(OUTER)).isNotNull();
  }

  @Test
  void shouldJoinTheGroupOfAnIpv6AddressThere() {
    Ipv6Address six = Ipv6Address.parse("2001:db8::5");
    SequencedMap<IpAddress, Spot> spots = new LinkedHashMap<>();
    spots.put(six, new Spot("wan", MacChoice.INTERFACE, true, 0));
    VirtualRouterConfig config = config(Placement.NONE);
    node(
        config.withOptions(
            config
                .options()
                .withUnadvertisedAddresses(List.of(six))
                .withPlacement(new Placement(spots, 0, false))));
    world.runUntil(5 * SECOND);

    assertThat(world.lab.machine("m1").interfaceTo("wan").held(six)).isNotNull();
    assertThat(world.lab.machine("m1").interfaceTo("lan").held(six)).isNull();
  }

  @Test
  void shouldMoveItWithTheConfiguration() {
    Machine machine = node(config(WAN)).machine();
    world
        .at(5 * SECOND, () -> daemon().reload(List.of(config(Placement.NONE))))
        .runUntil(6 * SECOND);

    assertThat(machine.interfaceTo("wan").held(OUTER)).isNull();
    assertThat(machine.interfaceTo("lan").held(OUTER)).isNotNull();
  }

  @Test
  void shouldRemindSwitchesOfAVirtualMacWithTheFirstAddressThere() {
    node(config(reminding(MacChoice.VIRTUAL, false)));
    world.runUntil(20 * SECOND);

    assertThat(announced("wan", VIRTUAL_MAC, 9 * SECOND, 20 * SECOND))
        .containsExactly(OUTER, OUTER, OUTER, OUTER);
    assertThat(announced("wan", VIRTUAL_MAC, TAKEOVER + 3 * SECOND, TAKEOVER + 3 * SECOND + 1))
        .containsExactly(OUTER);
    assertThat(announced("lan", macOn("lan"), 9 * SECOND, 20 * SECOND)).isEmpty();
  }

  @Test
  void shouldRemindSwitchesOfAnotherMacOnlyWhereAllIsSaid() {
    node(config(reminding(MacChoice.INTERFACE, true)));
    world.runUntil(20 * SECOND);

    assertThat(announced("wan", macOn("wan"), 9 * SECOND, 20 * SECOND))
        .containsExactly(OUTER, OUTER, OUTER, OUTER);
  }

  @Test
  void shouldNotRemindSwitchesOfAnotherMacOtherwise() {
    node(config(reminding(MacChoice.INTERFACE, false)));
    world.runUntil(20 * SECOND);

    assertThat(announced("wan", macOn("wan"), 9 * SECOND, 20 * SECOND)).isEmpty();
  }

  /** The adverts' interface takes part, where adverts do not show its virtual MAC. */
  @Test
  void shouldRemindSwitchesOfTheMacThatAdvertsHide() {
    node(hidden(config(reminding(MacChoice.VIRTUAL, false))));
    world.runUntil(20 * SECOND);

    assertThat(announced("lan", VIRTUAL_MAC, 9 * SECOND, 20 * SECOND))
        .containsExactly(VIP, VIP, VIP, VIP);
  }

  /** Seen with {@code use_vmac}, {@code vmac_xmit_base} and {@code garp_extra_if} alone. */
  @Test
  void shouldNotRemindSwitchesWithoutAnotherInterface() {
    node(hidden(config(new Placement(new LinkedHashMap<>(), 3 * SECOND, true))));
    world.runUntil(20 * SECOND);

    assertThat(announced("lan", VIRTUAL_MAC, 9 * SECOND, 20 * SECOND)).isEmpty();
  }

  @Test
  void shouldRemindNobodyOnceItIsMasterNoMore() {
    node(config(reminding(MacChoice.VIRTUAL, false)));
    world.at(10 * SECOND, () -> daemon().stop()).runUntil(20 * SECOND);

    assertThat(announced("wan", VIRTUAL_MAC, 10 * SECOND, 20 * SECOND)).isEmpty();
  }
}
