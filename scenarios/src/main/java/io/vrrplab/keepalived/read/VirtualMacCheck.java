package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.VirtualAddress;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.wire.Ipv6Address;

/** Complains of addresses that are given a virtual MAC by their line and by their instance. */
final class VirtualMacCheck {

  private final Findings findings;

  VirtualMacCheck(Findings findings) {
    this.findings = findings;
  }

  void check(Instance instance) {
    if (!instance.virtualMac().used() && !instance.virtualMac().forAddresses()) {
      return;
    }
    instance
        .allAddresses()
        .filter(VirtualAddress::virtualMac)
        .forEach(address -> check(instance, address));
  }

  private void check(Instance instance, VirtualAddress address) {
    boolean own =
        !address.isElsewhereThan(instance.interfaceName())
            && address.address() instanceof Ipv6Address == instance.ipv6();
    String keyword = own ? "use_vmac" : "use_vmac_addr";
    if (own ? instance.virtualMac().used() : instance.virtualMac().forAddresses()) {
      findings.add(
          Rule.VMAC_TWICE,
          address.at(),
          "%s of %s gives %s its virtual MAC already; keepalived does not want use_vmac here",
          keyword,
          instance.name(),
          address.address());
    }
  }
}
