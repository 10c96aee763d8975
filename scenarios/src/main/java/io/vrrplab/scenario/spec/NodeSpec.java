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
 */
public record NodeSpec(
    String name, List<InterfaceSpec> interfaces, List<VrrpSpec> vrrp, boolean redirects) {

  public NodeSpec {
    interfaces = List.copyOf(interfaces);
    vrrp = List.copyOf(vrrp);
  }

  /** Settles what is left to chance. */
  public NodeSpec resolve(long run) {
    return new NodeSpec(
        name, interfaces, vrrp.stream().map(spec -> spec.resolve(run)).toList(), redirects);
  }

  /** All that a draw may decide. */
  public Stream<Quantity> quantities() {
    return vrrp.stream().flatMap(spec -> Stream.of(spec.priority(), spec.interval()));
  }
}
