package io.vrrplab.scenario.spec;

import java.util.List;
import java.util.stream.Stream;

/**
 * A router that speaks VRRP.
 *
 * @param name unique in the scenario
 * @param attachment where it is attached
 * @param vrrp its virtual routers
 */
public record NodeSpec(String name, InterfaceSpec attachment, List<VrrpSpec> vrrp) {

  public NodeSpec {
    vrrp = List.copyOf(vrrp);
  }

  /** Name of the segment it is attached to. */
  public String segment() {
    return attachment.segment();
  }

  /** Settles what is left to chance. */
  public NodeSpec resolve(long run) {
    return new NodeSpec(name, attachment, vrrp.stream().map(spec -> spec.resolve(run)).toList());
  }

  /** All that a draw may decide. */
  public Stream<Quantity> quantities() {
    return vrrp.stream().flatMap(spec -> Stream.of(spec.priority(), spec.interval()));
  }
}
