package io.vrrplab.scenario.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DurationsTest {

  @Test
  void shouldRoundToThreeDecimalsOfTheUnitThatFits() {
    assertThat(Durations.text(3_609_375_000L)).isEqualTo("3.609 s");
    assertThat(Durations.text(4_000_000_000L)).isEqualTo("4 s");
    assertThat(Durations.text(60_000_000_000L)).isEqualTo("60 s");
    assertThat(Durations.text(390_625_000L)).isEqualTo("390.625 ms");
    assertThat(Durations.text(50_000L)).isEqualTo("50 µs");
    assertThat(Durations.text(0)).isEqualTo("0 s");
  }

  @Test
  void shouldShowEveryDigitOnDemand() {
    assertThat(Durations.exact(3_609_375_001L)).isEqualTo("3.609375001 s");
    assertThat(Durations.exact(1)).isEqualTo("0.001 µs");
  }
}
