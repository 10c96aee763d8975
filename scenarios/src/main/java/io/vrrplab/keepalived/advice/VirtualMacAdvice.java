package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.config.VirtualAddress;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import java.util.List;

/** Advice on MACs that switches see in announcements alone, and on what reminds them. */
final class VirtualMacAdvice {

  private final KeepalivedConfig config;
  private final Findings findings;

  VirtualMacAdvice(KeepalivedConfig config, Findings findings) {
    this.config = config;
    this.findings = findings;
  }

  void give() {
    config.instances().stream()
        .filter(instance -> instance.garp().refresh().isZero())
        .forEach(this::hidden);
    for (String keyword : List.of("garp_extra_if", "vmac_garp_intvl")) {
      config.instances().stream()
          .filter(VirtualMacAdvice::isIdle)
          .filter(instance -> instance.places().has(keyword))
          .forEach(instance -> idle(instance.places().of(keyword), instance));
    }
    Position global = config.globals().places().of("vrrp_garp_extra_if");
    if (config.globals().places().has("vrrp_garp_extra_if")
        && config.instances().stream().allMatch(VirtualMacAdvice::isIdle)) {
      config.instances().stream().limit(1).forEach(instance -> idle(global, instance));
    }
  }

  private void hidden(Instance instance) {
    if (instance.virtualMac().used() && instance.virtualMac().transmitBase()) {
      findings.add(
          Rule.VMAC_GARP,
          instance.places().of("use_vmac"),
          "adverts leave with the interface's own MAC: where the announcement is lost, switches"
              + " look for the virtual one at the old port for up to 300 s");
    }
    if (instance.garp().extra().isZero()) {
      instance
          .allAddresses()
          .filter(address -> hasVirtualMacElsewhere(instance, address))
          .findFirst()
          .ifPresent(address ->
              findings.add(
                  Rule.VMAC_GARP,
                  address.at(),
                  "no advert leaves %s with the virtual MAC of %s: where the announcement is lost,"
                      + " switches look for it at the old port for up to 300 s",
                  address.device(),
                  address.address()));
    }
  }

  private static boolean hasVirtualMacElsewhere(Instance instance, VirtualAddress address) {
    return address.isElsewhereThan(instance.interfaceName())
        && (address.virtualMac() || instance.virtualMac().forAddresses());
  }

  /** As seen of 2.2.7: the interface of the adverts alone is never a reason for reminders. */
  private static boolean isIdle(Instance instance) {
    return !instance.garp().extra().isZero()
        && instance
            .allAddresses()
            .noneMatch(address ->
                instance.garp().extraEverywhere()
                    ? address.isElsewhereThan(instance.interfaceName())
                    : hasVirtualMacElsewhere(instance, address));
  }

  private void idle(Position at, Instance instance) {
    findings.add(
        Rule.GARP_EXTRA_IDLE,
        at,
        instance.garp().extraEverywhere()
            ? "all addresses stand on the interface of the adverts; keepalived reminds no switch"
            : "no address on another interface has a virtual MAC, and the word all is not said;"
                + " keepalived reminds no switch");
  }
}
