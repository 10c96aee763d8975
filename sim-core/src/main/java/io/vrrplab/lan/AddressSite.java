package io.vrrplab.lan;

import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.vrrp.MacChoice;
import io.vrrplab.vrrp.Placement;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.MacAddress;

/**
 * Where a node holds a virtual address while it is Master.
 *
 * @param on the interface
 * @param mac what answers for the address
 * @param announced whether the address is announced there
 * @param spacingNanos least distance of two announcements, 0 for none
 */
record AddressSite(NetworkInterface on, MacAddress mac, boolean announced, long spacingNanos) {

  /**
   * The site of an address of a virtual router.
   *
   * @param own the interface of its adverts
   * @throws IllegalArgumentException if the machine has no interface where the address belongs
   */
  static AddressSite of(VirtualRouterConfig config, NetworkInterface own, IpAddress address) {
    Placement.Spot spot = config.options().placement().of(address).orElse(null);
    if (spot == null) {
      return new AddressSite(
          own, announcedMac(config, own), true, config.options().announcementSpacingNanos());
    }
    NetworkInterface on = own.machine().interfaceTo(spot.link());
    MacAddress mac = mac(spot.mac(), config.virtualMac(AddressFamily.of(address)), on);
    return new AddressSite(on, mac, spot.announced(), spot.spacingNanos());
  }

  /** The MAC that answers for the addresses which stand where the adverts are. */
  static MacAddress announcedMac(VirtualRouterConfig config, NetworkInterface own) {
    return mac(config.profile().announcements().announcedMac(), config.virtualMac(), own);
  }

  private static MacAddress mac(MacChoice choice, MacAddress virtual, NetworkInterface on) {
    return switch (choice) {
      case VIRTUAL -> virtual;
      case INTERFACE -> on.mac();
    };
  }
}
