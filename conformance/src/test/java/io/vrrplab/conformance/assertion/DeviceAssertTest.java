package io.vrrplab.conformance.assertion;

import static io.vrrplab.conformance.assertion.VrrpAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.conformance.Suite;
import io.vrrplab.conformance.device.Device;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.device.Settings;
import io.vrrplab.conformance.device.SimulatedDevice;
import io.vrrplab.conformance.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceAssertTest {

  /** Three intervals of a second, and a skew of 156/256 s (RFC 9568 6.1). */
  private static final Duration MASTER_DOWN = Duration.ofNanos(3_609_375_000L);

  private static Device started() {
    Device device = SimulatedDevice.of(Rfc.RFC9568);
    device.configure(List.of(Settings.IPV4));
    device.start();
    return device;
  }

  @Test
  void shouldFollowADeviceThroughItsLife() {
    Device device = started();

    assertThat(device)
        .staysSilentFor(Duration.ofSeconds(3))
        .becomesMasterWithin(MASTER_DOWN.minusSeconds(3));
    device.stop();
    assertThat(device).releasesWithin(Duration.ZERO).staysSilentFor(Duration.ofMinutes(1));
  }

  @Test
  void shouldBeExactAtBothEnds() {
    assertThat(started()).becomesMasterBetween(MASTER_DOWN, MASTER_DOWN);
    Duration late = MASTER_DOWN.plusNanos(2);
    assertThatThrownBy(() -> assertThat(started()).becomesMasterBetween(late, late))
        .hasMessageContaining("there was one of priority 100 after PT3.609375S");
    Duration early = MASTER_DOWN.minusNanos(1);
    assertThatThrownBy(() -> assertThat(started()).becomesMasterWithin(early))
        .hasMessageContaining("Expected an advert within PT3.609374999S");
    assertThatThrownBy(() -> assertThat(started()).releasesWithin(MASTER_DOWN))
        .hasMessageContaining("Expected a release within");
  }

  @Test
  void shouldTellWhatACaseFound() {
    assertThat(Suite.canonical().named("ip-ttl").run(SimulatedDevice.of(Rfc.RFC9568))).passes();
    assertThatThrownBy(
            () -> assertThat(Suite.canonical().named("pkt-interval-v2").run(fresh())).passes())
        .hasMessageContaining("Expected pass, but:")
        .hasMessageContaining("RFC 9568 does not ask for this");
    assertThat(Suite.canonical().named("pkt-interval-v2").run(fresh()))
        .endsIn(Verdict.NOT_APPLICABLE);
  }

  private static Device fresh() {
    return SimulatedDevice.of(Rfc.RFC9568);
  }
}
