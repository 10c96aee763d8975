package io.vrrplab.conformance.bench;

import io.vrrplab.conformance.device.Lan;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;

/** Where the tester sends from; the device's own address lies between the two. */
public final class Rivals {

  private static final Ipv4Address LOWER = Ipv4Address.parse("192.0.2.5");
  private static final Ipv4Address HIGHER = Ipv4Address.parse("192.0.2.200");
  private static final Ipv4Address HIGHER_ON_SECOND = Ipv4Address.parse("198.51.100.200");
  private static final Ipv6Address LOWER_IPV6 = Ipv6Address.parse("fe80::5");
  private static final Ipv6Address HIGHER_IPV6 = Ipv6Address.parse("fe80::200");

  /** Greater than the device's address unless octets are read from the last to the first. */
  private static final Ipv4Address FIRST_OCTETS = Ipv4Address.parse("192.0.3.1");

  private static final Ipv6Address FIRST_OCTETS_IPV6 = Ipv6Address.parse("fe80::8000:0:0:1");
  private static final Ipv4Address STRANGER = Ipv4Address.parse("192.0.2.222");
  private static final Ipv6Address STRANGER_IPV6 = Ipv6Address.parse("fe80::dead:beef");

  private Rivals() {}

  /** The address of a rival that loses a tie, and of the host that asks. */
  public static IpAddress lower(AddressFamily family) {
    return switch (family) {
      case IPV4 -> LOWER;
      case IPV6 -> LOWER_IPV6;
    };
  }

  /** The address of a rival that wins a tie; its link-local address is the same on both LANs. */
  public static IpAddress higher(AddressFamily family, Lan lan) {
    return switch (family) {
      case IPV4 -> lan == Lan.FIRST ? HIGHER : HIGHER_ON_SECOND;
      case IPV6 -> HIGHER_IPV6;
    };
  }

  /** The address of a rival that wins a tie, unless numbers are signed or read backwards. */
  public static IpAddress higherByFirstOctets(AddressFamily family) {
    return switch (family) {
      case IPV4 -> FIRST_OCTETS;
      case IPV6 -> FIRST_OCTETS_IPV6;
    };
  }

  /** The address of a router that no configuration names. */
  public static IpAddress stranger(AddressFamily family) {
    return switch (family) {
      case IPV4 -> STRANGER;
      case IPV6 -> STRANGER_IPV6;
    };
  }
}
