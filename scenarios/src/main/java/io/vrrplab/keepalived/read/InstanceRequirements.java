package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.Releases;
import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.VirtualAddress;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.vrrp.KeepalivedVersion;
import java.util.List;

/**
 * What an instance cannot be without. keepalived ends where one of them lacks something (measured
 * in 2.2.7, 2.2.8 and 2.4.3): it does not go on with the others.
 */
final class InstanceRequirements {

  /** From here on, one with a source address and peers needs no interface. */
  private static final String INTERFACE_OPTIONAL = "2.2.8";

  private final String name;
  private final Settings settings;
  private final KeepalivedVersion version;

  InstanceRequirements(String name, Settings settings, KeepalivedVersion version) {
    this.name = name;
    this.settings = settings;
    this.version = version;
  }

  /** The addresses that have an interface to be on: their own, or that of the instance. */
  List<VirtualAddress> placed(List<VirtualAddress> written) {
    if (settings.has("interface") || !mayLackInterface()) {
      return written;
    }
    // The manual has default_interface step in; it does so for static addresses alone.
    written.stream()
        .filter(address -> address.device().isEmpty())
        .forEach(address ->
            settings
                .findings()
                .add(
                    Rule.ADDRESS_NOWHERE,
                    address.at(),
                    "neither %s nor instance %s has an interface; keepalived drops the address",
                    address.address(),
                    name));
    return written.stream().filter(address -> !address.device().isEmpty()).toList();
  }

  /** Without a peer it would be allowed, and the daemon would crash. */
  private boolean mayLackInterface() {
    return Releases.has(version, INTERFACE_OPTIONAL) && !settings.lines("unicast_peer").isEmpty();
  }

  /** Whether keepalived runs the instance at all. */
  boolean areMetBy(Instance instance) {
    boolean met = true;
    if (instance.virtualRouterId() == 0) {
      add(
          Rule.VRID_MISSING,
          "virtual_router_id",
          "instance %s has no virtual_router_id; keepalived ends here");
      met = false;
    }
    if (instance.interfaceName().isEmpty()) {
      met &= isMetWithoutInterface(instance);
    }
    if (instance.addresses().isEmpty()) {
      met &= isMetWithoutAddress(instance);
    }
    return met;
  }

  private boolean isMetWithoutInterface(Instance instance) {
    String lacks =
        !mayLackInterface()
            ? "has no interface"
            : instance.source().isEmpty()
                ? "has neither interface nor unicast_src_ip"
                : instance.ipv6() && instance.source().get().isLinkLocal()
                    ? "has no interface, which a link-local unicast_src_ip needs"
                    : "";
    if (!lacks.isEmpty()) {
      add(Rule.INTERFACE_MISSING, "interface", "instance %s " + lacks + "; keepalived ends here");
    }
    return lacks.isEmpty();
  }

  /** Version 2 goes on without an address, even where nobody says that this is meant. */
  private boolean isMetWithoutAddress(Instance instance) {
    boolean meant = settings.has("no_virtual_ipaddress");
    if (meant && instance.rules().strict()) {
      add(
          Rule.STRICT_RESET,
          "no_virtual_ipaddress",
          "strict mode undoes no_virtual_ipaddress of instance %s");
    } else if (meant) {
      return true;
    }
    boolean needed = instance.version() == 3 || instance.rules().strict();
    add(
        needed ? Rule.ADDRESS_REQUIRED : Rule.ADDRESS_MISSING,
        "virtual_ipaddress",
        "instance %s has no virtual address; keepalived "
            + (needed ? "ends here" : "runs it without"));
    return !needed;
  }

  private void add(Rule rule, String keyword, String message) {
    settings.findings().add(rule, settings.places().of(keyword), message, name);
  }
}
