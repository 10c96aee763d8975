package io.vrrplab.lan;

import static io.vrrplab.lan.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.fault.Fault;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From which MAC an interface makes its own IPv6 addresses (RFC 5798 7.4, RFC 9568 7.4). */
class InterfaceIdentifierTest {

  /** The modified EUI-64 of the virtual MAC 00:00:5e:00:02:29. */
  private static final Ipv6Address OF_THE_VIRTUAL_MAC =
      Ipv6Address.parse("fe80::200:5eff:fe00:229");

  private final World world = new World();
  private final NetworkInterface m1 = world.router("m1", "2001:db8::11/64");
  private final NetworkInterface m2 = world.router("m2", "2001:db8::12/64");

  /** Both are Master in turn; what they send as Backup, and for themselves, counts as well. */
  private void handOverAndBack(Profile profile) {
    world.vrrp(m1, profile, 200, "fe80::29", "2001:db8::50");
    world.vrrp(m2, profile, 100, "fe80::29", "2001:db8::50");
    world
        .at(10 * SECOND, new Fault.Crash("m1"))
        .at(20 * SECOND, new Fault.Start("m1"))
        .ping(m1, "2001:db8::12", 0, 30)
        .run(30 * SECOND);
  }

  private List<IpAddress> linkLocalSources(String machine) {
    return world.frames.stream()
        .filter(sent -> sent.port().startsWith(machine + ":"))
        .filter(sent -> sent.frame().payload() instanceof Ipv6Packet)
        .map(sent -> (IpAddress) sent.ipv6().source())
        .filter(source -> source.isLinkLocal() && !source.equals(Ipv6Address.parse("fe80::29")))
        .distinct()
        .toList();
  }

  @Requirement("VRRP-MAC-IID-NORMAL")
  @Test
  void shouldComeFromTheOwnMacAsOnAnyInterface() {
    handOverAndBack(Profile.RFC5798);

    assertThat(m1.mac()).isEqualTo(MacAddress.parse("02:00:00:00:00:11"));
    assertThat(linkLocalSources("m1")).containsExactly(Ipv6Address.parse("fe80::ff:fe00:11"));
    assertThat(linkLocalSources("m2")).containsExactly(Ipv6Address.parse("fe80::ff:fe00:12"));
  }

  @Requirement({"VRRP-MAC-IID-NO-EUI64", "VRRP-MAC-IID-NET-IFACE"})
  @Test
  void shouldNotComeFromTheVirtualMacInAnyState() {
    handOverAndBack(Profile.RFC9568);

    assertThat(linkLocalSources("m1"))
        .isNotEmpty()
        .doesNotContain(OF_THE_VIRTUAL_MAC)
        .doesNotContainAnyElementsOf(linkLocalSources("m2"));
    assertThat(linkLocalSources("m2")).isNotEmpty().doesNotContain(OF_THE_VIRTUAL_MAC);
    assertThat(List.of(m1, m2))
        .allSatisfy(on ->
            assertThat(on.subnets())
                .extracting(Subnet::address)
                .doesNotContain(OF_THE_VIRTUAL_MAC));
  }
}
