package io.vrrplab.lan;

import static io.vrrplab.lan.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.wire.IcmpRedirect;
import io.vrrplab.wire.Icmpv6Redirect;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A redirect comes from the virtual router that the host used (RFC 9568 8.1.1, 8.2.1). */
class RedirectTest {

  private final World world = new World();
  private final NetworkInterface m1 = world.router("m1", "192.0.2.11/24", "2001:db8::11/64");
  private final NetworkInterface edge = world.router("edge", "192.0.2.9/24", "2001:db8::9/64");
  private final NetworkInterface client =
      world.host("client", "192.0.2.100/24", "2001:db8::100/64");

  RedirectTest() {
    world.connect(edge.machine(), world.wan, "198.51.100.9/24", "2001:db8:1::9/64");
    world.connect(world.lab.addHost("server"), world.wan, "198.51.100.80/24", "2001:db8:1::80/64");
    world.vrrp(m1, Profile.RFC9568, 1, 100, true, "192.0.2.1");
    world.vrrp(m1, Profile.RFC9568, 2, 100, true, "192.0.2.2");
    world.vrrp(m1, Profile.RFC9568, 3, 100, true, "fe80::3", "2001:db8::3");
    world.vrrp(m1, Profile.RFC9568, 4, 100, true, "fe80::4", "2001:db8::4");
  }

  @Requirement({"VRRP-OPS-REDIRECT-ALLOWED", "VRRP-OPS-REDIRECT-SRC-IPV4", "VRRP-OPS-REDIRECT-VR"})
  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "192.0.2.2"})
  void shouldNameTheVirtualIpv4AddressThatTheHostUsed(String used) {
    world.lab.setGateway(client.machine(), Ipv4Address.parse(used));

    world.ping(client, "198.51.100.80", 5 * SECOND, 1).run(6 * SECOND);

    World.Sent redirect = world.sentBy("m1", IcmpRedirect.class).getFirst();
    Ipv4Packet packet = (Ipv4Packet) redirect.frame().payload();
    assertThat(packet.source()).isEqualTo(Ipv4Address.parse(used));
    assertThat(packet.destination()).isEqualTo(Ipv4Address.parse("192.0.2.100"));
    assertThat(((IcmpRedirect) redirect.payload()).gateway())
        .isEqualTo(Ipv4Address.parse("192.0.2.9"));
    assertThat(world.answered).hasSize(1);
  }

  @Requirement({"VRRP-OPS-REDIRECT-SRC-IPV6", "VRRP-OPS-REDIRECT-VR"})
  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void shouldComeFromTheLinkLocalAddressOfTheVirtualIpv6Router(int used) {
    world.lab.setGateway(client.machine(), Ipv6Address.parse("2001:db8::" + used));

    world.ping(client, "2001:db8:1::80", 5 * SECOND, 1).run(6 * SECOND);

    World.Sent redirect = world.sentBy("m1", Icmpv6Redirect.class).getFirst();
    Icmpv6Redirect message = (Icmpv6Redirect) redirect.payload();
    assertThat(redirect.ipv6().source()).isEqualTo(Ipv6Address.parse("fe80::" + used));
    assertThat(redirect.ipv6().hopLimit()).isEqualTo(255);
    assertThat(message.target()).isEqualTo(Ipv6Address.parse("2001:db8::9"));
    assertThat(message.destination()).isEqualTo(Ipv6Address.parse("2001:db8:1::80"));
    assertThat(world.answered).hasSize(1);
  }

  @Requirement("VRRP-OPS-REDIRECT-DISABLE")
  @ParameterizedTest
  @CsvSource({"192.0.2.2, 198.51.100.80", "2001:db8::4, 2001:db8:1::80"})
  void shouldForwardWithoutAWordWhereRedirectsAreOff(String gateway, String server) {
    world.lab.setGateway(client.machine(), IpAddress.parse(gateway));
    m1.machine().redirects(false);

    world.ping(client, server, 5 * SECOND, 1).run(6 * SECOND);

    assertThat(world.sentBy("m1", IcmpRedirect.class)).isEmpty();
    assertThat(world.sentBy("m1", Icmpv6Redirect.class)).isEmpty();
    assertThat(world.answered).hasSize(1);
  }
}
