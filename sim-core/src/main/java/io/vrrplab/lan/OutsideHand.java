package io.vrrplab.lan;

import io.vrrplab.vrrp.AddressWatch;
import io.vrrplab.vrrp.VrrpEvent;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other software does to the addresses of a machine while its daemon runs, as {@code ip addr}
 * does: the kernel obeys at once, and tells the daemon. Nothing is announced to the neighbours.
 */
final class OutsideHand {

  private final Lab lab;
  private final Machine machine;

  OutsideHand(Lab lab, Machine machine) {
    this.lab = lab;
    this.machine = machine;
  }

  /** Takes an address off the interface that has it; nothing happens where none has. */
  void remove(IpAddress address) {
    for (NetworkInterface on : machine.interfaces()) {
      if (machine.isPowered() && on.takeOff(address)) {
        tell(on, address, false);
        return;
      }
    }
  }

  /**
   * Puts an address on: an own one where it was, a virtual one on the interface of its virtual
   * router. Nothing happens where it is there already.
   */
  void add(IpAddress address) {
    if (!machine.isPowered() || machine.held(address) != null) {
      return;
    }
    for (NetworkInterface on : machine.interfaces()) {
      if (on.putBack(address)) {
        tell(on, address, true);
        return;
      }
    }
    for (VirtualRouter router : machine.virtualRouters()) {
      if (router.config().heldAddresses().contains(address)) {
        AddressSite site = AddressSite.of(router.config(), router.on(), address);
        NetworkInterface on = site.on();
        boolean accepts = !router.isMaster() || router.config().acceptsVirtualAddresses();
        on.hold(
            new LocalAddress(
                address, router.isMaster() ? site.mac() : on.mac(), accepts, machine.forwards()));
        tell(on, address, true);
        return;
      }
    }
  }

  private void tell(NetworkInterface on, IpAddress address, boolean added) {
    VrrpDaemon daemon = machine.daemon();
    if (daemon != null && daemon.isRunning()) {
      daemon.orLater(() -> notice(daemon, on, address, added));
    }
  }

  private void notice(VrrpDaemon daemon, NetworkInterface on, IpAddress address, boolean added) {
    lab.audience().addressChanged(on, address, added);
    VirtualRouter missing = added ? null : missing(daemon.virtualRouters(), address);
    if (missing != null) {
      missing.handle(new VrrpEvent.AddressRemoved(), null);
    }
    daemon.review();
  }

  private static @Nullable VirtualRouter missing(List<VirtualRouter> routers, IpAddress address) {
    for (VirtualRouter router : routers) {
      if (router.isMaster() && AddressWatch.isMissed(address, router.config())) {
        return router;
      }
    }
    return null;
  }
}
