package io.vrrplab.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class VrrpTimersTest {

  private static final int RFC_ADVERTS = 3;

  private static final String TABLE = "/io/vrrplab/vrrp/timers.csv";

  @ParameterizedTest
  @Requirement({"VRRP-TMR-SKEW-V2", "VRRP-TMR-SKEW-V3", "VRRP-TMR-MDI-V2", "VRRP-TMR-MDI-V3"})
  @CsvFileSource(resources = TABLE)
  void shouldComputeTheFormulasExactlyToTheNanosecond(
      int version, int intervalCs, int priority, BigDecimal skew, BigDecimal down) {
    assertThat(VrrpTimers.skewTimeNanos(version, priority, intervalCs, TimerRounding.NANOSECOND))
        .isEqualTo(floorToNanos(skew));
    assertThat(masterDownNanos(version, priority, intervalCs, TimerRounding.NANOSECOND))
        .isEqualTo(floorToNanos(down));
  }

  @ParameterizedTest
  @CsvFileSource(resources = TABLE)
  void shouldCutOffMicrosecondsAsKeepalivedDoes(
      int version,
      int intervalCs,
      int priority,
      BigDecimal exactSkew,
      BigDecimal exactDown,
      long keepalivedDownMicros) {
    assertThat(masterDownNanos(version, priority, intervalCs, TimerRounding.MICROSECOND))
        .isEqualTo(keepalivedDownMicros * 1_000);
  }

  @ParameterizedTest
  @CsvFileSource(resources = TABLE)
  void shouldCutOffCentisecondsAsFrrDoes(
      int version,
      int intervalCs,
      int priority,
      BigDecimal exactSkew,
      BigDecimal exactDown,
      long keepalivedDownMicros,
      long frrSkewCs,
      long frrDownCs) {
    assertThat(VrrpTimers.skewTimeNanos(version, priority, intervalCs, TimerRounding.CENTISECOND))
        .isEqualTo(frrSkewCs * 10_000_000);
    assertThat(masterDownNanos(version, priority, intervalCs, TimerRounding.CENTISECOND))
        .isEqualTo(frrDownCs * 10_000_000);
  }

  @ParameterizedTest
  @CsvSource({"1, 1609375000", "5, 5609375000", "100, 100609375000"})
  void shouldWaitForAsManyAdvertsAsConfigured(int adverts, long expectedNanos) {
    assertThat(VrrpTimers.masterDownIntervalNanos(2, 100, 100, adverts, TimerRounding.NANOSECOND))
        .isEqualTo(expectedNanos);
  }

  private static long masterDownNanos(
      int version, int priority, int intervalCs, TimerRounding rounding) {
    return VrrpTimers.masterDownIntervalNanos(version, priority, intervalCs, RFC_ADVERTS, rounding);
  }

  private static long floorToNanos(BigDecimal seconds) {
    return seconds.movePointRight(9).toBigInteger().longValueExact();
  }
}
