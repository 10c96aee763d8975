package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.wire.IpAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds instances that are one virtual router, which keepalived does not start with. */
final class TwinCheck {

  private final Findings findings;

  TwinCheck(Findings findings) {
    this.findings = findings;
  }

  /** What makes a virtual router on a network. */
  private record Identity(String interfaceName, int vrid, boolean ipv6, IpAddress destination) {

    static Identity of(Instance instance) {
      return new Identity(
          instance.interfaceName(),
          instance.virtualRouterId(),
          instance.ipv6(),
          instance.unicast().inUse()
              ? instance.unicast().peers().getFirst().address()
              : instance.destination());
    }
  }

  void check(List<Instance> instances) {
    Map<Identity, Instance> seen = new LinkedHashMap<>();
    for (Instance instance : instances) {
      Instance first = seen.putIfAbsent(Identity.of(instance), instance);
      if (first != null) {
        findings.add(
            Rule.VRID_TWICE,
            instance.places().of("virtual_router_id"),
            "%s and %s both use VRID %d over %s on %s; keepalived does not start",
            first.name(),
            instance.name(),
            instance.virtualRouterId(),
            instance.ipv6() ? "IPv6" : "IPv4",
            instance.interfaceName());
      }
    }
  }
}
