package io.vrrplab.conformance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.conformance.device.Lan;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.conformance.device.SimulatedDevice;
import io.vrrplab.conformance.verdict.Verdict;
import io.vrrplab.vrrp.AddressFamily;
import io.vrrplab.wire.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Benches about several virtual routers of one device. */
class SeveralBenchesTest {

  private static final Settings SECOND =
      Settings.IPV4
          .withVirtualRouterId(52)
          .withAddresses(List.of(IpAddress.parse("192.0.2.52")))
          .withPriority(200);

  private static Findings run(CaseBody body) {
    return Bench.run(SimulatedDevice.of(Rfc.RFC9568), AddressFamily.IPV4, body);
  }

  @Test
  void shouldLookAtTheAdvertsOfItsOwnVirtualRouterOnly() {
    List<Long> seen = new ArrayList<>();

    run(bench -> {
      Bench second = bench.beside(SECOND);
      bench.start();
      for (Bench each : List.of(bench, second, bench, second)) {
        Seen advert = each.await(Anatomy::isAdvert, 10_000_000_000L);
        seen.add(advert == null ? -1 : advert.frame().value(Field.VRRP_VRID));
      }
    });

    assertThat(seen).containsExactly(51L, 52L, 51L, 52L);
  }

  /** The second takes over at 3.21875 s, the first at 3.609375 s. */
  @Test
  void shouldStillSeeWhatWasHeardWhileAnotherWasAsked() {
    Findings findings =
        run(bench -> {
          Bench second = bench.beside(SECOND);
          bench.start();
          bench.expectAdvert("the first's advert", bench.after(0, bench.masterDown()));
          second.expectAdvert("the second's advert", second.after(0, second.masterDown()));
        });

    assertThat(findings.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void shouldHearOneLanOnly() {
    Findings findings =
        run(bench -> {
          Settings elsewhere =
              Settings.IPV4.on(Lan.SECOND).withAddresses(List.of(IpAddress.parse("198.51.100.50")));
          Bench other = bench.beside(elsewhere);
          bench.start();
          bench.pass(4_000_000_000L);
          bench.send("the rival's advert", bench.advert(200));
          bench.expectNone("advert on the first LAN", Anatomy::isAdvert, 6_000_000_000L);
          other.pass(4_000_000_000L);
          Window soon = other.after(4_000_000_000L, other.interval()).from(4_000_000_000L);
          other.expectAdvert("an advert on the second LAN", soon);
        });

    assertThat(findings.verdict()).isEqualTo(Verdict.PASS);
    assertThat(findings.ladder()).anyMatch(line -> line.endsWith("on the second LAN"));
  }

  @Test
  void shouldTellNothingOfADeviceThatRefusesWhatItIsToRun() {
    Findings findings =
        run(bench -> {
          bench.configure(Settings.IPV4.withPriority(256));
          bench.start();
        });

    assertThat(findings.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(findings.seen()).isEqualTo("priority must be from 1 to 255, not 256");
  }

  @Test
  void shouldGoOnWithWhatTheDeviceRunsAfterARefusal() {
    List<Settings> after = new ArrayList<>();

    Findings findings =
        run(bench -> {
          bench.start();
          bench.expectRefused(Settings.IPV4.withPriority(256));
          after.add(bench.settings());
        });

    assertThat(findings.verdict()).isEqualTo(Verdict.PASS);
    assertThat(after).containsExactly(Settings.IPV4);
  }

  @Test
  void shouldFailADeviceThatTakesWhatItIsToRefuse() {
    Findings findings = run(bench -> bench.expectRefused(Settings.IPV4.withPriority(99)));

    assertThat(findings.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(findings.expected())
        .isEqualTo("VRID 51, priority 99, every 100 cs, [192.0.2.50] refused");
  }

  @Test
  void shouldFailNoDeviceForWhatItSaysOfItself() {
    Findings findings = run(bench -> bench.expectReported("a complaint", false, "none"));

    assertThat(findings.verdict()).isEqualTo(Verdict.NON_STRICT);
  }

  @Test
  void shouldRefuseOneMoreVirtualRouterOnceTheDeviceRuns() {
    assertThatThrownBy(() ->
            run(bench -> {
              bench.start();
              bench.beside(SECOND);
            }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the device has been told already what it is to run");
  }
}
