package io.vrrplab.lan;

import static io.vrrplab.lan.World.SECOND;
import static io.vrrplab.lan.World.VIRTUAL_MAC4;
import static io.vrrplab.lan.World.VIRTUAL_MAC6;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.fault.Fault;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.EthernetPayload;
import io.vrrplab.wire.IcmpEcho;
import io.vrrplab.wire.Icmpv6Echo;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.Octets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a virtual router forwards, and what never (RFC 9568 5.1, 6.4.2, 6.4.3, 8.1.3). */
class VirtualGatewayTest {

  private static final IcmpEcho ECHO = IcmpEcho.request(9, 0, Octets.zeroes(8));
  private static final Icmpv6Echo ECHO6 = Icmpv6Echo.request(9, 0, Octets.zeroes(8));

  private final World world = new World();
  private final NetworkInterface m1 = world.router("m1", "192.0.2.11/24", "2001:db8::11/64");
  private final NetworkInterface m2 = world.router("m2", "192.0.2.12/24", "2001:db8::12/64");
  private final NetworkInterface client =
      world.host("client", "192.0.2.100/24", "2001:db8::100/64");

  @BeforeEach
  void connectTheOtherSide() {
    world.connect(world.lab.addHost("server"), world.wan, "198.51.100.80/24", "2001:db8:1::80/64");
    join(m1, 200, "198.51.100.11/24", "2001:db8:1::11/64");
    join(m2, 100, "198.51.100.12/24", "2001:db8:1::12/64");
  }

  private void join(NetworkInterface on, int priority, String... addresses) {
    NetworkInterface far = world.connect(on.machine(), world.wan, addresses);
    world.vrrp(on, Profile.RFC9568, World.VRID, priority, false, "192.0.2.1");
    world.vrrp(on, Profile.RFC9568, World.VRID, priority, false, "fe80::29", "2001:db8::1");
    world.vrrp(far, Profile.RFC9568, World.VRID, priority, false, "198.51.100.1");
    world.vrrp(far, Profile.RFC9568, World.VRID, priority, false, "fe80::29", "2001:db8:1::1");
  }

  @ParameterizedTest
  @CsvSource({"198.51.100.80", "2001:db8:1::80"})
  void shouldForwardWhatIsSentToTheVirtualMacAndGoOnAfterAFailover(String server) {
    boolean ipv4 = server.contains(".");

    world.ping(client, server, 5 * SECOND, 20).at(10 * SECOND, new Fault.Crash("m1"));
    world.run(26 * SECOND);

    Class<?> echo = ipv4 ? IcmpEcho.class : Icmpv6Echo.class;
    assertThat(world.sentBy("client", echo))
        .hasSize(20)
        .allMatch(sent -> sent.frame().destination().equals(ipv4 ? VIRTUAL_MAC4 : VIRTUAL_MAC6));
    assertThat(world.answered).hasSizeBetween(16, 17);
    assertThat(world.sentBy("m2", echo)).isNotEmpty();
  }

  @Test
  void shouldTakeOneFromTheTtlAndFromTheHopLimit() {
    world.ping(client, "198.51.100.80", 5 * SECOND, 1);
    world.ping(client, "2001:db8:1::80", 5 * SECOND, 1);
    world.run(6 * SECOND);

    assertThat(world.sentBy("m1", IcmpEcho.class))
        .hasSize(2)
        .allMatch(sent -> ((Ipv4Packet) sent.frame().payload()).ttl() == 63);
    assertThat(world.sentBy("m1", Icmpv6Echo.class))
        .hasSize(2)
        .allMatch(sent -> sent.ipv6().hopLimit() == 63);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.100, 198.51.100.80, 1",
    "2001:db8::100, 2001:db8:1::80, 1",
    "fe80::100, 2001:db8:1::80, 64",
    "2001:db8::100, fe80::80, 64",
    "192.0.2.100, 224.0.0.18, 255",
    "2001:db8::100, ff02::12, 255",
    "192.0.2.100, 192.0.2.1, 64",
    "2001:db8::100, 2001:db8::1, 64",
  })
  void shouldNotForward(String source, String destination, int hopLimit) {
    IpAddress from = IpAddress.parse(source);
    EthernetPayload packet =
        IpPackets.of(
            from,
            IpAddress.parse(destination),
            hopLimit,
            from instanceof Ipv4Address ? ECHO : ECHO6);

    world.inject(
        5 * SECOND, client, from instanceof Ipv4Address ? VIRTUAL_MAC4 : VIRTUAL_MAC6, packet);
    world.run(6 * SECOND);

    assertThat(world.sentBy("m1", IcmpEcho.class)).isEmpty();
    assertThat(world.sentBy("m1", Icmpv6Echo.class)).isEmpty();
  }

  /** The default route would lead it on; only its being for a group keeps it here. */
  @Requirement({"VRRP-HOST-NO-FORWARD-MCAST-IPV4", "VRRP-HOST-NO-FORWARD-MCAST-IPV6"})
  @ParameterizedTest
  @CsvSource({
    "192.0.2.100, 224.0.0.18, 198.51.100.80",
    "2001:db8::100, ff02::12, 2001:db8:1::80",
  })
  void shouldForwardNothingToTheGroup(String source, String group, String beyond) {
    world.lab.setGateway(m1.machine(), IpAddress.parse(beyond));
    IpAddress to = IpAddress.parse(group);
    IpAddress from = IpAddress.parse(source);
    boolean ipv4 = from instanceof Ipv4Address;
    EthernetPayload packet = IpPackets.of(from, to, 255, ipv4 ? ECHO : ECHO6);

    world
        .inject(5 * SECOND, client, MacAddress.ofMulticast(to), packet)
        .inject(5 * SECOND, client, ipv4 ? VIRTUAL_MAC4 : VIRTUAL_MAC6, packet)
        .run(6 * SECOND);

    assertThat(world.crossed(world.lan, ipv4 ? IcmpEcho.class : Icmpv6Echo.class, null)).isTrue();
    assertThat(world.crossed(world.wan, ipv4 ? IcmpEcho.class : Icmpv6Echo.class, null)).isFalse();
  }

  @Test
  void shouldForwardTheSamePacketThatItRefusesAtItsLastHop() {
    EthernetPayload packet =
        IpPackets.of(Ipv4Address.parse("192.0.2.100"), Ipv4Address.parse("198.51.100.80"), 2, ECHO);

    world.inject(5 * SECOND, client, VIRTUAL_MAC4, packet).run(6 * SECOND);

    assertThat(world.sentBy("m1", IcmpEcho.class)).hasSize(2);
  }

  @Test
  void shouldDiscardWhatIsSentToTheVirtualMacAsBackup() {
    EthernetPayload packet =
        IpPackets.of(
            Ipv4Address.parse("192.0.2.100"), Ipv4Address.parse("198.51.100.80"), 64, ECHO);

    world.inject(5 * SECOND, client, VIRTUAL_MAC4, packet).run(6 * SECOND);

    assertThat(world.sentBy("m2", IcmpEcho.class)).isEmpty();
  }

  @Requirement("VRRP-ARP-PROXY-VMAC")
  @Test
  void shouldProxyArpAsMasterOnlyAndWithTheVirtualMac() {
    m1.machine().proxyArp();
    m2.machine().proxyArp();
    ArpPacket question =
        ArpPacket.request(
            client.mac(), Ipv4Address.parse("192.0.2.100"), Ipv4Address.parse("198.51.100.80"));

    world
        .inject(SECOND, client, MacAddress.BROADCAST, question)
        .inject(5 * SECOND, client, MacAddress.BROADCAST, question)
        .run(6 * SECOND);

    assertThat(world.arpOf("m1"))
        .filteredOn(arp -> arp.operation() == ArpPacket.REPLY)
        .containsExactly(ArpPacket.replyTo(question, VIRTUAL_MAC4));
    assertThat(world.arpOf("m2")).isEmpty();
  }

  @Test
  void shouldUseTheGatewayGivenByHand() {
    world.lab.setGateway(client.machine(), Ipv4Address.parse("192.0.2.12"));
    world.lab.setGateway(client.machine(), Ipv6Address.parse("2001:db8::12"));

    world.ping(client, "198.51.100.80", 5 * SECOND, 1);
    world.ping(client, "2001:db8:1::80", 5 * SECOND, 1);
    world.run(6 * SECOND);

    assertThat(world.sentBy("client", IcmpEcho.class))
        .allMatch(sent -> sent.frame().destination().equals(m2.mac()));
    assertThat(world.sentBy("client", Icmpv6Echo.class))
        .allMatch(sent -> sent.frame().destination().equals(m2.mac()));
    assertThat(world.answered).hasSize(2);
  }
}
