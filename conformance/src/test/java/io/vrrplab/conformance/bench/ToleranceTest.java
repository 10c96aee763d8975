package io.vrrplab.conformance.bench;

import static io.vrrplab.conformance.assertion.VrrpAssertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vrrplab.conformance.CaseResult;
import io.vrrplab.conformance.Suite;
import io.vrrplab.conformance.device.DeviceProfile;
import io.vrrplab.conformance.verdict.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Judging by windows, as a device in real time needs it. */
class ToleranceTest {

  private static final long MILLISECOND = 1_000_000;

  private static CaseResult run(String id, JitteryDevice device) {
    return Suite.canonical().named(id).run(device);
  }

  @TestFactory
  Stream<DynamicTest> shouldBearWhatTheDeviceDeclares() {
    DeviceProfile profile = new JitteryDevice(0, 0, 0).profile();
    return Suite.canonical().cases().stream()
        .filter(each -> each.appliesTo(profile))
        .map(each ->
            dynamicTest(
                each.id(),
                () ->
                    assertThat(each.run(new JitteryDevice(20 * MILLISECOND, 9 * MILLISECOND, 0)))
                        .passes()));
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
