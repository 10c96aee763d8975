package io.vrrplab.cli;

import io.vrrplab.conformance.ConformanceCase;
import io.vrrplab.conformance.Suite;
import io.vrrplab.conformance.SuiteInProgress;
import io.vrrplab.conformance.SuiteRun;
import io.vrrplab.conformance.device.DeviceProfile;
import io.vrrplab.conformance.expect.Expectations;
import io.vrrplab.conformance.expect.JudgedRun;
import java.io.PrintStream;
import java.time.LocalDate;

/**
 * A run of the suite that is yet to come.
 *
 * @param choice the device and the document
 * @param chosen the cases
 * @param expectations what is known of the device
 * @param today decides which of that has expired
 */
record PlannedRun(DeviceChoice choice, Suite chosen, Expectations expectations, LocalDate today) {

  SuiteInProgress begin(long seed) {
    return new SuiteInProgress(chosen, () -> choice.device().under(choice.rfc(), seed));
  }

  JudgedRun judge(SuiteRun run) {
    return expectations.judge(run, today);
  }

  /** Says what would run. */
  void describe(PrintStream out) {
    DeviceProfile profile = choice.device().under(choice.rfc(), 1).profile();
    out.println("%s under %s".formatted(profile.name(), profile.rfc().title()));
    for (ConformanceCase each : chosen.cases()) {
      if (each.appliesTo(profile)) {
        out.println("  " + each.id());
      }
    }
  }
}
