package io.vrrplab.scenario.spec;

import io.vrrplab.wire.IpAddress;
import java.util.List;

/**
 * An end system.
 *
 * @param name unique in the scenario
 * @param interfaces where it is attached, one for each segment, at least one
 * @param gateways where it sends what is not on-link, often a virtual address; without one for a
 *     family it finds the way through the routers by itself
 */
public record HostSpec(String name, List<InterfaceSpec> interfaces, List<IpAddress> gateways) {

  public HostSpec {
    interfaces = List.copyOf(interfaces);
    gateways = List.copyOf(gateways);
  }
}
