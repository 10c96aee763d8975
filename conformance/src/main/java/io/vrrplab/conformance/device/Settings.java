package io.vrrplab.conformance.device;

import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import java.util.List;

/**
 * What a device is told about a virtual router it runs, in the parameters of RFC 3768 6.1 and RFC
 * 9568 6.1. The protocol version and the primary address are the device's own. A value may be out
 * of its range, for a device to refuse.
 *
 * @param lan where it runs
 * @param virtualRouterId 1 to 255
 * @param priority 1 to 255; 255 for the owner
 * @param intervalCs Advertisement_Interval, centiseconds; whole seconds in version 2
 * @param addresses the virtual addresses, one or more
 * @param preempt Preempt_Mode
 * @param accept Accept_Mode; version 2 has none and is told false
 * @param mixedVersions whether it speaks and understands version 2 besides version 3 over IPv4 (RFC
 *     5798 8.4.2, RFC 9568 8.4.2); only a device that offers it is told true
 * @param redirects whether it may tell hosts of shorter ways by ICMP
 * @param bare whether the device is told where it runs, its VRID and its addresses only, so that it
 *     has to assume the rest; what is written here then is what the documents have it assume
 */
public record Settings(
    Lan lan,
    int virtualRouterId,
    int priority,
    int intervalCs,
    List<IpAddress> addresses,
    boolean preempt,
    boolean accept,
    boolean mixedVersions,
    boolean redirects,
    boolean bare) {

  /** A virtual router over IPv4 with the defaults of the RFCs: priority 100, one second. */
  public static final Settings IPV4 =
      new Settings(
          Lan.FIRST,
          51,
          100,
          100,
          List.of(Ipv4Address.parse("192.0.2.50")),
          true,
          false,
          false,
          true,
          false);

  /** The same over IPv6, where the first address is the virtual router's link-local one. */
  public static final Settings IPV6 = IPV4.withAddresses(List.of(Ipv6Address.parse("fe80::50")));

  public Settings {
    addresses = List.copyOf(addresses);
  }

  /** The defaults over a family. */
  public static Settings of(AddressFamily family) {
    return switch (family) {
      case IPV4 -> IPV4;
      case IPV6 -> IPV6;
    };
  }

  /** The family of its addresses; IPv4 if it has none. */
  public AddressFamily family() {
    return addresses.isEmpty() ? AddressFamily.IPV4 : AddressFamily.of(addresses.getFirst());
  }

  /** The MAC of the virtual router (RFC 3768 7.3, RFC 9568 7.3). */
  public MacAddress virtualMac() {
    return switch (family()) {
      case IPV4 -> MacAddress.virtualRouterIpv4(virtualRouterId);
      case IPV6 -> MacAddress.virtualRouterIpv6(virtualRouterId);
    };
  }

  /** Whether both are about one virtual router, whatever they say of it. */
  public boolean isAboutTheSameAs(Settings other) {
    return lan == other.lan
        && virtualRouterId == other.virtualRouterId
        && family() == other.family();
  }

  public Settings on(Lan changed) {
    return new Settings(
        changed,
        virtualRouterId,
        priority,
        intervalCs,
        addresses,
        preempt,
        accept,
        mixedVersions,
        redirects,
        bare);
  }

  public Settings withVirtualRouterId(int changed) {
    return new Settings(
        lan,
        changed,
        priority,
        intervalCs,
        addresses,
        preempt,
        accept,
        mixedVersions,
        redirects,
        bare);
  }

  public Settings withPriority(int changed) {
    return new Settings(
        lan,
        virtualRouterId,
        changed,
        intervalCs,
        addresses,
        preempt,
        accept,
        mixedVersions,
        redirects,
        bare);
  }

  public Settings withIntervalCs(int changed) {
    return new Settings(
        lan,
        virtualRouterId,
        priority,
        changed,
        addresses,
        preempt,
        accept,
        mixedVersions,
        redirects,
        bare);
  }

  public Settings withAddresses(List<IpAddress> changed) {
    return new Settings(
        lan,
        virtualRouterId,
        priority,
        intervalCs,
        changed,
        preempt,
        accept,
        mixedVersions,
        redirects,
        bare);
  }

  public Settings withPreempt(boolean changed) {
    return new Settings(
        lan,
        virtualRouterId,
        priority,
        intervalCs,
        addresses,
        changed,
        accept,
        mixedVersions,
        redirects,
        bare);
  }

  public Settings withAccept(boolean changed) {
    return new Settings(
        lan,
        virtualRouterId,
        priority,
        intervalCs,
        addresses,
        preempt,
        changed,
        mixedVersions,
        redirects,
        bare);
  }

  public Settings withMixedVersions(boolean changed) {
    return new Settings(
        lan,
        virtualRouterId,
        priority,
        intervalCs,
        addresses,
        preempt,
        accept,
        changed,
        redirects,
        bare);
  }

  public Settings withRedirects(boolean changed) {
    return new Settings(
        lan,
        virtualRouterId,
        priority,
        intervalCs,
        addresses,
        preempt,
        accept,
        mixedVersions,
        changed,
        bare);
  }

  /** The defaults of the RFCs for the same virtual router, which the device is left to assume. */
  public Settings asAssumed() {
    return new Settings(
        lan,
        virtualRouterId,
        IPV4.priority,
        IPV4.intervalCs,
        addresses,
        IPV4.preempt,
        IPV4.accept,
        false,
        true,
        true);
  }

  /** The same, told in full. */
  public Settings asTold() {
    return new Settings(
        lan,
        virtualRouterId,
        priority,
        intervalCs,
        addresses,
        preempt,
        accept,
        mixedVersions,
        redirects,
        false);
  }
}
