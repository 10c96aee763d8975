package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.Authentication;
import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;

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
  }

  private void add(Instance instance, String keyword, String message) {
    findings.add(Rule.NOT_SIMULATED, instance.places().of(keyword), message, instance.name());
  }
}
