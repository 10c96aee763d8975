package io.vrrplab.conformance.device;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a device says of itself to whoever manages it. It is read only where the device declares
 * that it says it, judged only by cases that ask for just that, and proves nothing of the protocol.
 *
 * @param errors how many adverts it refused, by what was wrong with them; what is missing counts as
 *     0
 * @param complaints the lines of its log that complain about adverts, oldest first
 * @param takeovers why it became Master each time, oldest first
 */
public record SelfReport(
    Map<AdvertError, Long> errors, List<String> complaints, List<MasterReason> takeovers) {

  public SelfReport {
    Map<AdvertError, Long> copy = new EnumMap<>(AdvertError.class);
    copy.putAll(errors);
    errors = Collections.unmodifiableMap(copy);
    complaints = List.copyOf(complaints);
    takeovers = List.copyOf(takeovers);
  }

  /** How many adverts were refused for one reason. */
  public long count(AdvertError error) {
    return errors.getOrDefault(error, 0L);
  }

  /** How many were refused in all. */
  public long count() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }
}
