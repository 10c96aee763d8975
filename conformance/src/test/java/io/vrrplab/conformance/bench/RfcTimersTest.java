package io.vrrplab.conformance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.conformance.device.Rfc;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfcTimersTest {

  @ParameterizedTest
  @CsvSource({
    "RFC3768, 100,  100, 3.609375 s",
    "RFC3768, 254,  100, 3.0078125 s",
    "RFC3768, 100, 1000, 30.609375 s",
    "RFC5798, 100,   10, 0.3609375 s",
    "RFC9568, 254,   10, 0.30078125 s",
    "RFC9568,   1,    1, 0.039960937 s to 0.039960938 s",
    "RFC9568,   1, 4095, 163.640039062 s to 163.640039063 s"
  })
  void shouldComputeTheTablesOfTheFormulas(
      Rfc rfc, int priority, int intervalCs, String masterDown) {
    assertThat(RfcTimers.masterDown(rfc, priority, intervalCs).text()).isEqualTo(masterDown);
  }
}
