package io.vrrplab.vrrp;

import io.vrrplab.vrrp.DaemonRules.MixedVersions;
import io.vrrplab.vrrp.SendingRules.FirstIpv6Address;
import io.vrrplab.vrrp.SendingRules.Passwords;
import io.vrrplab.wire.IpAddress;
import java.util.List;

/** What the parameters of a virtual router must keep to; each check throws what is wrong. */
final class VirtualRouterChecks {

  private static final int SECOND_CS = 100;

  private VirtualRouterChecks() {}

  static void interval(int version, int intervalCs) {
    if (version == 2) {
      Checks.range("advertisement interval (cs)", intervalCs, SECOND_CS, 255 * SECOND_CS);
      if (intervalCs % SECOND_CS != 0) {
        throw new IllegalArgumentException(
            "version 2 counts whole seconds, not " + intervalCs + " centiseconds");
      }
    } else {
      Checks.range("advertisement interval (cs)", intervalCs, 1, 4095);
    }
  }

  /** The advertised addresses are of one family, those that are only held may be of either. */
  static void addresses(List<IpAddress> listed, List<IpAddress> unadvertised, IpAddress primary) {
    AddressFamily family = AddressFamily.of(primary);
    for (int i = 0; i < listed.size(); i++) {
      IpAddress address = listed.get(i);
      if (AddressFamily.of(address) != family) {
        throw new IllegalArgumentException(
            address + " is not of the family of the primary address: " + family);
      }
      unicast(address);
      if (listed.indexOf(address) != i || unadvertised.contains(address)) {
        throw new IllegalArgumentException(address + " is listed twice");
      }
    }
    unadvertised.forEach(VirtualRouterChecks::unicast);
  }

  private static void unicast(IpAddress address) {
    if (address.isMulticast()) {
      throw new IllegalArgumentException(address + " is a multicast address");
    }
  }

  static void ipv6(int version, IpAddress primaryAddress, List<IpAddress> listed, Profile profile) {
    if (version == 2) {
      throw new IllegalArgumentException("version 2 is IPv4 only");
    }
    if (!primaryAddress.isLinkLocal()) {
      throw new IllegalArgumentException(
          "adverts leave from a link-local address, not " + primaryAddress);
    }
    if (profile.sending().firstIpv6Address() == FirstIpv6Address.LINK_LOCAL
        && !listed.isEmpty()
        && !listed.getFirst().isLinkLocal()) {
      throw new IllegalArgumentException(
          "the first virtual address must be link-local, not " + listed.getFirst());
    }
  }

  /** Version 2 beside version 3 is for virtual routers that version 2 could be told of. */
  static void mixedVersions(int version, IpAddress primaryAddress, Profile profile) {
    if (profile.daemon().mixedVersions() == MixedVersions.UNKNOWN) {
      throw new IllegalArgumentException("no mixed versions in profile " + profile.name());
    }
    if (version != 3 || AddressFamily.of(primaryAddress) == AddressFamily.IPV6) {
      throw new IllegalArgumentException(
          "mixed versions are for version 3 over IPv4 (RFC 9568 8.4.2)");
    }
  }

  static void authentication(int version, Authentication authentication, Profile profile) {
    if (!authentication.equals(Authentication.NONE)
        && (version != 2 || profile.sending().passwords() == Passwords.NONE)) {
      throw new IllegalArgumentException(
          "no authentication in version " + version + " of profile " + profile.name());
    }
  }
}
