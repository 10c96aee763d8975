package io.vrrplab.scenario.spec;

import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast domain: one switch, and a link from it to everything attached.
 *
 * @param name unique in the scenario
 * @param subnets what is on-link, at least one unless it is {@link #missing}
 * @param latency of each link, one way, nanoseconds
 * @param jitter the most that is added to the latency of a frame, nanoseconds
 * @param bandwidth of each link, bits per second; null where frames take no time to send
 * @param loss share of the frames that each link loses each way, 0 to 100
 * @param macAging how long the switch remembers where an address is, nanoseconds
 * @param forwardDelay how long a port that came up forwards nothing, nanoseconds
 * @param snooping how the switch prunes multicast; null where that goes everywhere
 * @param sourceGuard who may send from which addresses; null where the switch does not care
 */
public record SegmentSpec(
    String name,
    List<Subnet> subnets,
    Quantity latency,
    Quantity jitter,
    @Nullable Quantity bandwidth,
    Quantity loss,
    Quantity macAging,
    Quantity forwardDelay,
    @Nullable SnoopingSpec snooping,
    @Nullable SourceGuard sourceGuard) {

  private static final Subnet LINK_LOCAL = new Subnet(Ipv6Address.parse("fe80::"), 64);

  public SegmentSpec {
    subnets = List.copyOf(subnets);
  }

  /** Where a card leads that a node lacks: to nobody. */
  public static SegmentSpec missing(String node, String card) {
    Quantity none = Quantity.of(0);
    return new SegmentSpec(
        node + ":" + card, List.of(), none, none, null, none, none, none, null, null);
  }

  /** Whether it is one of those, to which no node is attached. */
  public boolean isMissing() {
    return subnets.isEmpty();
  }

  public long latencyNanos() {
    return latency.asLong();
  }

  public long jitterNanos() {
    return jitter.asLong();
  }

  /** Bits per second, or 0 where frames take no time to send. */
  public long bandwidthBitsPerSecond() {
    return bandwidth == null ? 0 : bandwidth.asLong();
  }

  /** The share of frames lost, 0 to 1. */
  public double lossFraction() {
    return loss.asDouble() / 100;
  }

  public long macAgingNanos() {
    return macAging.asLong();
  }

  public long forwardDelayNanos() {
    return forwardDelay.asLong();
  }

  /**
   * The subnet an address lies in, if it is on-link. fe80::/64 is on-link wherever there is IPv6
   * (RFC 4291 2.5.6).
   */
  public Optional<Subnet> subnetOf(IpAddress address) {
    return Stream.concat(subnets.stream(), linkLocal())
        .filter(subnet -> subnet.contains(address))
        .findFirst();
  }

  private Stream<Subnet> linkLocal() {
    return subnets.stream().anyMatch(subnet -> subnet.network() instanceof Ipv6Address)
        ? Stream.of(LINK_LOCAL)
        : Stream.empty();
  }

  /** Settles what is left to chance. */
  public SegmentSpec resolve(long run) {
    return new SegmentSpec(
        name,
        subnets,
        latency.resolve(run),
        jitter.resolve(run),
        bandwidth == null ? null : bandwidth.resolve(run),
        loss.resolve(run),
        macAging.resolve(run),
        forwardDelay.resolve(run),
        snooping == null ? null : snooping.resolve(run),
        sourceGuard);
  }

  /** All that a draw may decide. */
  public Stream<Quantity> quantities() {
    Quantity timeout = snooping == null ? null : snooping.timeout();
    return Stream.of(
            Stream.of(latency, jitter, loss, macAging, forwardDelay),
            Stream.ofNullable(bandwidth),
            Stream.ofNullable(timeout))
        .flatMap(each -> each);
  }
}
