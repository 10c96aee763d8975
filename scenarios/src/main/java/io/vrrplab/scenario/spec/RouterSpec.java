package io.vrrplab.scenario.spec;

import java.util.List;

/**
 * A plain router that forwards between segments.
 *
 * @param name unique in the scenario
 * @param interfaces one for each segment it joins
 */
public record RouterSpec(String name, List<InterfaceSpec> interfaces) {
  public RouterSpec {
    interfaces = List.copyOf(interfaces);
  }
}
