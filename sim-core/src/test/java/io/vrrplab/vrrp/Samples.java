package io.vrrplab.vrrp;

import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.VrrpV2Packet;
import io.vrrplab.wire.VrrpV3Packet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The virtual router of these tests: VRID 41, priority 100, one second, two addresses. */
final class Samples {

  static final int VRID = 41;
  static final int PRIORITY = 100;

  static final Ipv4Address OWN_IPV4 = Ipv4Address.parse("192.0.2.11");
  static final Ipv4Address LOWER_IPV4 = Ipv4Address.parse("192.0.2.5");
  static final Ipv4Address HIGHER_IPV4 = Ipv4Address.parse("192.0.2.66");
  static final List<Ipv4Address> VIRTUAL_IPV4 =
      List.of(Ipv4Address.parse("192.0.2.50"), Ipv4Address.parse("192.0.2.51"));

  static final Ipv6Address OWN_IPV6 = Ipv6Address.parse("fe80::11");
  static final Ipv6Address LOWER_IPV6 = Ipv6Address.parse("fe80::5");
  static final Ipv6Address HIGHER_IPV6 = Ipv6Address.parse("fe80::66");
  static final List<IpAddress> VIRTUAL_IPV6 =
      List.of(Ipv6Address.parse("fe80::50"), Ipv6Address.parse("2001:db8::50"));

  static final Set<ChecksumForm> NO_FORM = EnumSet.noneOf(ChecksumForm.class);
  static final Set<ChecksumForm> MESSAGE_ONLY = EnumSet.of(ChecksumForm.MESSAGE_ONLY);
  static final Set<ChecksumForm> PSEUDO_HEADER = EnumSet.of(ChecksumForm.PSEUDO_HEADER);
  static final Set<ChecksumForm> BOTH =
      EnumSet.of(ChecksumForm.MESSAGE_ONLY, ChecksumForm.PSEUDO_HEADER);

  private Samples() {}

  static VirtualRouterConfig ipv4(Profile profile) {
    return ipv4(profile, profile.highestVersion());
  }

  static VirtualRouterConfig ipv4(Profile profile, int version) {
    return VirtualRouterConfig.ofDefaults(
        profile, version, VRID, OWN_IPV4, List.copyOf(VIRTUAL_IPV4));
  }

  static VirtualRouterConfig ipv6(Profile profile) {
    return VirtualRouterConfig.ofDefaults(profile, 3, VRID, OWN_IPV6, VIRTUAL_IPV6);
  }

  /** An advert that a router of this version and family would accept, from a sender of choice. */
  static Advert advert(VirtualRouterConfig to, int priority, int intervalCs, String sender) {
    boolean ipv4 = to.family() == AddressFamily.IPV4;
    IpAddress source =
        switch (sender) {
          case "higher" -> ipv4 ? HIGHER_IPV4 : HIGHER_IPV6;
          case "same" -> ipv4 ? OWN_IPV4 : OWN_IPV6;
          case "lower" -> ipv4 ? LOWER_IPV4 : LOWER_IPV6;
          default -> IpAddress.parse(sender);
        };
    return new Advert(VRID, to.version(), priority, intervalCs, source, to.addresses());
  }

  /** A packet that passes all checks of version 2 routers: priority 150 from a higher address. */
  static ReceivedAdvert version2() {
    return version2(new VrrpV2Packet(1, VRID, 150, 0, 1, 0, VIRTUAL_IPV4, 0));
  }

  static ReceivedAdvert version2(VrrpV2Packet packet) {
    return new ReceivedAdvert(HIGHER_IPV4, Ipv4Address.VRRP_GROUP, 255, packet, 0, MESSAGE_ONLY);
  }

  /** The same over IPv4 for version 3; right in both forms of the checksum. */
  static ReceivedAdvert version3() {
    return version3(new VrrpV3Packet(1, VRID, 150, 0, 100, 0, List.copyOf(VIRTUAL_IPV4)));
  }

  static ReceivedAdvert version3(VrrpV3Packet packet) {
    return new ReceivedAdvert(HIGHER_IPV4, Ipv4Address.VRRP_GROUP, 255, packet, 0, BOTH);
  }

  /** The same over IPv6. */
  static ReceivedAdvert version3OverIpv6(VrrpV3Packet packet) {
    return new ReceivedAdvert(HIGHER_IPV6, Ipv6Address.VRRP_GROUP, 255, packet, 0, PSEUDO_HEADER);
  }

  static VrrpV3Packet ipv6Message(IpAddress... addresses) {
    return new VrrpV3Packet(1, VRID, 150, 0, 100, 0, List.of(addresses));
  }
}
