package io.vrrplab.conformance.device;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a device declares about itself before the first case runs. Nothing in here is ever derived
 * from results.
 *
 * @param name what people write after {@code --dut}
 * @param version of the implementation, such as {@code 2.4.3}; empty where it has none of its own
 * @param rfc the document it claims to obey
 * @param attachments to the first LAN, and to the second unless {@link Ability#SECOND_LAN} is
 *     declined
 * @param toleranceNanos how far from the time of a formula it may act, to both sides: the
 *     resolution of its timers, and for a device in real time what the way to it adds; 0 for exact
 * @param declined what it does not offer; cases that need it do not apply
 */
public record DeviceProfile(
    String name,
    String version,
    Rfc rfc,
    Map<Lan, Attachment> attachments,
    long toleranceNanos,
    Set<Ability> declined) {

  public DeviceProfile {
    Map<Lan, Attachment> places = new EnumMap<>(Lan.class);
    places.putAll(attachments);
    attachments = Collections.unmodifiableMap(places);
    if (toleranceNanos < 0) {
      throw new IllegalArgumentException("negative tolerance: " + toleranceNanos);
    }
    EnumSet<Ability> copy = EnumSet.noneOf(Ability.class);
    copy.addAll(declined);
    declined = Collections.unmodifiableSet(copy);
    boolean second = !declined.contains(Ability.SECOND_LAN);
    if (!places.containsKey(Lan.FIRST) || places.containsKey(Lan.SECOND) != second) {
      throw new IllegalArgumentException("attached to " + places.keySet());
    }
  }

  /**
   * How it is attached to a LAN.
   *
   * @throws DeviceException if it is not
   */
  public Attachment on(Lan lan) {
    Attachment attachment = attachments.get(lan);
    if (attachment == null) {
      throw new DeviceException(name + " does not stand on " + lan.words());
    }
    return attachment;
  }
}
