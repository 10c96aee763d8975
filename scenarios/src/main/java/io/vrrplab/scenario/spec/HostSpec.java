package io.vrrplab.scenario.spec;

import io.vrrplab.wire.IpAddress;
import java.util.List;

/**
 * An end system.
 *
 * @param name unique in the scenario
 * @param attachment where it is attached
 * @param gateways where it sends what is not on-link, at most one a family, often a virtual address
 */
public record HostSpec(String name, InterfaceSpec attachment, List<IpAddress> gateways) {

  public HostSpec {
    gateways = List.copyOf(gateways);
  }

  /** Name of the segment it is attached to. */
  public String segment() {
    return attachment.segment();
  }
}
