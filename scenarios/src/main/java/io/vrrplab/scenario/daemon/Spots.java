package io.vrrplab.scenario.daemon;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.config.Pace;
import io.vrrplab.keepalived.config.VirtualAddress;
import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.vrrp.MacChoice;
import io.vrrplab.vrrp.Placement.Spot;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of an instance that it does not hold on its own interface, or not with the MAC that
 * the others have there. As seen of keepalived 2.2.7.
 */
final class Spots {

  private final KeepalivedConfig config;
  private final Instance instance;
  private final SequencedMap<String, SegmentSpec> segments;

  private Spots(
      KeepalivedConfig config, Instance instance, SequencedMap<String, SegmentSpec> segments) {
    this.config = config;
    this.instance = instance;
    this.segments = segments;
  }

  /**
   * Where these addresses are.
   *
   * @param segments the segment behind each interface that the node has, by the interface's name
   */
  static SequencedMap<IpAddress, Spot> of(
      KeepalivedConfig config, Instance instance, SequencedMap<String, SegmentSpec> segments) {
    Spots spots = new Spots(config, instance, segments);
    SequencedMap<IpAddress, Spot> found = new LinkedHashMap<>();
    instance
        .allAddresses()
        .forEach(address -> {
          Spot spot =
              address.isElsewhereThan(instance.interfaceName())
                  ? spots.elsewhere(address)
                  : spots.here(address);
          if (spot != null) {
            found.putIfAbsent(address.address(), spot);
          }
        });
    return found;
  }

  private @Nullable Spot elsewhere(VirtualAddress address) {
    if (address.device().equals(VirtualAddress.LOOPBACK)) {
      // Linux answers on every link for what it holds, and announces nothing on this one.
      SegmentSpec own = segments.get(instance.interfaceName());
      return own == null ? null : new Spot(own.name(), MacChoice.INTERFACE, false, 0);
    }
    boolean virtual = address.virtualMac() || instance.virtualMac().forAddresses();
    return spot(address, virtual ? MacChoice.VIRTUAL : MacChoice.INTERFACE);
  }

  /** A virtual MAC is for one family; an address of the other one needs its own. */
  private @Nullable Spot here(VirtualAddress address) {
    boolean foreign = address.address() instanceof Ipv6Address != instance.ipv6();
    boolean used = instance.virtualMac().used();
    if (address.virtualMac() && (foreign || !used)
        || foreign && instance.virtualMac().forAddresses()) {
      return spot(address, MacChoice.VIRTUAL);
    }
    return foreign && used ? spot(address, MacChoice.INTERFACE) : null;
  }

  private @Nullable Spot spot(VirtualAddress address, MacChoice mac) {
    SegmentSpec segment = segments.get(address.device());
    return segment == null ? null : new Spot(segment.name(), mac, true, spacing(address).toNanos());
  }

  private Duration spacing(VirtualAddress address) {
    Pace pace = config.paceOn(address.device());
    return address.address() instanceof Ipv6Address ? pace.gnaInterval() : pace.garpInterval();
  }
}
