package io.vrrplab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.conformance.device.BuiltInDevice;
import io.vrrplab.conformance.device.Defect;
import io.vrrplab.conformance.device.Device;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.device.SimulatedDevice;
import io.vrrplab.conformance.mutant.Mutants;
import io.vrrplab.conformance.verdict.Verdict;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuiteRunTest {

  private static Device wrong(String mutant, Rfc rfc) {
    return SimulatedDevice.of(rfc, defect(mutant));
  }

  private static Defect defect(String mutant) {
    return Mutants.all().stream()
        .filter(each -> each.id().equals(mutant))
        .findFirst()
        .orElseThrow()
        .defect();
  }

  private static CaseResult result(SuiteRun run, String id) {
    return run.results().stream()
        .filter(each -> each.conformanceCase().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void shouldCallTheEngineConformantAfterACompleteRun(Rfc rfc) {
    SuiteRun run = SuiteRun.of(Suite.canonical(), () -> SimulatedDevice.of(rfc));

    assertThat(run.claim()).isEqualTo("conformant to " + rfc.title());
    assertThat(run.results()).hasSameSizeAs(Suite.canonical().cases());
    assertThat(run.verdict().exitCode(true)).isZero();
  }

  @Test
  void shouldSayNothingOfTheDocumentAfterAPartialRun() {
    Suite one = new Suite(List.of(Suite.canonical().named("ip-ttl")));

    SuiteRun run = SuiteRun.of(one, () -> SimulatedDevice.of(Rfc.RFC9568));

    assertThat(run.claim()).isEqualTo("partial: no word on RFC 9568 as a whole");
    assertThat(result(run, "ip-ttl").verdict()).isEqualTo(Verdict.PASS);
    assertThat(result(run, "ip-source").verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(run.verdict().exitCode(false)).isZero();
  }

  @Test
  void shouldNotGoOnWithADeviceThatDoesNotHoldTheBaseline() {
    SuiteRun run = SuiteRun.of(Suite.canonical(), () -> wrong("never-takes-over", Rfc.RFC9568));

    assertThat(run.results().getFirst().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result(run, "ip-ttl").verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(run.claim()).isEqualTo("not conformant to RFC 9568");
  }

  @Test
  void shouldNoticeADeviceThatDiedOnTheWay() {
    Suite one = new Suite(List.of(Suite.canonical().named("ip-ttl")));
    Queue<Device> devices = new ArrayDeque<>();
    devices.add(SimulatedDevice.of(Rfc.RFC9568));
    devices.add(SimulatedDevice.of(Rfc.RFC9568));
    devices.add(wrong("never-takes-over", Rfc.RFC9568));

    SuiteRun run = SuiteRun.of(one, devices::remove);

    assertThat(run.closing().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(run.verdict().overall()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void shouldNotBlameADeviceForWhatItNeverShowed() {
    CaseResult result =
        Suite.canonical().named("ip-ttl").run(wrong("never-takes-over", Rfc.RFC9568));

    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void shouldTakeAdviceThatIsNotFollowedForNonStrict() {
    CaseResult result =
        Suite.canonical().named("pkt-auth-data-zero").run(wrong("says-auth-data", Rfc.RFC3768));

    assertThat(result.verdict()).isEqualTo(Verdict.NON_STRICT);
  }

  @Test
  void shouldCallADeviceThatNeverRestsAnError() {
    Defect echo = Defect.ofInbound(frame -> Collections.nCopies(150_000, frame));

    CaseResult result =
        Suite.canonical().named("rx-ttl-254/backup").run(SimulatedDevice.of(Rfc.RFC9568, echo));

    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result.findings().seen()).startsWith("the device never came to rest");
  }

  @Test
  void shouldGoByWhatADeviceDeclares() {
    CaseResult result =
        Suite.canonical()
            .named("init-owner-advertises")
            .run(BuiltInDevice.named("frr-profile").orElseThrow().under(Rfc.RFC5798, 1));

    assertThat(result.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(result.findings().seen())
        .isEqualTo("declined: no device that can own the addresses");
  }

  @Test
  void shouldFindWhereKeepalivedLeavesTheDocument() {
    SuiteRun run =
        SuiteRun.of(
            Suite.canonical(),
            () -> BuiltInDevice.named("keepalived-profile").orElseThrow().under(Rfc.RFC5798, 1));

    assertThat(run.results())
        .filteredOn(each -> each.verdict() == Verdict.FAIL)
        .extracting(each -> each.conformanceCase().id())
        .contains("mac-source", "arp-master-virtual-mac", "master-lower-priority-silent")
        .doesNotContain("baseline", "pkt-checksum", "ip-ttl");
  }
}
