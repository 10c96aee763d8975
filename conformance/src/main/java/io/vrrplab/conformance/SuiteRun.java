package io.vrrplab.conformance;

import io.vrrplab.conformance.device.Device;
import io.vrrplab.conformance.device.DeviceProfile;
import io.vrrplab.conformance.verdict.RunVerdict;
import io.vrrplab.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A run of a suite. The baseline comes first, and what is behind it is not run if it does not hold;
 * it comes once more at the end, so that a device that died on the way does not pass for one that
 * passed.
 *
 * @param device what the device declared
 * @param results a result for each case of the canonical suite, the baseline first
 * @param closing the baseline at the end
 */
public record SuiteRun(DeviceProfile device, List<CaseResult> results, CaseResult closing) {

  public SuiteRun {
    results = List.copyOf(results);
  }

  /**
   * Runs cases of the canonical suite.
   *
   * @param chosen what to run; all others are skipped
   * @param devices gives a device that nobody has used before, for each case
   */
  public static SuiteRun of(Suite chosen, Supplier<? extends Device> devices) {
    return new SuiteInProgress(chosen, devices).run();
  }

  /** What the run amounts to. */
  public RunVerdict verdict() {
    List<Verdict> verdicts = new ArrayList<>(results.stream().map(CaseResult::verdict).toList());
    if (closing.verdict() != Verdict.PASS) {
      verdicts.add(closing.verdict());
    }
    return RunVerdict.of(verdicts);
  }

  /** Whether every case was run that the device's declaration leaves in question. */
  public boolean isComplete() {
    RunVerdict verdict = verdict();
    return verdict.count(Verdict.SKIPPED) == 0 && verdict.count(Verdict.NOT_RUN) == 0;
  }

  /** What may be said of the device: only a complete run speaks of the document as a whole. */
  public String claim() {
    String rfc = device.rfc().title();
    return switch (verdict().overall()) {
      case FAIL -> "not conformant to " + rfc;
      case PASS, NON_STRICT, INFO ->
          isComplete() ? "conformant to " + rfc : "partial: no word on " + rfc + " as a whole";
      case ERROR, INCONCLUSIVE, NOT_RUN, SKIPPED, NOT_APPLICABLE ->
          "no word on " + rfc + ": the run is " + verdict().overall().key();
    };
  }
}
