package io.vrrplab.conformance.device;

import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.MacAddress;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a device declares about itself before the first case runs. Nothing in here is ever derived
 * from results.
 *
 * @param name what people write after {@code --dut}
 * @param version of the implementation, such as {@code 2.4.3}; empty where it has none of its own
 * @param rfc the document it claims to obey
 * @param primaryAddress what it sends IPv4 adverts from
 * @param linkLocalAddress what it sends IPv6 adverts from
 * @param interfaceMac the hardware address of its interface, which is not the virtual one
 * @param toleranceNanos how far from the time of a formula it may act, to both sides: the
 *     resolution of its timers, and for a device in real time what the way to it adds; 0 for exact
 * @param declined what it does not offer; cases that need it do not apply
 */
public record DeviceProfile(
    String name,
    String version,
    Rfc rfc,
    Ipv4Address primaryAddress,
    Ipv6Address linkLocalAddress,
    MacAddress interfaceMac,
    long toleranceNanos,
    Set<Ability> declined) {

  public DeviceProfile {
    if (toleranceNanos < 0) {
      throw new IllegalArgumentException("negative tolerance: " + toleranceNanos);
    }
    EnumSet<Ability> copy = EnumSet.noneOf(Ability.class);
    copy.addAll(declined);
    declined = Collections.unmodifiableSet(copy);
  }
}
