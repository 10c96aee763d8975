package io.vrrplab.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VrrpTimersTest {

  private static final int RFC_ADVERTS = 3;

  /** Exact values in seconds; keepalived's in microseconds; FRR's in centiseconds. */
  private static final String TABLE =
      """
      # version, interval cs, priority, skew, down interval, keepalived down, FRR skew, FRR down
      2,  100,   1, 0.99609375,   3.99609375,  3996093,  99,  399
      2,  100, 100, 0.609375,     3.609375,    3609375,  60,  360
      2,  100, 120, 0.53125,      3.53125,     3531250,  53,  353
      2,  100, 200, 0.21875,      3.21875,     3218750,  21,  321
      2,  100, 254, 0.0078125,    3.0078125,   3007812,   0,  300
      2, 1000,   1, 0.99609375,  30.99609375, 30996093,  99, 3099
      2, 1000, 100, 0.609375,    30.609375,   30609375,  60, 3060
      2, 1000, 120, 0.53125,     30.53125,    30531250,  53, 3053
      2, 1000, 200, 0.21875,     30.21875,    30218750,  21, 3021
      2, 1000, 254, 0.0078125,   30.0078125,  30007812,   0, 3000
      3,  100,   1, 0.99609375,   3.99609375,  3996093,  99,  399
      3,  100, 100, 0.609375,     3.609375,    3609375,  60,  360
      3,  100, 120, 0.53125,      3.53125,     3531250,  53,  353
      3,  100, 200, 0.21875,      3.21875,     3218750,  21,  321
      3,  100, 254, 0.0078125,    3.0078125,   3007812,   0,  300
      3,   10,   1, 0.099609375,  0.399609375,  399609,   9,   39
      3,   10, 100, 0.0609375,    0.3609375,    360937,   6,   36
      3,   10, 120, 0.053125,     0.353125,     353125,   5,   35
      3,   10, 200, 0.021875,     0.321875,     321875,   2,   32
      3,   10, 254, 0.00078125,   0.30078125,   300781,   0,   30
      3,    1,   1, 0.0099609375, 0.0399609375,  39960,   0,    3
      3,    1, 100, 0.00609375,   0.03609375,    36093,   0,    3
      3,    1, 120, 0.0053125,    0.0353125,     35312,   0,    3
      3,    1, 200, 0.0021875,    0.0321875,     32187,   0,    3
      3,    1, 254, 0.000078125,  0.030078125,   30078,   0,    3
      # the longest that there are
      2, 25500,  1, 0.99609375, 765.99609375, 765996093, 99, 76599
      3, 4095,   1, 40.7900390625, 163.6400390625, 163640039, 4079, 16364
      """;

  @ParameterizedTest
  @CsvSource(textBlock = TABLE)
  void shouldComputeTheFormulasExactlyToTheNanosecond(
      int version, int intervalCs, int priority, BigDecimal skew, BigDecimal down) {
    assertThat(VrrpTimers.skewTimeNanos(version, priority, intervalCs, TimerRounding.NANOSECOND))
        .isEqualTo(floorToNanos(skew));
    assertThat(masterDownNanos(version, priority, intervalCs, TimerRounding.NANOSECOND))
        .isEqualTo(floorToNanos(down));
  }

  @ParameterizedTest
  @CsvSource(textBlock = TABLE)
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
  @CsvSource(textBlock = TABLE)
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
