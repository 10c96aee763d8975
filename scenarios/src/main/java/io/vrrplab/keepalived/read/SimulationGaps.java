package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.Authentication;
import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.VirtualAddress;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import java.util.List;

/** Tells where an instance that keepalived runs is another one in a simulation, or none. */
final class SimulationGaps {

  private final Findings findings;

  SimulationGaps(Findings findings) {
    this.findings = findings;
  }

  void check(Instance instance) {
    if (instance.authentication().type() == Authentication.Type.AH) {
      add(
          instance,
          "authentication",
          "AH is not simulated: %s sends and takes adverts without authentication");
    }
    if (instance.virtualMac().forAddresses()) {
      add(instance, "use_vmac_addr", "%s has no virtual MAC on other interfaces in a simulation");
    }
    elsewhere(instance, instance.addresses());
    elsewhere(instance, instance.excluded());
  }

  /** Addresses that another interface gets are held on the instance's own. */
  private void elsewhere(Instance instance, List<VirtualAddress> addresses) {
    for (VirtualAddress address : addresses) {
      boolean elsewhere = !address.device().equals(instance.interfaceName());
      if (elsewhere && !instance.interfaceName().isEmpty()) {
        findings.add(
            Rule.NOT_SIMULATED,
            address.at(),
            "keepalived puts %s on %s; a simulation puts all addresses of %s on %s",
            address.address(),
            address.device(),
            instance.name(),
            instance.interfaceName());
      }
    }
  }

  private void add(Instance instance, String keyword, String message) {
    findings.add(Rule.NOT_SIMULATED, instance.places().of(keyword), message, instance.name());
  }
}
