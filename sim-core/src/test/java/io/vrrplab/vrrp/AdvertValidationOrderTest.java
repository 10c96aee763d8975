package io.vrrplab.vrrp;

import static io.vrrplab.vrrp.Judging.undecodable;
import static io.vrrplab.vrrp.Judging.verdict;
import static io.vrrplab.vrrp.Judging.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.VrrpV2Packet;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A packet that fails several checks counts under the first: each test starts with one in which
 * everything is wrong and puts one thing right at a time.
 */
class AdvertValidationOrderTest {

  private static final Ipv4Address STRANGE = Ipv4Address.parse("192.0.2.77");

  @Test
  @Requirement({
    "VRRP-RX-TTL-255",
    "VRRP-RX-VERSION-2",
    "VRRP-RX-TYPE-UNKNOWN",
    "VRRP-RX-COMPLETE-V2",
    "VRRP-RX-CSUM-V2",
    "VRRP-RX-VRID-CONFIGURED",
    "VRRP-RX-OWNER-DISCARD",
    "VRRP-RX-AUTH-TYPE-MISMATCH",
    "VRRP-RX-V2-ADDRLIST-DROP",
    "VRRP-RX-V2-ADVINT-MISMATCH",
    "VRRP-RX-FAIL-DISCARD"
  })
  void shouldCheckInTheOrderOfRfc3768() {
    VirtualRouterConfig config = Samples.ipv4(Profile.RFC3768);
    VirtualRouterConfig owner = config.withPriority(255);
    ReceivedAdvert spoiled = Judging.withChecksum(Samples.version2(), Samples.NO_FORM);
    ReceivedAdvert whole = Samples.version2();

    assertThat(verdict(config, Judging.withHopLimit(with(spoiled, undecodable("3263")), 254)))
        .isEqualTo("ttl");
    assertThat(verdict(config, with(spoiled, undecodable("3263")))).isEqualTo("version");
    assertThat(verdict(config, with(spoiled, undecodable("2263")))).isEqualTo("type");
    assertThat(verdict(config, with(spoiled, undecodable("2163")))).isEqualTo("incomplete");
    assertThat(verdict(owner, with(spoiled, version2(99, 1, 9, STRANGE)))).isEqualTo("checksum");
    assertThat(verdict(owner, with(whole, version2(99, 1, 9, STRANGE)))).isEqualTo("unknown-vrid");
    assertThat(verdict(owner, with(whole, version2(41, 1, 9, STRANGE)))).isEqualTo("owner");
    assertThat(verdict(config, with(whole, version2(41, 1, 9, STRANGE))))
        .isEqualTo("authentication");
    assertThat(verdict(config, with(whole, version2(41, 0, 9, STRANGE)))).isEqualTo("address-list");
    assertThat(
            verdict(
                config,
                with(whole, new VrrpV2Packet(1, 41, 150, 0, 9, 0, Samples.VIRTUAL_IPV4, 7))))
        .isEqualTo("interval");
    assertThat(verdict(config, whole)).isEqualTo("accepted");
  }

  @Test
  @Requirement({
    "VRRP-RX-TTL-255",
    "VRRP-RX-VERSION-3",
    "VRRP-RX-TYPE-UNKNOWN",
    "VRRP-RX-COMPLETE-V3",
    "VRRP-RX-VRID-CONFIGURED",
    "VRRP-RX-OWNER-DISCARD",
    "VRRP-RX-FAIL-DISCARD"
  })
  void shouldCheckInTheOrderOfRfc5798() {
    VirtualRouterConfig config = Samples.ipv4(Profile.RFC5798);
    VirtualRouterConfig owner = config.withPriority(255);
    ReceivedAdvert whole = Samples.version3();
    ReceivedAdvert spoiled = Judging.withChecksum(whole, Samples.MESSAGE_ONLY);

    assertThat(verdict(config, Judging.withHopLimit(with(spoiled, undecodable("2263")), 254)))
        .isEqualTo("ttl");
    assertThat(verdict(config, with(spoiled, undecodable("2263")))).isEqualTo("version");
    assertThat(verdict(config, with(spoiled, undecodable("3263")))).isEqualTo("type");
    assertThat(verdict(config, with(spoiled, undecodable("3163")))).isEqualTo("incomplete");
    assertThat(verdict(owner, with(spoiled, version3(99, 9, STRANGE)))).isEqualTo("checksum");
    assertThat(verdict(owner, with(whole, version3(99, 9, STRANGE)))).isEqualTo("unknown-vrid");
    assertThat(verdict(owner, with(whole, version3(41, 9, STRANGE)))).isEqualTo("owner");
    assertThat(verdict(config, with(whole, version3(41, 9, STRANGE))))
        .isEqualTo("accepted [address-list]");
    assertThat(verdict(config, whole)).isEqualTo("accepted");
  }

  private static VrrpV2Packet version2(
      int virtualRouterId, int authenticationType, int seconds, Ipv4Address address) {
    return new VrrpV2Packet(
        1, virtualRouterId, 150, authenticationType, seconds, 0, List.of(address), 7);
  }

  @Test
  @Requirement({
    "VRRP-RX-HOPLIMIT-255",
    "VRRP-RX-VERSION-3",
    "VRRP-RX-TYPE-UNKNOWN",
    "VRRP-RX-COMPLETE-V3",
    "VRRP-RX-CSUM-V3-IPV6",
    "VRRP-RX-VRID-CONFIGURED",
    "VRRP-RX-V3-COUNT-ZERO",
    "VRRP-RX-V6-FIRST-LINKLOCAL",
    "VRRP-RX-V3-ADVINT-ZERO",
    "VRRP-RX-OWNER-PROCESS",
    "VRRP-RX-OWNER-LOG",
    "VRRP-RX-FAIL-DISCARD",
    "VRRP-MIX-OPTIONAL"
  })
  void shouldCheckInTheOrderOfRfc9568OverIpv6() {
    VirtualRouterConfig config = Samples.ipv6(Profile.RFC9568);
    IpAddress global = Ipv6Address.parse("2001:db8::77");
    ReceivedAdvert whole = Samples.version3OverIpv6(version3(41, 0));
    ReceivedAdvert spoiled = Judging.withChecksum(whole, Samples.MESSAGE_ONLY);

    assertThat(verdict(config, Judging.withHopLimit(with(spoiled, undecodable("2263")), 64)))
        .isEqualTo("ttl");
    assertThat(verdict(config, with(spoiled, undecodable("2263")))).isEqualTo("version");
    assertThat(verdict(config, with(spoiled, undecodable("3263")))).isEqualTo("type");
    assertThat(verdict(config, with(spoiled, undecodable("3163")))).isEqualTo("incomplete");
    assertThat(verdict(config, with(spoiled, version3(99, 0)))).isEqualTo("checksum");
    assertThat(verdict(config, with(whole, version3(99, 0)))).isEqualTo("unknown-vrid");
    assertThat(verdict(config, with(whole, version3(41, 0)))).isEqualTo("count");
    assertThat(verdict(config, with(whole, version3(41, 0, global)))).isEqualTo("link-local");
    assertThat(verdict(config, with(whole, version3(41, 0, Samples.HIGHER_IPV6))))
        .isEqualTo("interval-zero");
    assertThat(
            verdict(config.withPriority(255), with(whole, version3(41, 300, Samples.HIGHER_IPV6))))
        .isEqualTo("accepted [owner, address-list, interval]");
    assertThat(verdict(config, Samples.version3OverIpv6(Samples.ipv6Message(virtualIpv6()))))
        .isEqualTo("accepted");
  }

  private static IpAddress[] virtualIpv6() {
    return Samples.VIRTUAL_IPV6.toArray(IpAddress[]::new);
  }

  private static VrrpV3Packet version3(int virtualRouterId, int intervalCs, IpAddress... listed) {
    return new VrrpV3Packet(1, virtualRouterId, 150, 0, intervalCs, 0, List.of(listed));
  }

  @Test
  void shouldCheckInTheOrderOfTheDaemons() {
    VirtualRouterConfig config = Samples.ipv4(Profile.FRR);
    ReceivedAdvert bad =
        new ReceivedAdvert(
            Samples.OWN_IPV4,
            STRANGE,
            254,
            new VrrpV3Packet(1, 99, 150, 0, 100, 0, List.of()),
            4,
            Samples.MESSAGE_ONLY);
    assertThat(verdict(config, bad)).isEqualTo("own-address");

    bad = Judging.withSource(bad, Samples.HIGHER_IPV4);
    assertThat(verdict(config, bad)).isEqualTo("destination");

    bad = Judging.withDestination(bad, Ipv4Address.VRRP_GROUP);
    assertThat(verdict(config, bad)).isEqualTo("ttl");

    bad = Judging.withHopLimit(bad, 255);
    assertThat(verdict(config, bad)).isEqualTo("surplus");

    bad = Judging.withSurplus(bad, 0);
    assertThat(verdict(config, bad)).isEqualTo("checksum");

    bad = Judging.withChecksum(bad, Samples.PSEUDO_HEADER);
    assertThat(verdict(config, bad)).isEqualTo("unknown-vrid");

    bad = with(bad, new VrrpV3Packet(1, 41, 150, 0, 100, 0, List.of()));
    assertThat(verdict(config, bad)).isEqualTo("count");
  }
}
