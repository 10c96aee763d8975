package io.vrrplab.vrrp;

import io.vrrplab.wire.ChecksumForm;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.VrrpPacket;
import java.util.List;
import java.util.stream.Stream;

/**
 * One virtual router as one node is told to run it: the parameters of RFC 3768 6.1 and RFC 9568
 * 6.1. The same VRID in two families is two of these.
 *
 * @param virtualRouterId 1 to 255
 * @param version 2 (IPv4 only) or 3
 * @param priority 1 to 255; 255 means that the node owns the addresses
 * @param advertisementIntervalCs Advertisement_Interval in centiseconds: version 3 from 1 to 4095,
 *     version 2 whole seconds from 100 to 25500
 * @param addresses the virtual addresses, all of one family, one or more unless the profile does
 *     without; first a link-local one in IPv6
 * @param preempt Preempt_Mode; an owner preempts anyway
 * @param accept Accept_Mode: whether a Master that is not the owner takes packets sent to the
 *     virtual addresses. Version 2 has no such mode and means false (RFC 3768 6.4.3); true departs
 *     from it as keepalived does
 * @param primaryAddress what the node sends adverts from; link-local in IPv6 (RFC 9568 5.1.2.1)
 * @param authentication of version 2
 * @param profile whose rules the node follows
 * @param options what not every RFC has a parameter for
 */
public record VirtualRouterConfig(
    int virtualRouterId,
    int version,
    int priority,
    int advertisementIntervalCs,
    List<IpAddress> addresses,
    boolean preempt,
    boolean accept,
    IpAddress primaryAddress,
    Authentication authentication,
    Profile profile,
    VirtualRouterOptions options) {

  private static final int DEFAULT_PRIORITY = 100;
  private static final int DEFAULT_INTERVAL_CS = 100;

  /** What the count field can hold (RFC 9568 5.2.5). */
  private static final int MOST_ADDRESSES = 255;

  public VirtualRouterConfig {
    addresses = List.copyOf(addresses);
    Checks.range("virtual router id", virtualRouterId, 1, 255);
    Checks.range("version", version, profile.lowestVersion(), profile.highestVersion());
    Checks.range("priority", priority, 1, profile.highestPriority());
    int least = profile.sending().leastAddresses();
    Checks.range("number of virtual addresses", addresses.size(), least, MOST_ADDRESSES);
    VirtualRouterChecks.interval(version, advertisementIntervalCs);
    VirtualRouterChecks.addresses(addresses, options.unadvertisedAddresses(), primaryAddress);
    if (AddressFamily.of(primaryAddress) == AddressFamily.IPV6) {
      VirtualRouterChecks.ipv6(version, primaryAddress, addresses, profile);
    }
    VirtualRouterChecks.authentication(version, authentication, profile);
    if (options.mixedVersions()) {
      VirtualRouterChecks.mixedVersions(version, primaryAddress, profile);
    }
  }

  /** A virtual router of which only is said what the RFCs know. */
  public VirtualRouterConfig(
      int virtualRouterId,
      int version,
      int priority,
      int advertisementIntervalCs,
      List<IpAddress> addresses,
      boolean preempt,
      boolean accept,
      IpAddress primaryAddress,
      Authentication authentication,
      Profile profile) {
    this(
        virtualRouterId,
        version,
        priority,
        advertisementIntervalCs,
        addresses,
        preempt,
        accept,
        primaryAddress,
        authentication,
        profile,
        VirtualRouterOptions.NONE);
  }

  /**
   * A virtual router with the defaults of RFC 9568 6.1: priority 100, one second, preemption on,
   * Accept_Mode off.
   */
  public static VirtualRouterConfig ofDefaults(
      Profile profile,
      int version,
      int virtualRouterId,
      IpAddress primaryAddress,
      List<IpAddress> addresses) {
    return new VirtualRouterConfig(
        virtualRouterId,
        version,
        DEFAULT_PRIORITY,
        DEFAULT_INTERVAL_CS,
        addresses,
        true,
        false,
        primaryAddress,
        Authentication.NONE,
        profile);
  }

  /** The family of all its addresses. */
  public AddressFamily family() {
    return AddressFamily.of(primaryAddress);
  }

  /** The group in which it listens for adverts. */
  public IpAddress group() {
    return options.delivery() instanceof Delivery.Multicast(IpAddress group) && group != null
        ? group
        : family().group();
  }

  /** All addresses that a Master holds: those that it advertises, and then the others. */
  public List<IpAddress> heldAddresses() {
    return options.unadvertisedAddresses().isEmpty()
        ? addresses
        : Stream.concat(addresses.stream(), options.unadvertisedAddresses().stream()).toList();
  }

  /** Whether one of these is an IPv6 address, of whatever family the virtual router is. */
  boolean holdsIpv6() {
    return heldAddresses().stream()
        .anyMatch(address -> AddressFamily.of(address) == AddressFamily.IPV6);
  }

  /** Whether the node owns the virtual addresses: priority 255 says so (RFC 9568 5.2.4). */
  public boolean isOwner() {
    return priority == VrrpPacket.PRIORITY_OWNER;
  }

  /** Whether an owner that hears another one becomes owner no more. */
  boolean lowersPriorityInConflict() {
    return isOwner()
        && profile.daemon().ownerConflict() == DaemonRules.OwnerConflict.PRIORITY_LOWERED;
  }

  /** Whether a lower Master is replaced: an owner does it regardless of Preempt_Mode. */
  public boolean preempts() {
    return preempt || isOwner();
  }

  /** Whether a Master takes unicast packets sent to the virtual addresses (RFC 9568 6.4.3). */
  public boolean acceptsVirtualAddresses() {
    return accept || isOwner();
  }

  /** 00-00-5E-00-01-VRID or 00-00-5E-00-02-VRID (RFC 9568 7.3). */
  public MacAddress virtualMac() {
    return virtualMac(family());
  }

  /** The virtual MAC of a family, which may be another than the virtual router's. */
  public MacAddress virtualMac(AddressFamily family) {
    return switch (family) {
      case IPV4 -> MacAddress.virtualRouterIpv4(virtualRouterId);
      case IPV6 -> MacAddress.virtualRouterIpv6(virtualRouterId);
    };
  }

  /** What the checksum of its adverts covers (RFC 3768 5.3.8, RFC 9568 5.2.8). */
  public ChecksumForm checksumForm() {
    if (version == 2) {
      return ChecksumForm.MESSAGE_ONLY;
    }
    return switch (family()) {
      case IPV4 -> profile.ipv4Version3Checksum(options.delivery());
      case IPV6 -> ChecksumForm.PSEUDO_HEADER;
    };
  }

  /** The same virtual router with another priority, 1 to 255. */
  public VirtualRouterConfig withPriority(int changed) {
    return new VirtualRouterConfig(
        virtualRouterId,
        version,
        changed,
        advertisementIntervalCs,
        addresses,
        preempt,
        accept,
        primaryAddress,
        authentication,
        profile,
        options);
  }

  /** The same virtual router with another interval, centiseconds. */
  public VirtualRouterConfig withAdvertisementIntervalCs(int changed) {
    return new VirtualRouterConfig(
        virtualRouterId,
        version,
        priority,
        changed,
        addresses,
        preempt,
        accept,
        primaryAddress,
        authentication,
        profile,
        options);
  }

  /** The same virtual router with another Preempt_Mode. */
  public VirtualRouterConfig withPreempt(boolean changed) {
    return new VirtualRouterConfig(
        virtualRouterId,
        version,
        priority,
        advertisementIntervalCs,
        addresses,
        changed,
        accept,
        primaryAddress,
        authentication,
        profile,
        options);
  }

  /** The same virtual router with another Accept_Mode. */
  public VirtualRouterConfig withAccept(boolean changed) {
    return new VirtualRouterConfig(
        virtualRouterId,
        version,
        priority,
        advertisementIntervalCs,
        addresses,
        preempt,
        changed,
        primaryAddress,
        authentication,
        profile,
        options);
  }

  /** The same virtual router with other authentication. */
  public VirtualRouterConfig withAuthentication(Authentication changed) {
    return new VirtualRouterConfig(
        virtualRouterId,
        version,
        priority,
        advertisementIntervalCs,
        addresses,
        preempt,
        accept,
        primaryAddress,
        changed,
        profile,
        options);
  }

  /** The same virtual router under the rules of another profile. */
  public VirtualRouterConfig withProfile(Profile changed) {
    return new VirtualRouterConfig(
        virtualRouterId,
        version,
        priority,
        advertisementIntervalCs,
        addresses,
        preempt,
        accept,
        primaryAddress,
        authentication,
        changed,
        options);
  }

  /** The same virtual router with other options. */
  public VirtualRouterConfig withOptions(VirtualRouterOptions changed) {
    return new VirtualRouterConfig(
        virtualRouterId,
        version,
        priority,
        advertisementIntervalCs,
        addresses,
        preempt,
        accept,
        primaryAddress,
        authentication,
        profile,
        changed);
  }
}
