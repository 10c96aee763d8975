package io.vrrplab.scenario.spec;

import io.vrrplab.wire.Ipv4Address;
import java.util.List;

/**
 * A plain router that forwards between segments.
 *
 * @param name unique in the scenario
 * @param interfaces one for each segment it joins
 * @param translations addresses that it maps to others, one to one
 */
public record RouterSpec(
    String name, List<InterfaceSpec> interfaces, List<Translation> translations) {
  public RouterSpec {
    interfaces = List.copyOf(interfaces);
    translations = List.copyOf(translations);
  }

  /**
   * An address outside that stands for one inside.
   *
   * @param publicAddress on a segment of the router, and nobody's own
   * @param inner where what is sent there goes, often a virtual address
   */
  public record Translation(Ipv4Address publicAddress, Ipv4Address inner) {}
}
