package io.vrrplab.scenario.spec;

import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.vrrp.Placement;
import io.vrrplab.vrrp.UpgradePartner;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * A virtual router as one node is configured for it (RFC 9568 6.1).
 *
 * @param segment name of the segment on which it runs
 * @param vrid 1 to 255
 * @param version 2 or 3
 * @param ipv6 the family: false for IPv4
 * @param priority 1 to 254, or 255 on the node that owns the addresses
 * @param interval Advertisement_Interval, nanoseconds: whole seconds in version 2, centiseconds in
 *     3
 * @param virtualAddresses of that family; none where a keepalived does without
 * @param preempt Preempt_Mode
 * @param accept whether a Master that does not own the addresses takes packets sent to them. True
 *     by default, so that clients can ping them; Accept_Mode's own default is false (RFC 9568 6.1)
 * @param settings what not every RFC has a parameter for
 */
public record VrrpSpec(
    String segment,
    int vrid,
    int version,
    boolean ipv6,
    Quantity priority,
    Quantity interval,
    List<VirtualAddress> virtualAddresses,
    boolean preempt,
    boolean accept,
    VrrpSettings settings) {

  private static final long NANOS_PER_CENTISECOND = 10_000_000;

  public VrrpSpec {
    virtualAddresses = List.copyOf(virtualAddresses);
  }

  /** Whose behaviour it shows, as {@code rfc9568}. */
  public String profile() {
    return settings.behaviour().name();
  }

  /** All that a draw may decide. */
  public Stream<Quantity> quantities() {
    return Stream.concat(Stream.of(priority, interval), settings.quantities());
  }

  /** 1 to 255. */
  public int priorityValue() {
    return (int) priority.asLong();
  }

  public long intervalNanos() {
    return interval.asLong();
  }

  /** Which virtual router it is about. */
  public VirtualRouterId id() {
    return new VirtualRouterId(segment, vrid, ipv6);
  }

  /** What it is to other routers of its virtual router while some still speak version 2. */
  public UpgradePartner upgradePartner() {
    return new UpgradePartner(
        version,
        settings.mixedVersions(),
        priorityValue(),
        (int) (intervalNanos() / NANOS_PER_CENTISECOND));
  }

  /** All that a Master holds: what it advertises, and then the rest. */
  public Stream<IpAddress> heldAddresses() {
    return Stream.concat(
        virtualAddresses.stream().map(VirtualAddress::address), settings.excluded().stream());
  }

  /** The segment on which a Master holds an address, by its name. */
  public String segmentOf(IpAddress address) {
    Placement.Spot spot = settings.spots().get(address);
    return spot == null ? segment : spot.link();
  }

  /** Whether this virtual router answers for the address. */
  public boolean serves(IpAddress address) {
    return heldAddresses().anyMatch(address::equals);
  }

  /** Settles what is left to chance. */
  public VrrpSpec resolve(long run) {
    return new VrrpSpec(
        segment,
        vrid,
        version,
        ipv6,
        priority.resolve(run),
        interval.resolve(run),
        virtualAddresses,
        preempt,
        accept,
        settings.resolve(run));
  }
}
