package io.vrrplab.keepalived.config;

import io.vrrplab.wire.IpAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A vrrp_instance that runs.
 *
 * @param name known to the file alone
 * @param startsAsMaster whether {@code state MASTER} is in effect; it starts as Backup all the
 *     same, unless its priority is 255
 * @param interfaceName of the network; empty where an instance from 2.2.8 on has peers instead
 * @param virtualRouterId 1 to 255
 * @param priority 1 to 255
 * @param version 2 or 3
 * @param ipv6 whether adverts go over IPv6
 * @param advertInterval as rounded by keepalived
 * @param authentication in effect
 * @param addresses that are advertised, of one family
 * @param excluded addresses that move too and are not advertised
 * @param source of adverts; empty: the interface's first address
 * @param destination multicast group of adverts
 * @param unicast peers
 * @param preemption when it takes over from a lower one
 * @param downTimerAdverts missed adverts until takeover, 1 to 100
 * @param garp timing of announcements
 * @param rules what it does with adverts
 * @param accept whether a Master that does not own the addresses answers for them
 * @param virtualMac which MAC address is used
 * @param tracksOwnInterface whether the loss of its own interface is a fault
 * @param trackers what it watches
 * @param places where each keyword stands
 */
public record Instance(
    String name,
    boolean startsAsMaster,
    String interfaceName,
    int virtualRouterId,
    int priority,
    int version,
    boolean ipv6,
    Duration advertInterval,
    Authentication authentication,
    List<VirtualAddress> addresses,
    List<VirtualAddress> excluded,
    Optional<IpAddress> source,
    IpAddress destination,
    Unicast unicast,
    Preemption preemption,
    int downTimerAdverts,
    GarpTiming garp,
    AdvertRules rules,
    boolean accept,
    VirtualMac virtualMac,
    boolean tracksOwnInterface,
    List<Tracker> trackers,
    Places places) {

  /** The priority of whoever owns the addresses (RFC 9568 5.2.4). */
  public static final int OWNER = 255;

  public Instance {
    addresses = List.copyOf(addresses);
    excluded = List.copyOf(excluded);
    trackers = List.copyOf(trackers);
  }

  /** Whether it is the address owner. */
  public boolean owner() {
    return priority == OWNER;
  }

  /** Whether it waits in FAULT for a peer that no line names. */
  public boolean faultsWithoutPeers() {
    return unicast.faultWithoutPeers() && !unicast.inUse();
  }

  /**
   * The longest delay of the loss of its link that keepalived takes: the intervals that others
   * surely wait out, less the smallest Skew_Time.
   */
  public Duration longestLinkDelay() {
    return advertInterval.multipliedBy(downTimerAdverts - 1L).minus(advertInterval.dividedBy(256));
  }

  /** All addresses that move: those that it advertises, and then the others. */
  public Stream<VirtualAddress> allAddresses() {
    return Stream.concat(addresses.stream(), excluded.stream());
  }

  /** The other interfaces without which it is in FAULT, since addresses that it tracks go there. */
  public List<String> otherInterfaces() {
    return allAddresses()
        .filter(address -> address.tracked() && address.isElsewhereThan(interfaceName))
        .map(VirtualAddress::device)
        .distinct()
        .toList();
  }

  /** Its interval in centiseconds, as version 3 advertises it. */
  public int advertIntervalCentiseconds() {
    return Math.toIntExact(advertInterval.toMillis() / 10);
  }
}
