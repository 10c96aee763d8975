package io.vrrplab.scenario.spec;

import java.util.List;
import java.util.stream.Stream;

/**
 * A router that speaks VRRP.
 *
 * @param name unique in the scenario
 * @param interfaces where it is attached, one for each segment, at least one
 * @param vrrp its virtual routers, each on one of these segments
 * @param redirects whether it tells hosts of shorter ways by ICMP
 * @param startupDelay how long its virtual routers wait after each start of the daemon, nanoseconds
 * @param groups those of them that are Master together
 */
public record NodeSpec(
    String name,
    List<InterfaceSpec> interfaces,
    List<VrrpSpec> vrrp,
    boolean redirects,
    Quantity startupDelay,
    List<SyncGroupSpec> groups) {

  public NodeSpec {
    interfaces = List.copyOf(interfaces);
    vrrp = List.copyOf(vrrp);
    groups = List.copyOf(groups);
  }

  public long startupDelayNanos() {
    return startupDelay.asLong();
  }

  /** Settles what is left to chance. */
  public NodeSpec resolve(long run) {
    return new NodeSpec(
        name,
        interfaces,
        vrrp.stream().map(spec -> spec.resolve(run)).toList(),
        redirects,
        startupDelay.resolve(run),
        groups);
  }

  /** All that a draw may decide. */
  public Stream<Quantity> quantities() {
    return Stream.concat(Stream.of(startupDelay), vrrp.stream().flatMap(VrrpSpec::quantities));
  }
}
