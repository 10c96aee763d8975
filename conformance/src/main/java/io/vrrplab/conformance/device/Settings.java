package io.vrrplab.conformance.device;

import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import java.util.List;

/**
 * What a device is told about the one virtual router it runs, in the parameters of RFC 3768 6.1 and
 * RFC 9568 6.1. The protocol version and the primary address are the device's own.
 *
 * @param virtualRouterId 1 to 255
 * @param priority 1 to 255; 255 for the owner
 * @param intervalCs Advertisement_Interval, centiseconds; whole seconds in version 2
 * @param addresses the virtual addresses, one or more
 * @param preempt Preempt_Mode
 * @param accept Accept_Mode; version 2 has none and is told false
 * @param redirects whether it may tell hosts of shorter ways by ICMP
 * @param bare whether the device is told its VRID and addresses only, so that it has to assume the
 *     rest; what is written here then is what the documents have it assume
 */
public record Settings(
    int virtualRouterId,
    int priority,
    int intervalCs,
    List<IpAddress> addresses,
    boolean preempt,
    boolean accept,
    boolean redirects,
    boolean bare) {

  /** A virtual router over IPv4 with the defaults of the RFCs: priority 100, one second. */
  public static final Settings IPV4 =
      new Settings(
          51, 100, 100, List.of(Ipv4Address.parse("192.0.2.50")), true, false, true, false);

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

  /** The family of its addresses. */
  public AddressFamily family() {
    return AddressFamily.of(addresses.getFirst());
  }

  /** The MAC of the virtual router (RFC 3768 7.3, RFC 9568 7.3). */
  public MacAddress virtualMac() {
    return switch (family()) {
      case IPV4 -> MacAddress.virtualRouterIpv4(virtualRouterId);
      case IPV6 -> MacAddress.virtualRouterIpv6(virtualRouterId);
    };
  }

  /** The same, but the device is left to assume what it is not told. */
  public Settings asAssumed() {
    return of(family()).changed(virtualRouterId, IPV4.priority, IPV4.intervalCs, addresses, true);
  }

  public Settings withVirtualRouterId(int changed) {
    return changed(changed, priority, intervalCs, addresses, bare);
  }

  public Settings withPriority(int changed) {
    return changed(virtualRouterId, changed, intervalCs, addresses, bare);
  }

  public Settings withIntervalCs(int changed) {
    return changed(virtualRouterId, priority, changed, addresses, bare);
  }

  public Settings withAddresses(List<IpAddress> changed) {
    return changed(virtualRouterId, priority, intervalCs, changed, bare);
  }

  private Settings changed(
      int vrid, int changedPriority, int interval, List<IpAddress> changedAddresses, boolean told) {
    return new Settings(
        vrid, changedPriority, interval, changedAddresses, preempt, accept, redirects, told);
  }

  public Settings withPreempt(boolean changed) {
    return switched(changed, accept, redirects);
  }

  public Settings withAccept(boolean changed) {
    return switched(preempt, changed, redirects);
  }

  public Settings withRedirects(boolean changed) {
    return switched(preempt, accept, changed);
  }

  private Settings switched(boolean preempts, boolean accepts, boolean redirecting) {
    return new Settings(
        virtualRouterId, priority, intervalCs, addresses, preempts, accepts, redirecting, bare);
  }
}
