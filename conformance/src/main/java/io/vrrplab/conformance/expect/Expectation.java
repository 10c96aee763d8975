package io.vrrplab.conformance.expect;

import io.vrrplab.conformance.CaseResult;
import io.vrrplab.conformance.Glob;
import io.vrrplab.conformance.device.DeviceProfile;
import io.vrrplab.conformance.device.Rfc;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deviation that is known.
 *
 * @param place where it is written, for messages
 * @param cases which cases do not hold, all of them
 * @param rfcs the documents under which they do not; none means any
 * @param versions of the device that deviate
 * @param reason what the device does instead
 * @param source where that can be read
 * @param expires the last day on which this may be relied on; null for no end
 * @param message a part of what has to be seen; null for anything
 */
public record Expectation(
    String place,
    List<Glob> cases,
    List<Rfc> rfcs,
    VersionRange versions,
    String reason,
    String source,
    @Nullable LocalDate expires,
    @Nullable String message) {

  public Expectation {
    cases = List.copyOf(cases);
    rfcs = List.copyOf(rfcs);
  }

  boolean isAbout(CaseResult result) {
    DeviceProfile device = result.device();
    return (rfcs.isEmpty() || rfcs.contains(device.rfc()))
        && versions.contains(device.version())
        && cases.stream().anyMatch(glob -> glob.matches(result.conformanceCase()));
  }

  boolean hasExpired(LocalDate today) {
    return expires != null && today.isAfter(expires);
  }

  /** Whether what was seen is what is known. */
  boolean explains(CaseResult result) {
    return message == null || result.findings().seen().contains(message);
  }
}
