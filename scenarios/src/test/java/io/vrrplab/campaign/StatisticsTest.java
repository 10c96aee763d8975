package io.vrrplab.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures against those worked out by hand. */
class StatisticsTest {

  @Test
  void shouldGiveExactMomentsOfASample() {
    Distribution it = distribution(2, 4, 4, 4, 5, 5, 7, 9);

    assertThat(it.count()).isEqualTo(8);
    assertThat(it.min()).isEqualTo(2);
    assertThat(it.mean()).isEqualTo(5.0);
    assertThat(it.stddev()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-12));
    assertThat(it.p50()).isEqualTo(4);
    assertThat(it.p90()).isEqualTo(9);
    assertThat(it.max()).isEqualTo(9);
    // 1.959964 × 2.138090 / √8 = 1.481594
    assertThat(it.meanHigh()).isCloseTo(6.481594, within(1e-6));
    assertThat(it.meanLow()).isCloseTo(3.518406, within(1e-6));
  }

  @Test
  void shouldGivePercentilesToAThousandth() {
    Distribution it = distribution(LongStream.rangeClosed(1, 100_000).map(i -> i * 1000).toArray());

    assertThat((double) it.p50()).isCloseTo(50e6, within(50e3));
    assertThat((double) it.p99()).isCloseTo(99e6, within(99e3));
    assertThat((double) it.p999()).isCloseTo(99.9e6, within(99.9e3));
    assertThat(it.max()).isEqualTo(100_000_000);
  }

  @Test
  void shouldNeverPlaceAPercentileBeyondWhatWasSeen() {
    Distribution it = distribution(3_609_375_000L, 3_609_375_000L);

    assertThat(it.p50()).isEqualTo(3_609_375_000L);
    assertThat(it.p999()).isEqualTo(3_609_375_000L);
    assertThat(it.stddev()).isZero();
  }

  @Test
  void shouldDrawBarsOfReadableWidthThatHoldEverySample() {
    Distribution it = distribution(LongStream.range(0, 1000).map(i -> 100 + i).toArray());

    assertThat(it.histogram().step()).isEqualTo(50);
    assertThat(it.histogram().from()).isEqualTo(100);
    assertThat(it.histogram().counts()).hasSize(20).containsOnly(50L);
  }

  @Test
  void shouldHaveNothingToSayWithoutSamples() {
    Distribution it = distribution();

    assertThat(it.count()).isZero();
    assertThat(it.meanHigh()).isZero();
    assertThat(it.histogram().counts()).isEmpty();
    assertThat(distribution(5).histogram().counts()).isEqualTo(List.of(1L));
  }

  @Test
  void shouldGiveWilsonsIntervalOfAShare() {
    Share most = new Share(81, 263);

    // The example of Newcombe (1998), "Two-sided confidence intervals for the single proportion".
    assertThat(most.value()).isCloseTo(0.307985, within(1e-6));
    assertThat(most.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(most.high()).isCloseTo(0.3662, within(5e-5));
    // none of ten: up to z² / (10 + z²)
    assertThat(new Share(0, 10).low()).isZero();
    assertThat(new Share(0, 10).high()).isCloseTo(0.277533, within(1e-6));
    assertThat(new Share(10, 10).high()).isEqualTo(1);
    assertThat(new Share(0, 0).value()).isZero();
  }

  @Test
  void shouldReadWidthsOfAnInterval() {
    assertThat(StopRule.parse("1%")).contains(new StopRule.Share(0.01));
    assertThat(StopRule.parse("2ms")).contains(new StopRule.Width(2e6));
    assertThat(StopRule.parse("1.5us")).contains(new StopRule.Width(1500));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0%", "0ms", "-1%", "1 %", "1h", "%"})
  void shouldRefuseWhatIsNoWidth(String text) {
    assertThat(StopRule.parse(text)).isEmpty();
  }

  @Test
  void shouldTrustNoIntervalOfAHandfulOfSamples() {
    StopRule rule = new StopRule.Width(1);

    assertThat(rule.isMet(distribution(LongStream.range(0, 29).map(i -> 5).toArray()))).isFalse();
    assertThat(rule.isMet(distribution(LongStream.range(0, 30).map(i -> 5).toArray()))).isTrue();
  }

  private static Distribution distribution(long... samples) {
    Accumulator accumulator = new Accumulator();
    for (long sample : samples) {
      accumulator.add(sample);
    }
    return accumulator.distribution();
  }
}
