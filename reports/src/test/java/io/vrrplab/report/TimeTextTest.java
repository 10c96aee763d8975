package io.vrrplab.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "1, 1 ns",
    "999, 999 ns",
    "1000, 1 µs",
    "50000, 50 µs",
    "999999, 999.999 µs",
    "1406250, 1.40625 ms",
    "250000000, 250 ms",
    "999999999, 999.999999 ms",
    "1000000000, 1 s",
    "3609375000, 3.609375 s",
    "3609375001, 3.609375001 s",
    "100000000000, 100 s",
    "-250000000, -250 ms",
    "9223372036854775807, 9223372036.854775807 s"
  })
  void shouldWriteDurationsExactly(long nanos, String text) {
    assertThat(TimeText.exact(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, 0.000",
    "12828175000, 6, 12.828175",
    "12828175499, 6, 12.828175",
    "12828175500, 6, 12.828176",
    "100000000000, 3, 100.000"
  })
  void shouldRoundColumnsHalfUp(long nanos, int decimals, String text) {
    assertThat(TimeText.seconds(nanos, decimals)).isEqualTo(text);
  }
}
