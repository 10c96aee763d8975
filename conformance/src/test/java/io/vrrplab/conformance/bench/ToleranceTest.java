package io.vrrplab.conformance.bench;

import static io.vrrplab.conformance.assertion.VrrpAssertions.assertThat;

import io.vrrplab.conformance.CaseResult;
import io.vrrplab.conformance.Suite;
import io.vrrplab.conformance.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Judging by windows, as a device in real time needs it. */
class ToleranceTest {

  private static final long MILLISECOND = 1_000_000;

  private static CaseResult run(String id, JitteryDevice device) {
    return Suite.canonical().named(id).run(device);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baseline",
        "timer-cadence",
        "timer-down-priority-199",
        "backup-release",
        "backup-lower-discarded",
        "master-higher-priority",
        "rx-ttl-254/backup",
        "rx-ttl-254/ipv6/master",
        "timer-learned-interval/ipv6"
      })
  void shouldBearWhatTheDeviceDeclares(String id) {
    assertThat(run(id, new JitteryDevice(20 * MILLISECOND, 9 * MILLISECOND, 0))).passes();
  }

  @Test
  void shouldBeExactWhereNothingIsDeclared() {
    assertThat(run("timer-down-priority-199", new JitteryDevice(0, 9 * MILLISECOND, 0)))
        .endsIn(Verdict.FAIL);
  }

  @Test
  void shouldFailMoreJitterThanDeclared() {
    JitteryDevice device = new JitteryDevice(2 * MILLISECOND, 9 * MILLISECOND, 0);

    assertThat(run("timer-down-priority-199", device)).endsIn(Verdict.FAIL);
  }

  @Test
  void shouldNotBlameTheDeviceForATesterThatOversleeps() {
    JitteryDevice device = new JitteryDevice(2 * MILLISECOND, 9 * MILLISECOND, 5 * MILLISECOND);

    CaseResult result = run("timer-down-priority-199", device);

    assertThat(result).endsIn(Verdict.INCONCLUSIVE);
    org.assertj.core.api.Assertions.assertThat(result.findings().seen())
        .startsWith("one that was late by 0.005 s; ");
  }
}
