package io.vrrplab.conformance;

import io.vrrplab.conformance.bench.Difference;
import io.vrrplab.conformance.bench.Findings;
import io.vrrplab.conformance.device.DeviceProfile;
import io.vrrplab.conformance.verdict.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of a case with a device.
 *
 * @param conformanceCase which case
 * @param device what the device declared
 * @param findings what was found; for a case that was not run, the reason stands under what was
 *     seen
 */
public record CaseResult(ConformanceCase conformanceCase, DeviceProfile device, Findings findings) {

  static CaseResult notRun(
      ConformanceCase conformanceCase, DeviceProfile device, Verdict verdict, String why) {
    return new CaseResult(
        conformanceCase, device, new Findings(verdict, "", why, List.of(), List.of(), 0));
  }

  public Verdict verdict() {
    return findings.verdict();
  }

  /** The case's id, and the requirements that it tests under the device's document. */
  public String title() {
    return conformanceCase.id()
        + " ["
        + conformanceCase.requirements(device.rfc()).stream()
            .map(Requirement::id)
            .collect(Collectors.joining(", "))
        + "] "
        + conformanceCase.title();
  }

  /** All that a person needs to see what went wrong, several lines. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(verdict().key()).append("  ").append(title()).append('\n');
    for (Requirement requirement : conformanceCase.requirements(device.rfc())) {
      line(
          text,
          "asks",
          "%s (%s, %s): %s"
              .formatted(
                  requirement.id(),
                  requirement.level(),
                  requirement.references(),
                  requirement.words()));
    }
    line(text, "allowed", findings.expected());
    line(text, "seen", findings.seen());
    for (Difference difference : findings.differences()) {
      line(text, "differs", difference.text());
      difference.dump().forEach(row -> line(text, "octets", row));
    }
    for (String rung : findings.ladder()) {
      line(text, "", rung);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String label, String content) {
    if (!content.isEmpty()) {
      text.append("  %-8s %s".formatted(label, content)).append('\n');
    }
  }
}
