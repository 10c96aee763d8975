package io.vrrplab.conformance;

import io.vrrplab.conformance.device.Device;
import io.vrrplab.conformance.device.DeviceProfile;
import io.vrrplab.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A run of cases of the canonical suite. What is finished can be had at any time, on any thread.
 */
public final class SuiteInProgress {

  private final Suite chosen;
  private final Supplier<? extends Device> devices;
  private final ConformanceCase baseline = Suite.canonical().named(Suite.BASELINE);
  private final List<CaseResult> finished = new ArrayList<>();

  /**
   * A run that has yet to begin.
   *
   * @param chosen what to run; all others are skipped
   * @param devices gives a device that nobody has used before, for each case
   */
  public SuiteInProgress(Suite chosen, Supplier<? extends Device> devices) {
    this.chosen = chosen;
    this.devices = devices;
  }

  /** Runs it to its end. */
  public SuiteRun run() {
    CaseResult opening = finish(baseline.run(devices.get()));
    DeviceProfile profile = opening.device();
    boolean holds = opening.verdict() == Verdict.PASS;
    for (ConformanceCase each : others()) {
      if (!chosen.cases().contains(each)) {
        finish(skipped(each, profile));
      } else if (holds) {
        finish(each.run(devices.get()));
      } else {
        finish(notRun(each, profile, "the baseline does not hold"));
      }
    }
    CaseResult closing =
        holds
            ? baseline.run(devices.get())
            : notRun(baseline, profile, "it did not hold at the start");
    return new SuiteRun(profile, results(), closing);
  }

  /** The run as far as it got, the rest of it not run; nothing if no case has ended. */
  public Optional<SuiteRun> soFar() {
    List<CaseResult> results = new ArrayList<>(results());
    if (results.isEmpty()) {
      return Optional.empty();
    }
    DeviceProfile profile = results.getFirst().device();
    List<ConformanceCase> others = others();
    for (ConformanceCase each : others.subList(results.size() - 1, others.size())) {
      results.add(
          chosen.cases().contains(each)
              ? notRun(each, profile, "interrupted")
              : skipped(each, profile));
    }
    return Optional.of(new SuiteRun(profile, results, notRun(baseline, profile, "interrupted")));
  }

  private List<ConformanceCase> others() {
    return Suite.canonical().cases().stream().filter(each -> !each.equals(baseline)).toList();
  }

  private synchronized CaseResult finish(CaseResult result) {
    finished.add(result);
    return result;
  }

  private synchronized List<CaseResult> results() {
    return List.copyOf(finished);
  }

  private static CaseResult skipped(ConformanceCase each, DeviceProfile profile) {
    return CaseResult.notRun(each, profile, Verdict.SKIPPED, "not chosen");
  }

  private static CaseResult notRun(ConformanceCase each, DeviceProfile profile, String why) {
    return CaseResult.notRun(each, profile, Verdict.NOT_RUN, why);
  }
}
